import { decideJoin, type JoinRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import type { BundlesThen } from "../situations.ts";
import { type CommandDeps, headOf, KEPT, keptUnknown, refused } from "./deps.ts";
import { type Located, locate, partsOf } from "./on-bundle.ts";

/** Parts come together: one ticket goes on, the others end here. */
export function join(deps: CommandDeps, attempt: Attempt<JoinRequest>): Verdict {
  const { dated } = attempt;
  const { codes } = attempt.body;
  const record = { codes };
  const located = codes.map((code) => locate(deps, attempt, { record, code }));
  for (const each of located) if ("verdict" in each) return each.verdict;
  const bundleIds = [...new Set(located.flatMap(idOf))];
  if (attempt.planned === null && !dated.isOffline) {
    return refused(record, { code: "station-unknown" }, bundleIds);
  }
  const strangers = strangersAmong(located, codes);
  const then = strangers === null ? deps.situations.at(bundleIds, dated.at) : null;
  if (then !== null) return joinFamily(deps, attempt, { then, bundleIds });
  if (dated.isOffline) return keptUnknown(record);
  const [code = "", other = ""] = strangers ?? codes;
  return refused(record, { code: "join-not-here", blanks: { code, other } }, bundleIds);
}

interface Joining {
  readonly then: BundlesThen;
  readonly bundleIds: readonly number[];
}

function joinFamily(
  deps: CommandDeps,
  attempt: Attempt<JoinRequest>,
  { then, bundleIds }: Joining,
): Verdict {
  const { situations } = deps;
  const { dated, planned, body } = attempt;
  const record = { codes: body.codes };
  const decision = decideJoin(joinSituation(deps, then, { bundleIds, planned }));
  const [first = 0] = bundleIds;
  if (!decision.ok && !dated.isOffline) {
    const bundle = situations.card(then, first);
    return refused(record, { ...partsOf(decision), bundle }, bundleIds);
  }
  const operation = decision.operation ?? planned?.station.operation ?? "";
  const act = { ...headOf(attempt), kind: "join" as const, operation, bundleIds };
  const taken = situations.take(then.family, [act]);
  return {
    accepted: true,
    ...(decision.ok ? partsOf(decision) : { code: KEPT }),
    record: { ...record, operation, bundleIds },
    bundleIds,
    conflict: taken.conflict,
    bundle: taken.card(decision.ok ? decision.carrierId : first),
    operation: taken.operation(operation),
  };
}

function idOf(located: Located): number[] {
  return "verdict" in located ? [] : [located.bundleId];
}

/** Codes of two bundles that have nothing to do with each other: another order, or another style. */
function strangersAmong(
  located: readonly Located[],
  codes: readonly string[],
): readonly string[] | null {
  const kinds = located.map((each) => {
    if ("verdict" in each) return "";
    const { orderId, routing } = each.then.family;
    return `${orderId} ${routing.styleId}`;
  });
  const other = kinds.findIndex((kind) => kind !== kinds[0]);
  return other < 0 ? null : [codes[0] ?? "", codes[other] ?? ""];
}

function joinSituation(
  { situations }: CommandDeps,
  then: BundlesThen,
  { bundleIds, planned }: { bundleIds: readonly number[]; planned: Attempt<unknown>["planned"] },
) {
  const [first = 0] = bundleIds;
  const { sheet: _, state: __, ...common } = situations.situation(then, first, planned);
  const bundles = bundleIds.map((id) => {
    const { sheet, state } = situations.situation(then, id, planned);
    return { sheet, state };
  });
  return { ...common, bundles };
}
