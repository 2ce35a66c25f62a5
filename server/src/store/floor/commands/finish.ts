import { decideFinish, type FinishRequest, type Outcome } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import type { CommandDeps } from "./deps.ts";
import { onBundle } from "./on-bundle.ts";

/** Work on some or all pieces of a bundle ended. */
export function finish(deps: CommandDeps, attempt: Attempt<FinishRequest>): Verdict {
  const { code, operation, defects = [], repaired = false, photo, ...body } = attempt.body;
  const outcome = outcomeOf(body);
  return onBundle(deps, attempt, {
    record: { code, outcome, defects, isRepaired: repaired, ...(photo !== undefined && { photo }) },
    code,
    needsStation: true,
    decide: (situation) =>
      decideFinish(situation, {
        outcome,
        isRepaired: repaired,
        ...(operation !== undefined && { operation }),
      }),
    act({ bundleId, then: { family }, decision }) {
      const done = decision.operation ?? operation ?? attempt.planned?.station.operation ?? "";
      const said = { outcome, defects, isRepaired: repaired };
      return { family, fields: { kind: "finish", bundleId, operation: done, ...said } };
    },
  });
}

export function outcomeOf({ good, rework, second, scrap }: Outcome): Outcome {
  return { good, rework, second, scrap };
}
