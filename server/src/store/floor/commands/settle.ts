import type { BundleAct, SettleRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import { type CommandDeps, headOf, refused } from "./deps.ts";
import { findAct, hasUnknownCode } from "./find-act.ts";
import { familiesOf } from "./undo.ts";

/** A supervisor says what holds of acts that do not fit together. */
export function settle(deps: CommandDeps, attempt: Attempt<SettleRequest>): Verdict {
  const { floor, situations } = deps;
  const { settles, choice, reason } = attempt.body;
  const target = findAct(floor.acts, settles);
  const record = { settles: target?.key ?? settles, choice, reason };
  if (target === null || !target.isAccepted) return refused(record, { code: "settle-unknown" });
  const bundleIds = floor.acts.bundlesOf(target.n);
  const said = { accepted: true, code: "settle-accepted", record, about: target.key, bundleIds };
  const families = familiesOf(deps, bundleIds);
  const isOpen =
    hasUnknownCode(target) ||
    families.some((family) =>
      [...floor.folding.fold(family).bundles.values()].some(({ conflicts }) =>
        conflicts.some(({ key, against }) => key === target.key || against === target.key),
      ),
    );
  if (!isOpen) return refused(record, { code: "settle-unknown" }, bundleIds);
  const act: BundleAct = {
    ...headOf(attempt),
    kind: "settle",
    settles: target.key,
    choice,
    reason,
  };
  const taken = families.map((family) => situations.take(family, [act]));
  return { ...said, bundle: taken[0]?.card(bundleIds[0] ?? 0) ?? null };
}
