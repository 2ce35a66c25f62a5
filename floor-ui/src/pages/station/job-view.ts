import type { OpenBundle } from "@trame/shared";
import { leftOf, wholeOf } from "../../data/station/lay-cards.ts";
import type { I18n } from "../../i18n/i18n.ts";
import type { JobView } from "../../ui/station/job-card.tsx";

/** Pieces made so far, by the machine or by what was declared; null where nothing has told any. */
export function doneOf(open: OpenBundle): number | null {
  if (countsItself(open)) return Math.max(0, (open.machinePieces ?? 0) + open.corrected);
  return open.finished > 0 ? open.finished : null;
}

/** The machine's counter counts on this bundle: only then can a count be corrected by hand. */
export function countsItself({ operation, machinePieces }: OpenBundle): boolean {
  return operation.countedBy === "machine" && machinePieces !== null;
}

/**
 * What is open, and how far it is: of all its pieces at this operation, however many were told already. Without a count there
 * is what is to be done: no zero, no empty tape.
 */
export function jobView(
  open: OpenBundle,
  { t, number, signed }: I18n,
  done: number | null = doneOf(open),
): JobView {
  const { station } = t;
  const whole = wholeOf(open);
  const { swatch, pattern } = open;
  const facts: JobView["facts"][number][] = [
    { name: station.bundle, value: open.code },
    { name: station.size, value: open.size },
    { name: station.colour, value: open.colour, colour: { swatch, pattern } },
    { name: station.quantity, value: number(whole) },
  ];
  if (open.shade > 1) facts.push({ name: station.shade, value: number(open.shade) });
  if (open.part !== null) facts.push({ name: station.part, value: open.part });
  const marks: string[] = [];
  if (open.isCarriedOver) marks.push(station.carriedOver);
  if (open.rework > 0) marks.push(station.inRepair(open.rework));
  if (countsItself(open) && open.corrected !== 0) {
    marks.push(station.corrected(signed(open.corrected)));
  }
  return {
    facts,
    photo: open.photo,
    count:
      done === null
        ? { n: number(leftOf(open)), of: null, unit: station.countedAtEnd(open.pieces), tape: null }
        : {
            n: number(done),
            of: station.outOf(number(whole)),
            unit: station.pieces(whole),
            tape: tapeOf(done, whole, station.tape(number(done), number(whole))),
          },
    marks,
  };
}

function tapeOf(done: number, of: number, label: string) {
  return of < 1 ? null : { done, of, label };
}
