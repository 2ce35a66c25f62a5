import { decideReturn, type ReturnRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import type { CommandDeps } from "./deps.ts";
import { outcomeOf } from "./finish.ts";
import { onBundle } from "./on-bundle.ts";

/** Pieces come back from a subcontractor; what is lost is scrap. */
export function returnBundle(deps: CommandDeps, attempt: Attempt<ReturnRequest>): Verdict {
  const { code, slipId, ...body } = attempt.body;
  const outcome = outcomeOf(body);
  return onBundle(deps, attempt, {
    record: { code, slipId, outcome },
    code,
    needsStation: false,
    decide: (situation) => decideReturn(situation, { slipId, outcome }),
    act: ({ bundleId, then: { family } }) => ({
      family,
      fields: { kind: "return", bundleId, slipId, outcome },
    }),
  });
}
