import type { Operator } from "../floor/operator-schema.ts";
import { bare } from "../floor/station-operations.ts";
import type { Operation } from "../orders/routing-schema.ts";

/** What of somebody a plan of the day needs. */
export type Skilled = Pick<Operator, "skills" | "pace">;

/** What of an operation a skill is known by. */
export type NamedOperation = Pick<Operation, "code" | "label">;

/**
 * Part of the usual pace at which an operation is planned, by level of skill: learning 1/2, with help 3/4, alone and able to teach 1.
 * An assumption for planning, never a measurement and never a goal. It is in line with the usual learning curve of sewing, T(n) = T(1) × n^log2(0.8) (Wright,
 * 1936): somebody who has made an eighth of the pieces after which the standard time is reached takes 1.95 times as long, and
 * somebody who has made two fifths of them 1.34 times.
 */
export const LEVEL_PACE: Readonly<Record<number, number>> = { 1: 0.5, 2: 0.75, 3: 1, 4: 1 };

/** The level at which somebody does an operation, by its code or French label, the highest where it is noted twice; null when it is not noted. */
export function levelOf({ skills = [] }: Skilled, { code, label }: NamedOperation): number | null {
  const names = new Set([bare(code), bare(label.fr)]);
  const levels = skills
    .filter(({ operation }) => names.has(bare(operation)))
    .map(({ level }) => level);
  return levels.length === 0 ? null : Math.max(...levels);
}

/**
 * Minutes planned for somebody and one piece of an operation: standard minutes / (pace of their level × their own pace).
 * null where they can't: an operation that is not among their skills is given to nobody.
 */
export function plannedMinutes(
  operation: NamedOperation & Pick<Operation, "standardMinutes">,
  operator: Skilled,
): number | null {
  const level = levelOf(operator, operation);
  if (level === null) return null;
  return operation.standardMinutes / ((LEVEL_PACE[level] ?? 1) * (operator.pace ?? 1));
}
