import type { CorrectionRequest, HandCountRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../attempt.ts";
import { type CommandDeps, refused } from "./deps.ts";
import { locate } from "./on-bundle.ts";

const HOUR_MS = 3_600_000;

/** − and + beside the count: test stitches, unpicking. Kept apart, and counted. */
export function correct(deps: CommandDeps, attempt: Attempt<CorrectionRequest>): Verdict {
  const { floor } = deps;
  const { pieces, code } = attempt.body;
  const record = { pieces, ...(code !== undefined && { code }) };
  if (attempt.planned === null && !attempt.dated.isOffline) {
    return refused(record, { code: "station-unknown" });
  }
  const located = code === undefined ? null : locate(deps, attempt, { record, code });
  if (located !== null && "verdict" in located && !located.verdict.accepted) return located.verdict;
  return {
    accepted: true,
    code: "correction-accepted",
    blanks: { pieces: pieces > 0 ? `+${pieces}` : `−${-pieces}` },
    record,
    bundleIds: located !== null && "bundleId" in located ? [located.bundleId] : [],
    after: floor.loose.refold,
  };
}

/** Pieces by hand: for a table, or for the tally of a day without power. */
export function countByHand({ floor }: CommandDeps, attempt: Attempt<HandCountRequest>): Verdict {
  const { pieces, reason } = attempt.body;
  const record = { pieces, reason };
  if (attempt.planned === null) return refused(record, { code: "count-no-station" });
  // Any moment of the hour stands for it, also one that is still to come.
  if (attempt.dated.at >= attempt.received + HOUR_MS) {
    return refused(record, { code: "count-too-soon" });
  }
  return {
    accepted: true,
    code: "count-accepted",
    blanks: { pieces },
    record,
    after: floor.loose.refold,
  };
}
