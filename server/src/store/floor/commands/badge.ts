import { type BadgeRequest, parseBadge } from "@trame/shared";
import type { Assignment } from "../assignments.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import { type CommandDeps, keptUnknown, refused } from "./deps.ts";

type Badge = Pick<BadgeRequest, "badge" | "direction" | "assignmentId">;

/** Somebody comes to a station or leaves it; nothing that names them goes on record. */
export function badge(deps: CommandDeps, attempt: Attempt<Badge>): Verdict {
  const { direction } = attempt.body;
  const record = { direction };
  const isIn = direction === "in";
  if (isIn && attempt.planned === null && !attempt.dated.isOffline) {
    return refused(record, { code: "station-unknown" });
  }
  const operatorId = operatorOf(deps, attempt.body);
  const isUnknown = typeof operatorId !== "string" && (isIn || attempt.body.badge !== undefined);
  if (typeof operatorId !== "string" && isUnknown) {
    return attempt.dated.isOffline ? keptUnknown(record) : refused(record, operatorId);
  }
  const assignment =
    typeof operatorId === "string" && isIn
      ? comes(deps, attempt, operatorId)
      : leaves(deps, attempt, typeof operatorId === "string" ? operatorId : null);
  if (assignment === null) {
    return attempt.dated.isOffline
      ? keptUnknown(record)
      : refused(record, { code: "badge-unknown" });
  }
  return {
    accepted: true,
    code: isIn ? "badge-in-accepted" : "badge-out-accepted",
    record,
    by: assignment.id,
    assignmentId: assignment.id,
  };
}

/** Whose badge it is; what is wrong with it otherwise. */
function operatorOf({ catalogue }: CommandDeps, { badge: text }: Badge): string | { code: string } {
  const parsed = parseBadge(text ?? "");
  if (!parsed.ok && parsed.reason === "ticket") return { code: "badge-is-ticket" };
  const operator = parsed.ok ? catalogue.operators.byBadge(parsed.badge) : null;
  return operator?.id ?? { code: "badge-unknown" };
}

function comes({ floor }: CommandDeps, attempt: Attempt<Badge>, operatorId: string): Assignment {
  const { body, dated, stationId } = attempt;
  return floor.assignments.begin({
    operatorId,
    stationId: stationId ?? "",
    at: dated.at,
    id: body.assignmentId,
  });
}

function leaves(
  { floor }: CommandDeps,
  { body, dated }: Attempt<Badge>,
  operatorId: string | null,
): Assignment | null {
  const { assignments } = floor;
  const found =
    operatorId === null
      ? assignments.find(body.assignmentId ?? "")
      : assignments.whereIs(operatorId, dated.at);
  if (found !== null) assignments.end(found, dated.at);
  return found;
}
