import type { Span } from "../board/board.ts";
import { stationOperations } from "../floor/station-operations.ts";
import type { Account } from "./account.ts";
import type { DayFacts, DeductionFact, PieceFact, StationFacts, WorkFact } from "./day-facts.ts";

/** Pieces of one sample of a counter that one thing explains. */
export interface MadePieces extends PieceFact, Account {
  readonly place: PieceFact["place"];
  /** null: no bundle explains them. */
  readonly bundleId: number | null;
  /** `deduced`: nobody scanned the bundle there, a later scan tells that it was. */
  readonly origin: "machine" | "deduced";
}

/** What explains pieces: a bundle that was open, or one that was taken for done. */
type Cause = Pick<MadePieces, "goods" | "code" | "bundleId" | "origin">;
type Told = Pick<DayFacts, "routingOf" | "stretches" | "tallies">;

/** Pieces that nothing explains yet, with what was found for parts of them. */
interface Unexplained {
  readonly piece: PieceFact;
  left: number;
  readonly parts: { readonly cause: Cause; readonly pieces: number }[];
}

const NOTHING: Cause = { goods: null, code: null, bundleId: null, origin: "machine" };

/**
 * What explains the pieces that a counter made: the bundle that was put under the needle last ([RP2]); where none was, what a
 * later scan took for done there ([RP12]).
 */
export function madePieces(facts: Told, station: StationFacts): MadePieces[] {
  const { works, pieces } = station;
  const open = new Map<PieceFact, Unexplained>();
  for (const piece of pieces) {
    const isOpen = piece.pieces > 0 && workAt(works, piece.at) === undefined;
    if (isOpen) open.set(piece, { piece, left: piece.pieces, parts: [] });
  }
  explain(facts, station, [...open.values()]);
  return pieces.flatMap((piece) => {
    const found = open.get(piece);
    if (found === undefined) return { ...piece, ...causeOf(workAt(works, piece.at)) };
    const parts = found.parts.map((part) => ({ ...piece, ...part.cause, pieces: part.pieces }));
    return found.left === 0 ? parts : [...parts, { ...piece, ...NOTHING, pieces: found.left }];
  });
}

/** At one time pieces are of the bundle put there last. */
function workAt(works: readonly WorkFact[], at: number): WorkFact | undefined {
  return works.findLast(({ from, to }) => from <= at && at < to);
}

function causeOf(work: WorkFact | undefined): Cause {
  if (work === undefined) return NOTHING;
  const { goods, code, bundleId } = work;
  return { goods, code, bundleId, origin: "machine" };
}

/** What was deduced first was sewn first; each takes the oldest pieces that are left. */
function explain(facts: Told, station: StationFacts, open: readonly Unexplained[]): void {
  const oldest = open.toSorted((a, b) => a.piece.at - b.piece.at);
  const deduced = station.deductions
    .filter((deduction) => !isDeclared(facts, deduction))
    .toSorted((a, b) => a.at - b.at || a.bundleId - b.bundleId || (a.code < b.code ? -1 : 1));
  for (const { goods, code, bundleId, ...deduction } of deduced) {
    const cause: Cause = { goods, code, bundleId, origin: "deduced" };
    const spans = spansOf(facts, station, { goods, code });
    let wanted = deduction.pieces;
    for (const each of oldest) {
      const { at } = each.piece;
      if (wanted === 0 || at > deduction.at) break;
      const pieces = Math.min(wanted, each.left);
      if (pieces === 0 || !spans.some(({ from, to }) => from <= at && at < to)) continue;
      each.left -= pieces;
      wanted -= pieces;
      each.parts.push({ cause, pieces });
    }
  }
}

/** Where no machine counts an operation, what is deduced of it counts by itself. */
function isDeclared({ tallies }: Told, { bundleId, code }: DeductionFact): boolean {
  return tallies.some(
    (tally) => tally.origin === "deduced" && tally.bundleId === bundleId && tally.code === code,
  );
}

/** When the station did an operation of a routing, by the plans of the day. */
function spansOf(
  { routingOf, stretches }: Told,
  { stationId }: StationFacts,
  { goods, code }: Pick<DeductionFact, "goods" | "code">,
): Span[] {
  const routing = routingOf(goods);
  if (routing === null) return [];
  return stretches.filter(({ plan }) => {
    const stations = plan.lines.flatMap((line) => line.stations);
    const station = stations.find(({ id }) => id === stationId);
    return station !== undefined && stationOperations(routing, station).includes(code);
  });
}
