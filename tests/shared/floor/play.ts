import {
  type BundleAct,
  type BundleSheet,
  type BundleState,
  type Decision,
  decideDispatch,
  decideFinish,
  decideJoin,
  decideReturn,
  decideScan,
  decideSplit,
  decideUndo,
  type FamilyState,
  foldFamily,
  type Routing,
  type Situation,
} from "@trame/shared";
import fc from "fast-check";
import { NAMES, OPTIONS } from "./builders.ts";

type Outcome = Extract<BundleAct, { kind: "return" }>["outcome"];

function shown({ origin: _origin, assignmentId: _assignment, ...act }: BundleAct): string {
  return JSON.stringify(act);
}

/** A floor with the network: each act is decided first, and happens only when it is accepted. */
export interface Play {
  readonly [fc.toStringMethod]: () => string;
  readonly routing: Routing;
  readonly sheets: BundleSheet[];
  readonly acts: BundleAct[];
  state(): FamilyState;
  bundles(): BundleState[];
  /** Keys of accepted acts that were in conflict as soon as they were folded. */
  readonly misfits: string[];
  readonly refusals: Set<string>;
  scan(bundleId: number, operation: string, suffix?: string): boolean;
  finish(bundleId: number, outcome: Outcome): boolean;
  repair(bundleId: number, operation: string, outcome: Outcome): boolean;
  split(bundleId: number, pieces: number): boolean;
  join(operation: string, bundleIds: readonly number[]): boolean;
  dispatch(bundleId: number, operations: readonly string[]): boolean;
  comesBack(bundleId: number, outcome: Outcome): boolean;
  undo(act: BundleAct): boolean;
}

export function play(routing: Routing, cut: readonly BundleSheet[]): Play {
  const sheets = [...cut];
  const acts: BundleAct[] = [];
  const misfits: string[] = [];
  const refusals = new Set<string>();
  let now = 0;
  let folded = foldFamily({ routing, sheets }, acts, OPTIONS);

  function head(stationId: string | null) {
    now += 1_000;
    return { key: `a${now}`, at: now, origin: "scan" as const, stationId, assignmentId: null };
  }

  function situation(bundleId: number, operation: string, suffix = ""): Situation {
    return {
      routing,
      sheet: sheets.find(({ id }) => id === bundleId)!,
      state: folded.bundles.get(bundleId)!,
      order: { state: "running" },
      station: { id: `S${operation}${suffix}`, lineId: "L1", operations: [operation] },
      deduceLimit: OPTIONS.deduceLimit,
      names: NAMES,
    };
  }

  function happen(decision: Decision, act: BundleAct): boolean {
    if (!decision.ok) {
      refusals.add(decision.code);
      return false;
    }
    acts.push(act);
    folded = foldFamily({ routing, sheets }, acts, OPTIONS);
    const all = [...folded.bundles.values()].flatMap(({ conflicts }) => conflicts);
    if (all.some(({ key }) => key === act.key)) misfits.push(`${act.kind} ${act.key}`);
    return true;
  }

  return {
    // A failing run shows what happened.
    [fc.toStringMethod]: () =>
      [
        JSON.stringify(sheets.map(({ id, part, pieces }) => [id, part, pieces])),
        ...acts.map(shown),
      ].join("\n"),
    routing,
    sheets,
    acts,
    misfits,
    refusals,
    state: () => folded,
    bundles: () => [...folded.bundles.values()],
    scan(bundleId, operation, suffix) {
      const here = situation(bundleId, operation, suffix);
      const decision = decideScan(here);
      const meant = decision.operation ?? operation;
      return happen(decision, {
        ...head(here.station.id),
        kind: "scan",
        bundleId,
        operation: meant,
      });
    },
    finish(bundleId, outcome) {
      const { open, operations } = folded.bundles.get(bundleId)!;
      const { stationId } = operations.find(({ code }) => code === open) ?? {};
      const here = situation(bundleId, open ?? routing.operations[0]!.code);
      const station = { ...here.station, id: stationId ?? here.station.id };
      const decision = decideFinish({ ...here, station }, { outcome, isRepaired: false });
      const operation = decision.operation ?? "?";
      const more = { kind: "finish", bundleId, operation, outcome } as const;
      return happen(decision, { ...head(station.id), ...more, defects: [], isRepaired: false });
    },
    repair(bundleId, operation, outcome) {
      const here = situation(bundleId, operation);
      const decision = decideFinish(here, { operation, outcome, isRepaired: true });
      const more = { kind: "finish", bundleId, operation, outcome } as const;
      return happen(decision, { ...head(here.station.id), ...more, defects: [], isRepaired: true });
    },
    split(bundleId, pieces) {
      const here = situation(bundleId, routing.operations[0]!.code);
      const decision = decideSplit(here, pieces);
      if (!decision.ok) return happen(decision, { ...head(null), kind: "undo", undoes: "" });
      const childId = sheets.length + 1;
      sheets.push({ ...here.sheet, id: childId, parentId: bundleId, pieces });
      return happen(decision, {
        ...head(here.station.id),
        kind: "split",
        bundleId,
        childId,
        pieces,
      });
    },
    join(operation, bundleIds) {
      const { sheet: _sheet, state: _state, ...here } = situation(bundleIds[0]!, operation);
      const bundles = bundleIds.map((id) => {
        const { sheet, state } = situation(id, operation);
        return { sheet, state };
      });
      const decision = decideJoin({ ...here, bundles });
      return happen(decision, { ...head(here.station.id), kind: "join", operation, bundleIds });
    },
    dispatch(bundleId, operations) {
      const slipId = `BL${acts.length}`;
      const decision = decideDispatch(situation(bundleId, "10"), "Atelier Dupont");
      return happen(decision, { ...head(null), kind: "dispatch", bundleId, slipId, operations });
    },
    comesBack(bundleId, outcome) {
      const state = folded.bundles.get(bundleId)!;
      const slipId = state.outside ?? "none";
      const decision = decideReturn({ state, names: NAMES }, { slipId, outcome });
      return happen(decision, { ...head(null), kind: "return", bundleId, slipId, outcome });
    },
    undo(act) {
      const { stationId, assignmentId } = act;
      const undo = { undoes: act.key, at: now, stationId, assignmentId, isSupervisor: false };
      const decision = decideUndo(acts, undo);
      return happen(decision, { ...head(stationId), kind: "undo", undoes: act.key });
    },
  };
}
