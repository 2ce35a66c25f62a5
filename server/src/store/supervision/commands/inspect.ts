import type { InspectionRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, KEPT, refused } from "../../floor/commands/deps.ts";

/** Pieces that were looked at without a bundle: nothing moves by it. */
export function inspect(
  { catalogue, floor }: CommandDeps,
  attempt: Attempt<InspectionRequest>,
): Verdict {
  const { good, rework, second, scrap, defects = [], photo = null, orderId = null } = attempt.body;
  const lineId = attempt.planned?.line.id ?? null;
  const record = { lineId, orderId, good, rework, second, scrap, defects, photo };
  const pieces = good + rework + second + scrap;
  const after = floor.now.said;
  const taken = { accepted: true, record, after };
  // Whoever was told that it is kept is not told no: what can't be counted is on record.
  if (attempt.dated.isOffline && (lineId === null || pieces === 0)) {
    return { ...taken, code: KEPT };
  }
  if (lineId === null) return refused(record, { code: "station-unknown" });
  if (pieces === 0) return refused(record, { code: "inspection-empty" });
  if (orderId !== null && catalogue.orders.find(orderId) === null) {
    if (!attempt.dated.isOffline) {
      return refused(record, { code: "order-unknown", blanks: { id: orderId } });
    }
  }
  return { ...taken, code: "inspection-accepted", blanks: { good, pieces } };
}
