import type { InspectionRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, refused } from "../../floor/commands/deps.ts";

/** Pieces that were looked at without a bundle. */
export function inspect({ floor }: CommandDeps, attempt: Attempt<InspectionRequest>): Verdict {
  const { good, rework, second, scrap, defects = [], photo = null, orderId = null } = attempt.body;
  const lineId = attempt.planned?.line.id ?? null;
  const record = { lineId, orderId, good, rework, second, scrap, defects, photo };
  if (lineId === null) return refused(record, { code: "station-unknown" });
  return { accepted: true, code: "inspection-accepted", record, after: floor.now.said };
}
