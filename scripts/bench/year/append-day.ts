import {
  BOOT_AT_POWER_ON,
  beganAt,
  COUNTED,
  type Dating,
  dated,
  observe,
  within,
} from "@trame/shared";
import { INSERT_SAMPLE } from "../../../server/src/store/boot-rows.ts";
import type { Modules } from "../../../server/src/store/modules.ts";
import { createSampleFold, type Folded } from "../../../server/src/store/sample-fold.ts";
import { packSamples } from "../../../server/src/store/thinning/packed-samples.ts";
import {
  ALL_THROUGH,
  type FoldedRow,
  repeatsOf,
  stretchesOf,
  THIN_SPAN,
} from "../../../server/src/store/thinning/thinning.ts";
import type { CounterDay } from "./year-tellings.ts";

type Sqlite = Modules["sqlite"];

/**
 * Writes what counters told in a day straight into the tables, as ingesting and thinning would have left them: dated and folded
 * by the same functions, and past the inbox, the keys and the memory of the writer. A test compares the rows of both ways.
 */
export function createAppendDay(modules: Modules) {
  const { boots, progress, rollups, sqlite, transact } = modules;
  const fold = createSampleFold(modules);
  const write = createRowWriter(sqlite);

  function append(day: CounterDay, { numbers, isThinned }: Appended): void {
    const { deviceId, boot } = day;
    const record = boots.create({ deviceId, counter: "C1", boot, generation: 1, isForeign: false });
    let dating: Dating | null = null;
    let state = BOOT_AT_POWER_ON;
    const rows = day.tellings.map(({ received, messageUp, sample }, index) => {
      dating = observe(dating, { received, up: messageUp });
      const at = within(beganAt(dating, received) + sample.up, record.top.at, received);
      dating = dated(dating, received);
      record.dating = dating;
      record.first ??= { seq: sample.seq, at, received };
      record.top = { seq: sample.seq, up: sample.up, at, pieces: sample.pieces };
      const heard = { n: numbers[index] ?? 0, received, messageUp, run: progress.run, at };
      const folded = fold(record, state, { ...sample, ...heard });
      state = folded.step.state;
      count(folded);
      return folded;
    });
    write(rows, isThinned);
    boots.saveDating(record);
  }

  function count({ stretch, step }: Folded): void {
    const { day, hour, placeId } = stretch;
    if (placeId === null || COUNTED.every((counted) => step.parts[counted] === 0)) return;
    rollups.add({ day, hour, placeId }, step.parts, 1);
  }

  /** All counters of a day in one transaction; `isThinned` when the day lies more than a week back. */
  return (days: readonly CounterDay[], isThinned: boolean): void => {
    progress.tell(Math.max(...days.map(({ tellings }) => tellings.at(-1)?.received ?? 0)));
    transact(() => {
      // A boot has its number when it is heard first.
      const sorted = days.toSorted((a, b) => firstReceived(a) - firstReceived(b));
      const numbers = arrivalNumbers(modules, sorted);
      for (const [index, day] of sorted.entries()) {
        append(day, { numbers: numbers[index] ?? [], isThinned });
      }
    });
    // What the writer remembers of these boots is not all that it would remember.
    boots.clear();
  };
}

function firstReceived({ tellings }: CounterDay): number {
  return tellings[0]?.received ?? 0;
}

interface Appended {
  /** Of arrival, by telling. */
  readonly numbers: readonly number[];
  readonly isThinned: boolean;
}

/** By counter, the numbers of arrival of its tellings: across counters they are in the order of arrival. */
function arrivalNumbers({ progress }: Modules, days: readonly CounterDay[]): number[][] {
  const numbers = days.map(({ tellings }) => new Array<number>(tellings.length).fill(0));
  for (const { counter, index } of inOrderOfArrival(days)) {
    const of = numbers[counter];
    if (of !== undefined) of[index] = progress.nextArrival();
  }
  return numbers;
}

/** Where each telling of some counters stands, the earliest first. */
export function inOrderOfArrival(
  days: readonly CounterDay[],
): { counter: number; index: number }[] {
  return days
    .flatMap(({ tellings, station }, counter) =>
      tellings.map(({ received }, index) => ({ received, station, counter, index })),
    )
    .sort((a, b) => a.received - b.received || a.station - b.station || a.index - b.index);
}

function createRowWriter(sqlite: Sqlite) {
  const insertSample = sqlite.prepare(INSERT_SAMPLE);
  const insertPart = sqlite.prepare(
    `INSERT INTO parts (boot_id, seq, at, day, hour, place_id, pieces, stitches, trims,
       reached_pieces, reached_stitches, reached_trims, open, fell)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0)`,
  );
  const insertRange = sqlite.prepare("INSERT INTO thinned VALUES (?, ?, ?, ?, ?)");
  const insertProgress = sqlite.prepare("INSERT INTO thinning VALUES (?, ?)");

  function writeKept({ bootId, row, stretch, step }: Folded): void {
    insertSample.run({ bootId, ...row });
    const { day, hour, placeId } = stretch;
    const { parts, state } = step;
    const amounts = COUNTED.map((counted) => parts[counted]);
    const reached = COUNTED.map((counted) => state.totals[counted].reached);
    insertPart.run(bootId, row.seq, row.at, day, hour, placeId, ...amounts, ...reached);
  }

  /** Writes the ranges of what repeats; answers their `seq`. */
  function writeRanges(bootId: number, rows: readonly Folded[]): Set<number> {
    const packed = new Set<number>();
    const around = { before: null, span: THIN_SPAN, isWhole: true };
    for (const stretch of stretchesOf(rows.map(foldedRow), around)) {
      const repeats = repeatsOf(stretch);
      const [first, last] = [repeats[0], repeats.at(-1)];
      if (first === undefined || last === undefined) continue;
      insertRange.run(bootId, first.seq, last.seq, repeats.length, packSamples(repeats));
      for (const { seq } of repeats) packed.add(seq);
    }
    // Its counter was switched on again since.
    insertProgress.run(bootId, ALL_THROUGH);
    return packed;
  }

  return (rows: readonly Folded[], isThinned: boolean): void => {
    const bootId = rows[0]?.bootId;
    if (bootId === undefined) return;
    const packed = isThinned ? writeRanges(bootId, rows) : new Set();
    for (const row of rows) if (!packed.has(row.row.seq)) writeKept(row);
  };
}

function foldedRow({ row, step }: Folded): FoldedRow {
  const { pieces, stitches, trims } = step.parts;
  const part = { partPieces: pieces, partStitches: stitches, partTrims: trims };
  return { ...row, ...part, open: null, fell: 0 };
}
