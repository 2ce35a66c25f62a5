import { decideScan, type ScanRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import type { CommandDeps } from "./deps.ts";
import { onBundle } from "./on-bundle.ts";

/** A bundle is put under the needle; the first scan of an order sets it running. */
export function scan(deps: CommandDeps, attempt: Attempt<Pick<ScanRequest, "code">>): Verdict {
  const { code } = attempt.body;
  return onBundle(deps, attempt, {
    record: { code },
    code,
    needsStation: true,
    decide: decideScan,
    act({ bundleId, then: { family }, decision }) {
      // Without an operation that the bundle passes here, the fold says so: what the plan calls the station stands in.
      const operation = decision.operation ?? attempt.planned?.station.operation ?? "";
      return { family, fields: { kind: "scan", bundleId, operation } };
    },
  });
}
