import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Boots } from "../boots.ts";
import type { Clockwork } from "../clock-steps.ts";
import type { Inbox } from "../inbox.ts";
import type { Progress } from "../progress.ts";
import { daySlots, spanOf } from "../reports/day-slots.ts";
import type { Taken } from "../retention/purge.ts";
import type { Stretches } from "../stretches.ts";
import { type Border, createBootSealing, NOTHING_SEALED } from "./seal-boot.ts";
import { createDaySealing } from "./seal-day.ts";
import { createSealedStates, type SealedStates } from "./sealed-states.ts";

/** Puts together what counters said that is older than it is kept, and takes their samples away. */
export interface Sealing {
  /** Some of it, within a transaction; to be asked again while there is more. */
  step(asked: SealAsked): SealStep;
  /** Samples that are too old and still there, and that nothing keeps. */
  left(asked: SealAsked): number;
  /** From which working day, and moment (UTC ms), plans may be changed; null while nothing is sealed. */
  openFrom(): { readonly day: DayNumber; readonly at: number } | null;
}

export interface SealStep {
  readonly isMore: boolean;
  /** Rows that went, by table. */
  readonly taken: Taken;
}

export interface SealAsked {
  /** UTC ms. */
  readonly now: number;
  /** Samples are kept for so many days. */
  readonly keptDays: number;
}

export interface SealingDeps {
  readonly boots: Boots;
  readonly clockwork: Pick<Clockwork, "adjust">;
  readonly inbox: Inbox;
  readonly progress: Pick<Progress, "arrivals">;
  readonly stretches: Pick<Stretches, "slotAt" | "timeline">;
}

const NOTHING: SealStep = { isMore: false, taken: {} };
const DAY_MS = 86_400_000;
/** A day is told together with the evening before it and the morning after: its samples go a day after it was sealed. */
const AHEAD_DAYS = 3;
/** Of so many days a night: a clock that stands years ahead ends no more before it is put right. */
const DAYS_A_NIGHT = 31;
/** So many days on which something happened tell that the year is right. */
const DAYS_OF_PROOF = 10;
/** What came of late may come again. */
const SETTLED_MS = 7 * DAY_MS;
/** Numbers of boots looked at in one step; most of them are over and done with. */
const BOOTS_AT_ONCE = 200;

export function createSealing(sqlite: Database, deps: SealingDeps): Sealing {
  const { boots, inbox, stretches } = deps;
  const sealDay = createDaySealing(sqlite);
  const sealBoot = createBootSealing(sqlite, deps);
  const states = createSealedStates(sqlite);
  const days = createDays(states, stretches);
  const statements = prepare(sqlite);
  let lastBoot = 0;
  /** All boots were looked at for this border. */
  let doneAt: number | null = null;

  function borderOf({ now }: SealAsked): Border | null {
    const last = states.last();
    if (last === null) return null;
    return { at: beginOf(stretches.timeline, last), received: now - SETTLED_MS };
  }

  /** Null when it has nothing that may go. */
  function sealOne(id: number, border: Border): SealStep | null {
    const sealed = sealBoot(boots.byId(id), border);
    if (!sealed.isMore) lastBoot = id;
    return sealed === NOTHING_SEALED ? null : { isMore: true, taken: sealed.taken };
  }

  /** Some boots, until one had something to seal. */
  function sealBoots(border: Border): SealStep {
    for (const { id, at } of statements.boots.all(lastBoot, BOOTS_AT_ONCE)) {
      const step = at < border.at ? sealOne(id, border) : null;
      if (step !== null) return step;
      lastBoot = id;
    }
    if (statements.bootAfter.get(lastBoot) === 1) return { isMore: true, taken: {} };
    lastBoot = 0;
    doneAt = border.at;
    return NOTHING;
  }

  return {
    step(asked) {
      // What waits to be folded again may lie on a day that would be sealed.
      if (boots.marked.size > 0) return NOTHING;
      const day = days.next(asked);
      if (day !== null) {
        const isDone = !sealDay({ day, now: asked.now, timeline: stretches.timeline });
        if (isDone) days.done();
        return { isMore: true, taken: {} };
      }
      // Where samples are looked up tells which have left the inbox: what is sealed may not be in it any more.
      inbox.settle();
      const border = borderOf(asked);
      return border === null || border.at === doneAt ? NOTHING : sealBoots(border);
    },
    left({ now, keptDays }) {
      const border = { at: now - keptDays * DAY_MS, received: now - SETTLED_MS };
      return statements.left.get(border) ?? 0;
    },
    openFrom() {
      const last = states.last();
      if (last === null) return null;
      return { day: last + 1, at: spanOf(daySlots(stretches.timeline, last)).to };
    },
  };
}

/** Which working days are to be sealed. */
function createDays(
  states: Pick<SealedStates, "filledFrom" | "last">,
  stretches: SealingDeps["stretches"],
) {
  let date = 0;
  let tonight = 0;

  /** The first one on which something happened, where a month went by without anything before it; null elsewhere. */
  function afterSilence(last: DayNumber | null): DayNumber | null {
    if (last === null) return states.filledFrom(Number.MIN_SAFE_INTEGER, 1)[0] ?? null;
    const filled = states.filledFrom(last + 1, DAYS_OF_PROOF);
    const first = filled[0] ?? last;
    return first - last > DAYS_A_NIGHT && filled.length === DAYS_OF_PROOF ? first : null;
  }

  return {
    /** The next one that is old enough; null when there is none, or enough for one night. */
    next({ now, keptDays }: SealAsked): DayNumber | null {
      if (Math.floor(now / DAY_MS) !== date) tonight = 0;
      date = Math.floor(now / DAY_MS);
      if (tonight === DAYS_A_NIGHT) return null;
      const oldBefore = now - (keptDays - AHEAD_DAYS) * DAY_MS;
      const last = states.last();
      const days = [afterSilence(last), last === null ? null : last + 1];
      const isOld = (day: DayNumber): boolean =>
        spanOf(daySlots(stretches.timeline, day)).to <= oldBefore;
      return days.find((day) => day !== null && isOld(day)) ?? null;
    },
    done(): void {
      tonight += 1;
    },
  };
}

/** When the first moment of a working day is, UTC ms. */
function beginOf(timeline: Timeline, day: DayNumber): number {
  return spanOf(daySlots(timeline, day)).from;
}

function prepare(sqlite: Database) {
  const firstAt = "(SELECT at FROM samples WHERE boot_id = b.id ORDER BY seq LIMIT 1)";
  return {
    // Of a boot that was sealed in the midst of its silence what is left begins with packed samples.
    boots: sqlite.prepare<[number, number], { id: number; at: number }>(
      `SELECT b.id, CASE
         WHEN EXISTS (SELECT 1 FROM thinned t JOIN seals USING (boot_id)
                      WHERE t.boot_id = b.id AND t.from_seq < coalesce(
                        (SELECT min(seq) FROM samples WHERE boot_id = b.id), ${Number.MAX_SAFE_INTEGER}))
         THEN 0 ELSE coalesce(${firstAt}, ${Number.MAX_SAFE_INTEGER}) END AS at
       FROM boots b WHERE b.id > ? ORDER BY b.id LIMIT ?`,
    ),
    bootAfter: sqlite
      .prepare<[number], number>("SELECT EXISTS (SELECT 1 FROM boots WHERE id > ?)")
      .pluck(),
    left: sqlite
      .prepare<Border, number>(
        `SELECT count(*) FROM boots b CROSS JOIN samples s ON s.boot_id = b.id
         WHERE ${firstAt} < @at AND NOT EXISTS (SELECT 1 FROM holds WHERE boot_id = b.id)
           AND s.at < @at AND s.received < @received`,
      )
      .pluck(),
  };
}
