import { type BundleAct, type DispatchRequest, decideDispatch } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import type { AnswerParts } from "../stored-answer.ts";
import { type CommandDeps, headOf, KEPT, refused } from "./deps.ts";
import { UNKNOWN_CODE } from "./find-act.ts";
import { locate, partsOf } from "./on-bundle.ts";

/** Bundles go to a subcontractor with one delivery slip: all of them, or none and the reason of the first that can't. */
export function dispatch(deps: CommandDeps, attempt: Attempt<DispatchRequest>): Verdict {
  const { situations } = deps;
  const { dated } = attempt;
  const { slipId, partner, codes, operations = [] } = attempt.body;
  const record = { slipId, partner, codes, operations };
  const going = new Map<number, { act: BundleAct; parts: AnswerParts }>();
  let unknown: string | null = null;
  for (const code of codes) {
    const located = locate(deps, attempt, { record, code });
    if ("verdict" in located) {
      if (!dated.isOffline) return located.verdict;
      unknown = UNKNOWN_CODE;
      continue;
    }
    const { bundleId, then } = located;
    const decision = decideDispatch(situations.situation(then, bundleId, null), partner);
    if (!decision.ok && !dated.isOffline) {
      const bundle = situations.card(then, bundleId);
      return refused(record, { ...partsOf(decision), bundle }, [bundleId]);
    }
    const act = { ...headOf(attempt), kind: "dispatch" as const, bundleId, slipId, operations };
    going.set(bundleId, { act, parts: decision.ok ? partsOf(decision) : { code: KEPT } });
  }
  const { conflict, ...said } = takeAll(deps, going);
  const bundleIds = [...going.keys()];
  return { accepted: true, record, bundleIds, ...said, conflict: unknown ?? conflict };
}

/** Per bundle: what goes on record of it, and what is said of it. */
type Going = ReadonlyMap<number, { readonly act: BundleAct; readonly parts: AnswerParts }>;

/** Each family once, with all that goes of it; the sentence is that of the first. */
function takeAll({ floor, situations }: CommandDeps, going: Going) {
  let conflict: string | null = null;
  const done = new Set<number>();
  for (const [bundleId] of going) {
    const family = done.has(bundleId) ? null : floor.families.load([bundleId]);
    if (family === null) continue;
    const acts = family.sheets.flatMap(({ id }) => going.get(id)?.act ?? []);
    for (const { id } of family.sheets) done.add(id);
    conflict ??= situations.take(family, acts).conflict;
  }
  const [first] = going.values();
  return { ...(first?.parts ?? { code: KEPT }), conflict };
}
