import type { Span } from "@trame/shared";
import type { NextShift, WorkShift } from "./shifts.ts";
import type { Worker } from "./worker.ts";

/** A stretch in which one person sits at the station. */
export interface Presence extends Span {
  readonly worker: Worker;
  /** When its shift begins: the same for all stretches of a shift. */
  readonly shiftFrom: number;
}

/** Who sits at the station then, or next: never in a break, a little late at each beginning. */
export type NextPresence = (at: number) => Presence;

/** Works out presences shift by shift, so that each lateness is drawn once. Asked with times that do not fall. */
export function createPresences(workers: readonly Worker[], nextShift: NextShift): NextPresence {
  let shift: WorkShift | null = null;
  let presences: Presence[] = [];
  return (at) => {
    for (let time = at; ; ) {
      const next = nextShift(time);
      if (shift === null || next.from !== shift.from) presences = presencesOf(workers, next);
      shift = next;
      const found = presences.find((presence) => presence.to > at);
      if (found !== undefined) return found;
      time = next.to;
    }
  };
}

function presencesOf(workers: readonly Worker[], shift: WorkShift): Presence[] {
  const length = shift.to - shift.from;
  return workers
    .flatMap((worker) => {
      const [first, last] = worker.present;
      const from = shift.from + first * length;
      const to = shift.from + last * length;
      return shift.windows.map((window) => ({
        worker,
        shiftFrom: shift.from,
        from: Math.max(from, window.from) + worker.latenessMs(),
        to: Math.min(to, window.to),
      }));
    })
    .filter((presence) => presence.from < presence.to)
    .sort((a, b) => a.from - b.from);
}
