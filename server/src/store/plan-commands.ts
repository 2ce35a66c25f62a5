import type { PlanVersion } from "@trame/shared";
import type { StoredSecret } from "./device-list.ts";
import { noteChange } from "./journal/note-change.ts";
import type { Modules } from "./modules.ts";

/** A plan as it is recorded: its secrets apart, hashed. */
export interface PlanRecord extends PlanVersion {
  readonly secrets: readonly NewSecret[];
}

type NewSecret = StoredSecret & { readonly deviceId: string };

/** Records a plan, and marks all that its counters made since it holds: they may lie elsewhere now ([N1], [N3]). */
export function putPlan(modules: Modules, { from, plan, secrets }: PlanRecord, now: number): void {
  const { boots, devices, floor, inbox, live, plans, rollups, stretches, transact } = modules;
  const before = stretches.timeline.planAt(from);
  transact(() => {
    inbox.settle();
    noteChange(modules.facts, { what: "plan", subject: isoOf(from), before, after: plan }, now);
    plans.put({ from, plan }, now);
    for (const secret of secrets) keepSecret(modules, secret, now);
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

/** The same one again is no change; what it is, or was, is in no fact. */
function keepSecret({ devices, facts }: Modules, secret: NewSecret, now: number): void {
  const { deviceId: subject, salt, hash } = secret;
  const before = devices.secret(subject);
  if (before === null || Buffer.compare(before.hash, hash) !== 0) {
    noteChange(facts, { what: "device-secret", subject, before: null, after: null }, now);
  }
  devices.keepSecret(subject, { salt, hash });
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
