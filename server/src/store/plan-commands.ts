import type { PlanVersion } from "@trame/shared";
import type { StoredSecret } from "./device-list.ts";
import { noteChange } from "./journal/note-change.ts";
import type { Modules } from "./modules.ts";

/** A plan as it is recorded: its secrets apart, hashed. */
export interface PlanRecord extends PlanVersion {
  readonly secrets: readonly (StoredSecret & { readonly deviceId: string })[];
}

/** Records a plan, and marks all that its counters made since it holds: they may lie elsewhere now ([N1], [N3]). */
export function putPlan(modules: Modules, { from, plan, secrets }: PlanRecord, now: number): void {
  const { boots, devices, floor, inbox, live, plans, rollups, stretches, transact } = modules;
  const before = stretches.timeline.planAt(from);
  transact(() => {
    inbox.settle();
    noteChange(modules.facts, { what: "plan", subject: isoOf(from), before, after: plan }, now);
    plans.put({ from, plan }, now);
    for (const { deviceId, salt, hash } of secrets) devices.keepSecret(deviceId, { salt, hash });
    devices.stopWaiting(plan.devices.map((device) => device.id));
    stretches.replaceTimeline(plans.readTimeline());
    boots.forgetStretches();
    for (const { bootId, fromSeq, throughSeq } of plans.affectedFrom(from)) {
      boots.widenMark(boots.byId(bootId), fromSeq, throughSeq);
    }
    floor.moving.planChanged(from);
    for (const day of plans.daysFrom(from)) rollups.touchDay(day);
    live.forget();
  });
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
