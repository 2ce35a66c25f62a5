import { type BadgeRequest, parseBadge } from "@trame/shared";
import type { Assignment } from "../assignments.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import { type CommandDeps, keptUnknown, refused } from "./deps.ts";

type Badge = Pick<BadgeRequest, "badge" | "direction" | "assignmentId">;

/** Somebody comes to a station or leaves it; nothing that names them goes on record. */
export function badge(deps: CommandDeps, attempt: Attempt<Badge>): Verdict {
  const { direction } = attempt.body;
  const record = { direction };
  const found = direction === "in" ? comes(deps, attempt) : leaves(deps, attempt);
  if ("code" in found) {
    return attempt.dated.isOffline ? keptUnknown(record) : refused(record, found);
  }
  const code = direction === "in" ? "badge-in-accepted" : "badge-out-accepted";
  return { accepted: true, code, record, by: found.id, assignmentId: found.id };
}

/** Whose badge it is; what is wrong with it otherwise. */
function operatorOf({ catalogue }: CommandDeps, { badge: text }: Badge): string | { code: string } {
  const parsed = parseBadge(text ?? "");
  if (!parsed.ok && parsed.reason === "ticket") return { code: "badge-is-ticket" };
  const operator = parsed.ok ? catalogue.operators.byBadge(parsed.badge) : null;
  return operator?.id ?? { code: "badge-unknown" };
}

function comes(deps: CommandDeps, attempt: Attempt<Badge>): Assignment | { code: string } {
  const { body, dated, planned, received } = attempt;
  if (planned === null && !dated.isOffline) return { code: "station-unknown" };
  const operatorId = operatorOf(deps, body);
  if (typeof operatorId !== "string") return operatorId;
  const stationId = attempt.stationId ?? "";
  const { assignments, badgePins } = deps.floor;
  const isShown = badgePins.isShown({ operatorId, stationId }, received);
  if (!isShown && canAskPin(attempt)) return { code: "badge-pin-wanted" };
  const coming = { operatorId, stationId, at: dated.at, id: body.assignmentId };
  const begun = assignments.begin(coming);
  if (!isShown) badgePins.noteWithout(begun.id);
  return begun;
}

/** Without the network, at a counter's reader and for a supervisor nobody can: the floor never waits ([PD15]). */
function canAskPin({ dated, isAdmin, isFromCounter }: Attempt<Badge>): boolean {
  return !dated.isOffline && !isAdmin && !isFromCounter;
}

/** Named by the assignment, or by the badge. */
function leaves(deps: CommandDeps, { body, dated }: Attempt<Badge>): Assignment | { code: string } {
  const { assignments } = deps.floor;
  const operatorId = body.badge === undefined ? null : operatorOf(deps, body);
  if (operatorId !== null && typeof operatorId !== "string") return operatorId;
  const found =
    operatorId === null
      ? assignments.find(body.assignmentId ?? "")
      : // Whoever leaves after the end of the shift was taken to have left then.
        assignments.whereWas(operatorId, dated.at);
  if (found === null) return { code: operatorId === null ? "badge-unknown" : "badge-not-in" };
  assignments.end(found, dated.at);
  return found;
}
