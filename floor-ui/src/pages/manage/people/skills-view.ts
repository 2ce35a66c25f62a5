import { coverOf, type OperationCover } from "@trame/shared";

/** An operation as skills are noted for it. */
export interface SkillOperation extends OperationCover {
  readonly operation: string;
  readonly isInUse: boolean;
}

/** Somebody with their levels, in the order of the operations; null: not noted. */
export interface SkillPerson {
  readonly operatorId: string;
  readonly name: string;
  readonly pictogram: string | null;
  readonly levels: readonly (number | null)[];
}

/** `GET /api/v1/people/skills`. */
export interface SkillsList {
  readonly operations: readonly SkillOperation[];
  readonly people: readonly SkillPerson[];
}

const HIGHEST = 4;

/** One tap further; after the highest level comes none. */
export function nextLevel(level: number | null): number {
  return ((level ?? 0) + 1) % (HIGHEST + 1);
}

/** The list as it will be once a change was taken: a tap is seen at once. */
export function withSkill(
  { operations, people }: SkillsList,
  change: { readonly operatorId: string; readonly operation: string; readonly level: number },
): SkillsList {
  const at = operations.findIndex(({ operation }) => operation === change.operation);
  const level = change.level === 0 ? null : change.level;
  const next = people.map((person) =>
    person.operatorId === change.operatorId
      ? { ...person, levels: person.levels.map((before, index) => (index === at ? level : before)) }
      : person,
  );
  return {
    people: next,
    operations: operations.map((operation, index) =>
      index === at
        ? { ...operation, ...coverOf(next.map(({ levels }) => levels[index] ?? null)) }
        : operation,
    ),
  };
}
