import {
  computedTarget,
  type DayNumber,
  parseDay,
  type TargetRequest,
  type TargetSource,
} from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, KEPT, refused } from "../../floor/commands/deps.ts";
import type { AnswerParts } from "../../floor/stored-answer.ts";
import type { LineBasis } from "../target-basis.ts";

/** Days before and after today for which a target is given. */
const DAYS_AROUND = 366;
const DAY_MS = 86_400_000;

/** How many pieces a line is to make on a day ([F24]). */
export function setTarget({ floor }: CommandDeps, attempt: Attempt<TargetRequest>): Verdict {
  const { lineId, day, pieces, of = null } = attempt.body;
  const after = floor.now.said;
  const found = findLine(floor.targets, attempt);
  const target = "code" in found ? found : targetFrom(attempt.body, found);
  if (!("code" in target)) {
    return { accepted: true, code: "target-accepted", record: { lineId, day, ...target }, after };
  }
  // What can't be computed leaves what a person named, or the plan's.
  const record = { lineId, day, pieces, of: null };
  return attempt.dated.isOffline
    ? { accepted: true, code: KEPT, conflict: target.code, record, after }
    : refused({ ...record, of }, target);
}

/** The line on that day, or why it gets no target. */
function findLine(
  targets: CommandDeps["floor"]["targets"],
  { body, dated }: Attempt<TargetRequest>,
): LineBasis | AnswerParts {
  const day = parseDay(body.day);
  if (day === null) return { code: "target-day-invalid", blanks: { day: body.day } };
  if (isFar(day, dated.at)) return { code: "target-day-far", blanks: { day: body.day } };
  const { lines, isWorked } = targets(day, dated.at);
  const basis = lines.find(({ line }) => line.id === body.lineId);
  if (basis === undefined) return { code: "target-line-unknown", blanks: { line: body.lineId } };
  const isTakenBack = body.pieces === null && (body.of ?? null) === null;
  if (!isWorked && !isTakenBack) return { code: "target-day-off", blanks: { day: body.day } };
  return basis;
}

function isFar(day: DayNumber, at: number): boolean {
  return Math.abs(day - Math.floor(at / DAY_MS)) > DAYS_AROUND;
}

/** By hand, or computed from what was given and what the server knows of the line. */
function targetFrom(
  { pieces, of = null }: TargetRequest,
  { people, garment }: LineBasis,
): { readonly pieces: number | null; readonly of: TargetSource | null } | AnswerParts {
  if (of === null) return { pieces, of: null };
  const { efficiency } = of;
  const personMinutes = of.personMinutes ?? people.personMinutes;
  const standardMinutes = of.standardMinutes ?? garment?.standardMinutes;
  if (of.personMinutes === undefined && personMinutes === 0)
    return { code: "target-people-unknown" };
  if (standardMinutes === undefined) return { code: "target-garment-unknown" };
  const source = { personMinutes, efficiency, standardMinutes };
  return { pieces: computedTarget(source), of: source };
}
