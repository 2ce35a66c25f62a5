import { PRIVACY_SETTING, privacyOf, type Retention } from "@trame/shared";
import type { Modules } from "../modules.ts";
import type { SealAsked } from "../sealing/sealing.ts";
import { createSettings } from "../settings.ts";
import { createAgeOut } from "./age-out.ts";
import { addTaken, type PurgeStep, type Taken } from "./purge.ts";
import { workingDayOf } from "./roll-up.ts";
import { createYears } from "./years.ts";
import { createFirstOfYears } from "./years-border.ts";

/** What is too old by the setting in force, class by class. `now` is UTC ms. */
export interface PurgeSteps {
  /** The first working day of which it is still known who was where. */
  firstKept(now: number): number;
  /** Takes some of it away, within a transaction; to be asked again while there is more. */
  step(now: number): PurgeStep;
  /** Rows that are too old and still there, by table. */
  left(now: number): Taken;
  /** For how long samples are kept. */
  samplesDays(): number;
  /** The first working day of which aggregates are kept. */
  firstOfYears(now: number): number;
}

export function createPurgeSteps(modules: Modules): PurgeSteps {
  const { sealing, sqlite, stretches } = modules;
  const settings = createSettings(sqlite);
  const timeline = () => stretches.timeline;
  const ageOut = createAgeOut(sqlite, timeline);
  const years = createYears(sqlite, { ...modules, timeline });
  const readFirst = createFirstOfYears(sqlite);
  const kept = (): Retention => privacyOf(settings.get(PRIVACY_SETTING)).retention;
  const sealAsked = (now: number): SealAsked => ({ now, keptDays: kept().samplesDays });
  const firstKept = (now: number): number => workingDayOf(timeline(), now) - kept().assignmentsDays;

  const firstOfYears = (now: number): number => readFirst(workingDayOf(timeline(), now), kept());

  return {
    firstKept,
    firstOfYears,
    samplesDays: () => kept().samplesDays,
    step(now) {
      const { isMore, taken } = sealing.step(sealAsked(now));
      if (isMore) return { isMore, taken, traces: [] };
      const before = firstOfYears(now);
      const old = years.take(before, now);
      if (old !== null) return { isMore: true, ...old };
      const step = ageOut.step(firstKept(now));
      if (step.isMore) return step;
      return { ...step, taken: addTaken(step.taken, years.takeRest(before, now)) };
    },
    left: (now) =>
      [
        ageOut.left(firstKept(now)),
        { samples: sealing.left(sealAsked(now)) },
        years.left(firstOfYears(now)),
      ].reduce(addTaken, {}),
  };
}
