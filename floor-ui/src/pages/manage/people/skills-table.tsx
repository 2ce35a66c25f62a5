import { usePeopleWords } from "../../../i18n/people.ts";
import { Quarters } from "../../../ui/desk/quarters.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import {
  nextLevel,
  type SkillOperation,
  type SkillPerson,
  type SkillsList,
} from "./skills-view.ts";

/** One level of one person that was tapped. */
export interface SkillChange {
  readonly operatorId: string;
  readonly name: string;
  readonly operation: string;
  readonly level: number;
  readonly before: number;
}

export interface SkillsTableProps {
  readonly list: SkillsList;
  readonly onChange: (change: SkillChange) => void;
}

/** People down, operations across; what an operation comes to stands under it. */
export function SkillsTable({ list, onChange }: SkillsTableProps) {
  const { t } = usePeopleWords();
  const { operations, people } = list;
  return (
    <Scroll name={t.team.skills}>
      <table class="pp-skills">
        <thead>
          <tr>
            <th scope="col">{t.team.person}</th>
            {operations.map((each) => (
              <th key={each.operation} scope="col">
                {each.operation}
                {!each.isInUse && <small>{t.team.notInUse}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.operatorId}>
              <th scope="row">{person.name}</th>
              {operations.map((each, index) => (
                <td key={each.operation}>
                  <SkillCell
                    person={person}
                    operation={each.operation}
                    level={person.levels[index] ?? 0}
                    onChange={onChange}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <CoverRow name={t.team.alone} operations={operations} of="alone" />
          <CoverRow name={t.team.teach} operations={operations} of="teachers" />
        </tfoot>
      </table>
    </Scroll>
  );
}

function SkillCell(props: {
  readonly person: SkillPerson;
  readonly operation: string;
  readonly level: number;
  readonly onChange: (change: SkillChange) => void;
}) {
  const { person, operation, level, onChange } = props;
  const { operatorId, name } = person;
  const { t } = usePeopleWords();
  const set = (next: number) =>
    next !== level && onChange({ operatorId, name, operation, level: next, before: level });
  const word = t.team.levels[level] ?? "";
  return (
    <button
      type="button"
      class="pp-skill"
      aria-label={t.team.cell({ name, operation, word: t.team.level({ level, word }) })}
      onClick={() => set(nextLevel(level))}
      onKeyDown={({ key }) => /^[0-4]$/.test(key) && set(Number(key))}
    >
      <Quarters level={level} />
      <b>{level === 0 ? "" : level}</b>
    </button>
  );
}

function CoverRow(props: {
  readonly name: string;
  readonly operations: readonly SkillOperation[];
  readonly of: "alone" | "teachers";
}) {
  const { name, operations, of } = props;
  const { t } = usePeopleWords();
  return (
    <tr>
      <th scope="row">{name}</th>
      {operations.map((each) => (
        <td key={each.operation}>
          {each[of]}
          {of === "alone" && each.isToPassOn && each.isInUse && <small>{t.team.toPassOn}</small>}
        </td>
      ))}
    </tr>
  );
}
