import {
  type BundleAct,
  type BundleSheet,
  type BundleState,
  type FamilyState,
  type FoldOptions,
  foldFamily,
  type Names,
  type Operation,
  type Routing,
  type Situation,
  stationOperations,
} from "@trame/shared";
import { operation, poloRouting, routing } from "../orders/builders.ts";

type ActOf<Kind extends BundleAct["kind"]> = Extract<BundleAct, { kind: Kind }>;
type Fields<Kind extends BundleAct["kind"]> = Partial<ActOf<Kind>>;
type Counts = Partial<ActOf<"return">["outcome"]>;

const MINUTE = 60_000;

/** Three operations in a row, counted by scan. */
export function masks(fields: Partial<Operation> = {}): Routing {
  const { operations } = routing();
  return routing({
    operations: operations.map((each) => ({ ...each, countedBy: "scan", ...fields })),
  });
}

/** The polo with a body that front and back make, which is a part of its own and comes last in the list. */
export function bodyRouting(): Routing {
  const part = (code: string) => ({ code, label: { fr: code } });
  return routing({
    parts: [part("front"), part("back"), part("sleeves"), part("body")],
    operations: [
      operation("10", { part: "front", countedBy: "scan" }),
      operation("20", { part: "back", countedBy: "scan" }),
      operation("30", { part: "sleeves" }),
      operation("40", { part: "body", after: ["10", "20"], joins: ["front", "back"] }),
      operation("45", { part: "body", after: ["40"], countedBy: "scan" }),
      operation("50", { after: ["45", "30"], joins: ["body", "sleeves"] }),
      operation("60", { after: ["50"], countedBy: "scan" }),
    ],
  });
}

export { poloRouting };

/** Bundle 1, whole: 50 pieces. */
export function sheet(fields: Partial<BundleSheet> = {}): BundleSheet {
  return {
    id: 1,
    orderId: "2026-118",
    styleId: "MASQUE",
    set: 1,
    part: null,
    size: "M",
    colour: "Bleu",
    shade: 3,
    pieces: 50,
    parentId: null,
    ...fields,
  };
}

/** What an act at a minute of the day carries. Its key tells its kind and its minute. */
function head<Kind extends BundleAct["kind"]>(kind: Kind, minute: number) {
  const key = `${kind}-${minute}`;
  return {
    kind,
    key,
    at: minute * MINUTE,
    origin: "scan",
    stationId: null,
    assignmentId: null,
  } as const;
}

function outcome({ good = 0, rework = 0, second = 0, scrap = 0 }: Counts) {
  return { good, rework, second, scrap };
}

export function scan(minute: number, code: string, fields: Fields<"scan"> = {}): BundleAct {
  return {
    ...head("scan", minute),
    bundleId: 1,
    operation: code,
    stationId: `S${code}`,
    ...fields,
  };
}

export function finish(minute: number, code: string, counts: Counts & Fields<"finish">): BundleAct {
  const { good, rework, second, scrap, ...fields } = counts;
  return {
    ...head("finish", minute),
    bundleId: 1,
    operation: code,
    stationId: `S${code}`,
    outcome: outcome(counts),
    defects: [],
    isRepaired: false,
    ...fields,
  };
}

/** Pieces come back from repair. */
export function repair(minute: number, code: string, counts: Counts & Fields<"finish">): BundleAct {
  return finish(minute, code, { ...counts, isRepaired: true });
}

export function split(minute: number, pieces: number, fields: Fields<"split"> = {}): BundleAct {
  return { ...head("split", minute), bundleId: 1, childId: 2, pieces, ...fields };
}

export function join(minute: number, code: string, bundleIds: readonly number[]): BundleAct {
  return { ...head("join", minute), operation: code, bundleIds, stationId: `S${code}` };
}

export function dispatch(minute: number, fields: Fields<"dispatch"> = {}): BundleAct {
  return { ...head("dispatch", minute), bundleId: 1, slipId: "BL7", operations: [], ...fields };
}

export function comesBack(minute: number, counts: Counts & Fields<"return">): BundleAct {
  const { good, rework, second, scrap, ...fields } = counts;
  const all = outcome(counts);
  return { ...head("return", minute), bundleId: 1, slipId: "BL7", outcome: all, ...fields };
}

export function undo(minute: number, undone: BundleAct): BundleAct {
  return { ...head("undo", minute), undoes: undone.key };
}

export function settle(minute: number, about: BundleAct, choice: "keep" | "drop"): BundleAct {
  return { ...head("settle", minute), settles: about.key, choice, reason: "vu" };
}

export const OPTIONS: FoldOptions = {
  deduceLimit: 2,
  stationOf: (code) => `S${code}`,
  hasCounter: () => true,
};

/** What acts come to, for bundle 1 whole and 2 split off it unless other sheets are given. */
export function folded(
  acts: readonly BundleAct[],
  of: Routing = masks(),
  sheets: readonly BundleSheet[] = [sheet(), sheet({ id: 2, parentId: 1, pieces: 20 })],
): FamilyState {
  return foldFamily({ routing: of, sheets }, acts, OPTIONS);
}

export function bundle(state: FamilyState, id = 1): BundleState {
  const found = state.bundles.get(id);
  if (found === undefined) throw new RangeError(`no bundle ${id}`);
  return found;
}

/** The pieces of a bundle, in one line. */
export function pieces(state: FamilyState, id = 1) {
  const { good, rework, second, scrap, inProgress } = bundle(state, id);
  return { good, rework, second, scrap, inProgress };
}

/** Operations in the form `10 done S10 50`, where it was done and how many good. */
export function operations(state: FamilyState, id = 1): string[] {
  return bundle(state, id).operations.map(({ code, status, stationId, good }) =>
    [code, status, stationId ?? "-", good].join(" "),
  );
}

/** Conflicts in the form `done-twice finish-5 finish-3`. */
export function conflicts(state: FamilyState, id = 1): string[] {
  return bundle(state, id).conflicts.map(({ code, key, against }) =>
    [code, key, against ?? "-"].join(" "),
  );
}

/** What is counted per station. */
export function counted(state: FamilyState): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { stationId, origin, pieces: count } of state.tallies) {
    const key = `${stationId} ${origin}`;
    sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}

export const NAMES: Names = {
  codeOf: (id) => `118-${id}-K`,
  stationName: (id) => id,
  placeOf: (code) => `S${code}`,
  partnerOf: () => "Atelier Dupont",
  timeOf: (at) => `${at / MINUTE} min`,
};

/** A bundle at a station of a line, after some acts. */
export function situation(
  state: FamilyState,
  {
    at,
    id = 1,
    of = masks(),
    ...fields
  }: { at: string; id?: number; of?: Routing } & Partial<Situation>,
): Situation {
  const bundleState = bundle(state, id);
  const operationsHere = stationOperations(of, { operation: at, operations: [] });
  return {
    routing: of,
    sheet: sheet({ id }),
    state: bundleState,
    order: { state: "running" },
    station: { id: `S${at}`, lineId: "L1", operations: operationsHere },
    deduceLimit: 2,
    names: NAMES,
    ...fields,
  };
}
