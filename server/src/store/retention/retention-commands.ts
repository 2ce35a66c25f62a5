import { type DayNumber, isWorkingAt, type RemovalReason } from "@trame/shared";
import { type Answer, refused } from "../catalogue/answer.ts";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import { digestOf, forgetPerson } from "./forget-person.ts";
import type { Purge, PurgeStep, Taken } from "./purge.ts";
import { createPurgeSteps } from "./purge-steps.ts";
import { workingDayOf } from "./roll-up.ts";
import { tracesOfPerson } from "./traces-of-person.ts";

/** Names of the commands, which the writer's thread answers. */
export const RETENTION_COMMANDS: readonly (keyof ReturnType<typeof createRetentionCommands>)[] = [
  "compact",
  "emptyWriteAhead",
  "notePurge",
  "leftTooOld",
  "purgePlan",
  "purgeStep",
  "removePerson",
];

/** Somebody who is to be forgotten. */
export interface RemovePerson {
  readonly id: string;
  readonly reason: RemovalReason;
}

/** What went of somebody, by table, and the bytes that are nowhere once it is purged. */
export type Removed = Pick<PurgeStep, "taken" | "traces">;

/** What a purge is made by. */
export interface PurgePlan {
  /** Who was where is known from then on; UTC ms. */
  readonly keptFrom: number;
  /** Aggregates are kept from then on; UTC ms. */
  readonly yearsFrom: number;
  /** Samples are kept for so many days. */
  readonly samplesDays: number;
  /** Digests of those who were removed. */
  readonly removed: readonly string[];
  /** When the last purge of a night was; null when there was none. */
  readonly lastAt: number | null;
  readonly isWorking: boolean;
  readonly timeZone: string;
}

const DAY_MS = 86_400_000;

/** What ends how long people are known. `now` is UTC ms. */
export function createRetentionCommands(modules: Modules) {
  const { catalogue, facts, sqlite, stretches, transact } = modules;
  const steps = createPurgeSteps(modules);
  const remember = sqlite.prepare("INSERT OR REPLACE INTO removed_people VALUES (?, ?)");
  const removed = sqlite
    .prepare<[], string>("SELECT digest FROM removed_people ORDER BY digest")
    .pluck();
  const lastNight = sqlite
    .prepare<[], number | null>("SELECT max(at) FROM purges WHERE body ->> '$.cause' = 'night'")
    .pluck();
  const keep = sqlite.prepare("INSERT INTO purges (at, body) VALUES (?, ?)");

  return {
    /** Takes somebody out of everything that is kept; no figure moves by it ([RT3]). */
    removePerson({ id, reason }: RemovePerson, now: number): Answer<Removed> {
      if (catalogue.operators.find(id) === null)
        return refused({ code: "operator-unknown", blanks: { id } });
      const traces = tracesOfPerson(sqlite, id);
      const taken = transact(() => {
        const forgotten = forgetPerson(sqlite, { operatorId: id, timeline: stretches.timeline });
        remember.run(digestOf(id), now);
        const after = { removed: reason };
        noteChange(facts, { what: "person", subject: null, before: null, after }, now);
        return forgotten;
      });
      return { ok: true, value: { taken, traces } };
    },
    /** Takes away some of what is too old; to be asked again while there is more. */
    purgeStep: (now: number): PurgeStep => transact(() => steps.step(now)),
    purgePlan(now: number): PurgePlan {
      const { timeline } = stretches;
      const beginOf = (day: DayNumber): number => timeline.windowsOf(day)[0]?.from ?? day * DAY_MS;
      const today = workingDayOf(timeline, now);
      return {
        keptFrom: beginOf(steps.firstKept(now)),
        yearsFrom: beginOf(steps.firstOfYears(now)),
        samplesDays: steps.samplesDays(),
        removed: removed.all(),
        lastAt: lastNight.get() ?? null,
        isWorking: isWorkingAt(timeline.windowsOf(today), now),
        timeZone: timeline.planAt(now)?.workshop.timeZone ?? "Europe/Paris",
      };
    },
    leftTooOld: (now: number): Taken => steps.left(now),
    /** Writes the log of writes back and empties it; false while somebody reads what it holds. */
    emptyWriteAhead(): boolean {
      const [told] = sqlite.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[];
      return told?.busy === 0;
    },
    /** Writes the whole database anew; nothing else is written meanwhile. */
    compact(): void {
      sqlite.exec("VACUUM");
    },
    /** Keeps what a purge came to, and says so in the journal. */
    notePurge(purge: Purge, now: number): void {
      const { cause, taken, proof } = purge;
      transact(() => {
        keep.run(purge.at, JSON.stringify(purge));
        const after = { cause, taken, isProven: proof.isProven };
        noteChange(facts, { what: "purge", subject: null, before: null, after }, now);
      });
    },
  };
}
