import type { BundleAct, Decision, Situation } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import type { LoadedFamily } from "../families.ts";
import type { BundlesThen } from "../situations.ts";
import { type CommandDeps, headOf, KEPT, keptUnknown, refused } from "./deps.ts";

/** How an act on one bundle is decided, and what it is then. */
export interface BundleCommand {
  /** As it was sent, for the log. */
  readonly record: object;
  readonly code: string;
  /** The station must be in the plan. */
  readonly needsStation: boolean;
  decide(situation: Situation): Decision;
  /** The act, once it is taken, and the family that it is folded in; what it holds besides its head goes on record. */
  act(decided: Decided): {
    readonly family: LoadedFamily;
    readonly fields: ActFields;
    readonly newCodes?: readonly string[];
  };
}

export interface Decided {
  readonly bundleId: number;
  readonly then: BundlesThen;
  readonly decision: Decision;
}

/** An act without its head. */
export type ActFields = WithoutHead<Extract<BundleAct, { readonly bundleId: number }>>;
type WithoutHead<Act> = Act extends unknown
  ? Omit<Act, "key" | "at" | "origin" | "stationId" | "assignmentId">
  : never;

/** A bundle that an act names, as it was then; or what is answered when there is none. */
export type Located =
  | { readonly bundleId: number; readonly then: BundlesThen }
  | { readonly verdict: Verdict };

/** Finds the bundle of a code; made offline, an act is kept also when there is none ([Y5]). */
export function locate(
  { findBundle, situations }: CommandDeps,
  { dated }: Attempt<unknown>,
  { record, code }: Pick<BundleCommand, "record" | "code">,
): Located {
  const found = findBundle(code);
  if (!found.ok && (!dated.isOffline || found.bundleId === null)) {
    if (dated.isOffline) return { verdict: keptUnknown(record) };
    const about = found.bundleId === null ? [] : [found.bundleId];
    return { verdict: refused(record, found.refusal, about) };
  }
  const { bundleId } = found;
  const then = bundleId === null ? null : situations.at([bundleId], dated.at);
  if (bundleId === null || then === null) return { verdict: keptUnknown(record) };
  return { bundleId, then };
}

/** Takes or refuses an act on one bundle ([Y1] to [Y5]): what was made offline is taken, whatever is decided. */
export function onBundle(
  deps: CommandDeps,
  attempt: Attempt<unknown>,
  command: BundleCommand,
): Verdict {
  const { situations } = deps;
  const { record } = command;
  const { isOffline } = attempt.dated;
  const located = locate(deps, attempt, command);
  if ("verdict" in located) return located.verdict;
  const { bundleId, then } = located;
  if (command.needsStation && attempt.planned === null && !isOffline) {
    return refused(record, { code: "station-unknown" }, [bundleId]);
  }
  const situation = situations.situation(then, bundleId, attempt.planned);
  const decision = command.decide(situation);
  if (!decision.ok && !isOffline) {
    const bundle = situations.card(then, bundleId);
    return refused(record, { ...partsOf(decision), bundle }, [bundleId]);
  }
  const { family, fields, newCodes = [] } = command.act({ bundleId, then, decision });
  const taken = situations.take(family, [{ ...headOf(attempt), ...fields }]);
  const { kind: _, ...said } = fields;
  return {
    accepted: true,
    ...(decision.ok ? partsOf(decision) : { code: KEPT }),
    record: { ...record, ...said },
    bundleIds: fields.kind === "split" ? [bundleId, fields.childId] : [bundleId],
    conflict: taken.conflict,
    bundle: taken.card(bundleId),
    operation: taken.operation(decision.operation),
    newCodes,
  };
}

/** What an answer says of a decision. */
export function partsOf({ code, blanks }: Decision) {
  return { code, blanks };
}
