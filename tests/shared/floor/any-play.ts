import { type BundleState, nextOperations, type Routing } from "@trame/shared";
import fc from "fast-check";
import { cutSheets } from "./any-floor.ts";
import { bodyRouting, masks, poloRouting } from "./builders.ts";
import { type Play, play } from "./play.ts";

const anyMove = fc.record({
  kind: fc.nat({ max: 15 }),
  bundle: fc.nat(),
  other: fc.nat(),
  operation: fc.nat(),
  pieces: fc.integer({ min: 1, max: 12 }),
  bad: fc.nat({ max: 6 }),
});

type Move = typeof anyMove extends fc.Arbitrary<infer T> ? T : never;

/** A floor on which people do what comes next, and now and then something else; `isClean`: no piece is lost. */
export function anyPlay(isClean: boolean): fc.Arbitrary<Play> {
  const routings: Routing[] = [masks(), bodyRouting(), { ...poloRouting(), styleId: "MASQUE" }];
  return fc
    .record({
      routing: fc.constantFrom(...routings),
      sets: fc.integer({ min: 1, max: 3 }),
      size: fc.integer({ min: 2, max: 12 }),
      moves: fc.array(anyMove, { maxLength: 60, size: "max" }),
    })
    .map(({ routing, sets, size, moves }) => {
      const floor = play(routing, cutSheets(routing, sets, size));
      for (const move of moves) makeMove(floor, move, isClean);
      return floor;
    });
}

function pick<T>(list: readonly T[], choice: number): T {
  return list[choice % list.length] as T;
}

function makeMove(floor: Play, move: Move, isClean: boolean): void {
  const bundle = pick(floor.bundles(), move.bundle);
  const code = pick(floor.routing.operations, move.operation).code;
  const bad = Math.min(move.bad, move.pieces);
  const worn = isClean ? 0 : Number(bad > 4);
  const outcome = { good: move.pieces - bad, rework: bad - worn, second: 0, scrap: worn };
  const repaired = { ...outcome, good: move.pieces - worn, rework: 0 };
  const moves = [
    () => floor.scan(bundle.id, code, move.bad > 3 ? "b" : ""),
    () => floor.split(bundle.id, move.pieces),
    () => floor.repair(bundle.id, code, repaired),
    () => floor.acts.length > 0 && floor.undo(pick(floor.acts.slice(-4), move.other)),
    () => floor.dispatch(bundle.id, move.bad > 3 ? [code] : []),
    () => floor.comesBack(bundle.id, outcome),
    () => floor.finish(bundle.id, outcome),
    () => floor.join(code, [bundle.id, pick(floor.bundles(), move.other).id]),
  ];
  const rare = moves[move.kind];
  if (rare === undefined) goOn(floor, bundle, { ...outcome, pieces: move.pieces });
  else rare();
}

/** What people do most of the time: finish what is open, join what can be, or begin what comes next. */
function goOn(
  floor: Play,
  bundle: BundleState,
  {
    pieces,
    ...outcome
  }: { pieces: number; good: number; rework: number; second: number; scrap: number },
): void {
  const open = bundle.operations.find(({ code }) => code === bundle.open);
  if (open !== undefined) {
    const left = open.pieces - open.good - open.rework - open.second - open.scrap;
    const bad = outcome.rework + outcome.scrap;
    if (left > pieces) floor.finish(bundle.id, outcome);
    else floor.finish(bundle.id, { ...outcome, good: Math.max(0, left - bad) });
    return;
  }
  begin(floor, bundle);
}

/** Begins what comes next to a bundle: alone, or with all that joins it. */
function begin(floor: Play, bundle: BundleState): boolean {
  const { part, operations } = bundle;
  const done = new Set(operations.flatMap(({ code, status }) => (status === "open" ? [] : [code])));
  const [next] = nextOperations(floor.routing, { part, done });
  if (next === undefined || bundle.inProgress === 0) return false;
  const isJoin = next.joins !== undefined && !operations.some(({ code }) => code === next.code);
  if (!isJoin) return floor.scan(bundle.id, next.code);
  const sizeOf = (id: number) => floor.sheets.find((sheet) => sheet.id === id)?.size;
  const partners = floor.bundles().filter((other) => {
    const isReady = other.part !== part && other.inProgress > 0 && other.outside === null;
    return isReady && sizeOf(other.id) === sizeOf(bundle.id);
  });
  const joined = partners.filter((other) => {
    const doneTo = new Set(other.operations.map(({ code }) => code));
    return nextOperations(floor.routing, { part: other.part, done: doneTo }).includes(next);
  });
  return floor.join(next.code, [bundle.id, ...joined.map(({ id }) => id)]);
}

/** Everything that can still be done is done, all of it good. */
export function playToTheEnd(floor: Play): void {
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const { id } of floor.bundles()) hasMoved = finishOff(floor, id) || hasMoved;
  }
}

function finishOff(floor: Play, id: number): boolean {
  const last = floor.routing.operations.at(-1)!.code;
  const bundle = floor.state().bundles.get(id)!;
  const open = bundle.operations.find(({ code }) => code === bundle.open);
  const good = (pieces: number) => ({ good: pieces, rework: 0, second: 0, scrap: 0 });
  if (bundle.outside !== null) return floor.comesBack(id, good(bundle.away));
  if (bundle.rework > 0) return floor.repair(id, last, good(bundle.rework));
  if (open === undefined) return begin(floor, bundle);
  const left = open.pieces - open.good - open.rework - open.second - open.scrap;
  return floor.finish(id, good(Math.min(left, bundle.inProgress)));
}
