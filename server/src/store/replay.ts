import { beganAt, type Dating, DRIFT, dated, observe, redated, within } from "@trame/shared";
import type { Arrival, Dated } from "./arrivals.ts";

/** What the log makes of a boot when it is dated from the beginning. */
export interface Replayed {
  /** By `seq`, each with its new time. */
  readonly rows: Dated[];
  readonly dating: Dating | null;
  /** The arrival that shows best when the boot began. */
  readonly best: Arrival | null;
}

/** A boot as it stood before the arrivals that are to be replayed. */
export interface ReplayedFrom {
  readonly isForeign: boolean;
  readonly dating: Dating | null;
  /** What was dated by then, by `seq`. */
  readonly dated: readonly Dated[];
  /** Nothing that is dated lies before, UTC ms. */
  readonly notBefore: number;
}

/** Dates the samples and events of a boot as they came, with the clock as it has proved to stand since. Pure ([S6]). */
export function replay(arrivals: readonly Arrival[], from: ReplayedFrom): Replayed {
  const { isForeign, notBefore } = from;
  const rows: Dated[] = [...from.dated];
  let { dating } = from;
  let best: Arrival | null = null;
  for (const arrival of arrivals) {
    const { received, up, row } = arrival;
    const backward: number | undefined = dating?.backward;
    dating = observe(dating, { received, up });
    if (dating.backward !== backward) best = arrival;
    if (row === null) {
      drawNearer(rows, { received, up, notBefore });
      dating = redated(dating);
    } else {
      const time = isForeign ? received : beganAt(dating, received) + row.up;
      place(rows, row, { time, notBefore });
      dating = dated(dating, received);
    }
  }
  return { rows, dating, best };
}

interface Nearer {
  readonly received: number;
  readonly up: number;
  readonly notBefore: number;
}

interface Placed {
  readonly time: number;
  readonly notBefore: number;
}

/** Moves them back to where a better observation puts them; it counts the less the older it is ([D4]). */
export function drawNearer(
  rows: readonly Dated[],
  { received, up, notBefore: first }: Nearer,
): void {
  let notBefore = first;
  for (const row of rows) {
    const age = Math.abs(received - row.heardAt);
    row.newAt = within(received - up + DRIFT * age + row.up, notBefore, row.newAt);
    notBefore = row.newAt;
  }
}

/** Dates one of them between its neighbours, as it was when it arrived. */
function place(rows: Dated[], row: Dated, { time, notBefore: first }: Placed): void {
  const index = rows.findLastIndex((other) => other.seq < row.seq) + 1;
  const notBefore = rows[index - 1]?.newAt ?? first;
  const notAfter = Math.min(row.heardAt, rows[index]?.newAt ?? Infinity);
  row.newAt = within(time, notBefore, notAfter);
  rows.splice(index, 0, row);
}
