import type { Operation, Routing } from "../orders/routing-schema.ts";
import type { Defect, Outcome } from "./act.ts";
import type { BundleSheet, Conflict, OperationState, OutcomeChange, Tally } from "./bundle.ts";

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** An operation while its bundle is folded. */
export interface Work extends Changing<OperationState> {
  /** Key of the act that finished it, or began it while it is open: what others contradict. */
  heldBy: string;
  /** Of its pieces in repair, how many came back, whatever became of them. */
  returned: number;
  /** Pieces taken for good without a scan, and where they were counted. */
  deducedGood: number;
  deducedTally: Tally | null;
  /** The same operation of the bundle that this one was split from, where its pieces were counted. */
  source: Work | null;
}

/** A bundle while it is folded. What is in progress is what is left of its pieces: `inProgress`. */
export interface RunningBundle extends Changing<Outcome> {
  readonly sheet: BundleSheet;
  /** Not yet split off when false. */
  isBorn: boolean;
  pieces: number;
  splitOut: number;
  absorbed: number;
  part: string | null;
  open: string | null;
  joinedInto: number | null;
  joinedBy: string | null;
  outside: Outside | null;
  outAt: number | null;
  movedAt: number | null;
  readonly works: Map<string, Work>;
  readonly defects: Defect[];
  readonly conflicts: Conflict[];
}

/** A stay at a subcontractor's. */
export interface Outside {
  readonly slipId: string;
  readonly key: string;
  readonly operations: readonly string[];
  /** Pieces that went. */
  readonly sent: number;
  readonly returned: Changing<Outcome>;
  /** What came back of it so far: which operation it was of is known when all of it is back. */
  readonly told: Changing<OutcomeChange>[];
}

/** What an act is folded into. */
export interface Floor {
  readonly routing: Routing;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Code of the operation after which pieces are output. */
  readonly last: string | null;
  readonly options: FoldOptions;
  readonly bundles: ReadonlyMap<number, RunningBundle>;
  readonly tallies: Set<Tally>;
  readonly outcomes: OutcomeChange[];
}

/** Key of the setting that holds `FoldOptions.deduceLimit`. */
export const DEDUCE_LIMIT_SETTING = "deduce-limit";

const DEDUCE_LIMIT = 2;

/** The limit in force; null is no setting. */
export function deduceLimitOf(setting: string | null): number {
  return setting === null ? DEDUCE_LIMIT : Number(setting);
}

/** What the fold needs to know of the workshop. */
export interface FoldOptions {
  /** Operations without a scan that a later scan takes for done; 2 by default. */
  readonly deduceLimit: number;
  /** The station that did an operation at a moment (UTC ms), the first one of the plan; null when none does. */
  readonly stationOf: (operation: string, at: number) => string | null;
  /** Whether a station had a counter at a moment (UTC ms). */
  readonly hasCounter: (stationId: string, at: number) => boolean;
}

/** The bundle as it was cut, or as it will be once it is split off. */
export function runningBundle(sheet: BundleSheet): RunningBundle {
  const isBorn = sheet.parentId === null;
  return {
    sheet,
    isBorn,
    pieces: isBorn ? sheet.pieces : 0,
    splitOut: 0,
    absorbed: 0,
    good: 0,
    rework: 0,
    second: 0,
    scrap: 0,
    part: sheet.part,
    open: null,
    joinedInto: null,
    joinedBy: null,
    outside: null,
    outAt: null,
    movedAt: null,
    works: new Map(),
    defects: [],
    conflicts: [],
  };
}

/** Pieces that are on the way; those in repair are not among them. */
export function inProgress(bundle: RunningBundle): number {
  const { pieces, splitOut, absorbed, good, rework, second, scrap } = bundle;
  return pieces - splitOut - absorbed - good - rework - second - scrap;
}

/** Pieces of an operation that nobody has declared yet. Those of a truth that comes late may have left meanwhile. */
export function leftOf(bundle: RunningBundle, work: Work): number {
  const left = work.pieces - sumOf(work);
  return Math.max(0, work.isTruth ? left : Math.min(left, inProgress(bundle)));
}

/** Pieces that an outcome is about. */
export function sumOf({ good, rework, second, scrap }: Outcome): number {
  return good + rework + second + scrap;
}

/** Pieces of it that a subcontractor has. */
export function awayOf(bundle: RunningBundle): number {
  if (bundle.outside === null) return 0;
  const { sent, returned } = bundle.outside;
  return Math.max(0, Math.min(sent - sumOf(returned), inProgress(bundle)));
}

/** Codes of the operations that are done to the bundle, deduced ones among them. */
export function doneTo(bundle: RunningBundle): Set<string> {
  return new Set(
    [...bundle.works.values()].flatMap(({ code, status }) => (status === "open" ? [] : [code])),
  );
}

/** The operation is done, under this ticket or one that it was split from: nobody does it again. */
export function isSettled(work: Work): boolean {
  if (work.status === "done") return true;
  for (let { source } = work; source !== null; source = source.source) {
    if (source.status !== "deduced") return true;
  }
  return work.source !== null && deducedOf(work) === 0;
}

/** Its good pieces that nobody scanned; of an inherited operation, those that are still so where they came from. */
export function deducedOf(work: Work): number {
  let pieces = work.deducedGood;
  for (let { source } = work; source !== null; source = source.source) {
    pieces = Math.min(pieces, source.deducedGood);
  }
  return pieces;
}

/** Keeps that an act does not fit. */
export function complain(bundle: RunningBundle, conflict: Conflict): void {
  bundle.conflicts.push(conflict);
}

/** Notes that something happened to the bundle, and whether its last piece left by it. */
export function move(bundle: RunningBundle, at: number): void {
  bundle.movedAt = Math.max(at, bundle.movedAt ?? at);
  const isEmpty = inProgress(bundle) === 0 && bundle.rework === 0;
  const hasLeft = bundle.good + bundle.second + bundle.scrap > 0 && bundle.joinedInto === null;
  bundle.outAt = isEmpty && hasLeft ? (bundle.outAt ?? at) : null;
  if (isEmpty) bundle.open = null;
}
