import { bare } from "../floor/station-operations.ts";

/** Somebody with what they are noted to know. */
export interface Learner {
  readonly skills?: readonly { readonly operation: string; readonly level: number }[];
}

/** An operation by all that a skill may be noted under: its label and its codes. */
export interface NamedWork {
  readonly operation: string;
  readonly names: readonly string[];
}

/** How an operation stands in the team. It says something of the operation, never of a person. */
export interface OperationCover {
  /** Do it alone: levels 3 and 4. */
  readonly alone: number;
  /** Can teach it: level 4. */
  readonly teachers: number;
  /** Levels 1 and 2. */
  readonly learning: number;
  /** Fewer than two people do it alone: one absence stops it. */
  readonly isToPassOn: boolean;
}

/** From this level on somebody does an operation alone. */
export const ALONE_LEVEL = 3;
/** At this level somebody can teach it. */
export const TEACH_LEVEL = 4;
/** With fewer who do it alone, an operation is to be passed on. */
const ENOUGH = 2;

/** The level at which somebody knows an operation, the highest where it is noted twice; null when it is not noted. */
export function knownLevel({ skills = [] }: Learner, { names }: NamedWork): number | null {
  const wanted = new Set(names.map(bare));
  const levels = skills.filter(({ operation }) => wanted.has(bare(operation))).map((s) => s.level);
  return levels.length === 0 ? null : Math.max(...levels);
}

/** How well a team covers an operation, of the levels of all its people. */
export function coverOf(levels: readonly (number | null)[]): OperationCover {
  const count = (from: number, to: number): number =>
    levels.filter((level) => level !== null && level >= from && level <= to).length;
  const alone = count(ALONE_LEVEL, TEACH_LEVEL);
  return {
    alone,
    teachers: count(TEACH_LEVEL, TEACH_LEVEL),
    learning: count(1, ALONE_LEVEL - 1),
    isToPassOn: alone < ENOUGH,
  };
}

/** The skills of somebody with one of them at another level, 0 for none; what the operation was noted under before goes. */
export function withLevel(
  { skills = [] }: Learner,
  { operation, names }: NamedWork,
  level: number,
): { operation: string; level: number }[] {
  const gone = new Set(names.map(bare));
  const others = skills.filter((skill) => !gone.has(bare(skill.operation)));
  return level === 0 ? [...others] : [...others, { operation, level }];
}
