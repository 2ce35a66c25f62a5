import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Quarters } from "../../../ui/desk/quarters.tsx";
import { useHref } from "../../href.ts";
import { Said, Waiting } from "../../prepare/said.tsx";
import { type SkillChange, SkillsTable } from "./skills-table.tsx";
import { type SkillsList, withSkill } from "./skills-view.ts";
import { useTeamRound } from "./team-round.ts";

const LEVELS = [0, 1, 2, 3, 4] as const;
const PATH = "/api/v1/people/skills";

/** Polyvalence: people by operations. What is to be passed on is said of the operation. */
export function SkillsPanel() {
  const { api } = useDesk();
  const { t } = usePeopleWords();
  const href = useHref();
  const reading = useRead<SkillsList>(PATH);
  const action = useAction();
  const tellOthers = useTeamRound(reading.reload);
  /** What was tapped, over what was read, until it is read again. */
  const [tapped, setTapped] = useState<readonly SkillChange[]>([]);
  const [last, setLast] = useState<SkillChange | null>(null);
  const answered = useRef(new WeakSet<SkillChange>());
  useEffect(() => {
    setTapped((before) => before.filter((each) => !answered.current.has(each)));
  }, [reading.value]);
  const list = tapped.reduce<SkillsList | null>(
    (before, change) => (before === null ? null : withSkill(before, change)),
    reading.value,
  );

  async function change(next: SkillChange, isUndo: boolean) {
    const { operatorId, name, operation, level } = next;
    setTapped((before) => [...before, next]);
    setLast(isUndo ? null : next);
    const said = t.team.set({ name, operation, word: t.team.levels[level] ?? "" });
    const body = { operatorId, operation, level };
    const taken = await action.run(api.write("PUT", PATH, body), said);
    if (taken === null) setTapped((before) => before.filter((each) => each !== next));
    answered.current.add(next);
    reading.reload();
    tellOthers();
  }

  return (
    <Panel
      title={t.team.skills}
      aside={
        <a class="plain" href={href("/manage/exports?kind=skills")}>
          {t.team.exportSkills}
        </a>
      }
    >
      <p class="about">{t.team.skillsLead}</p>
      <ul class="pp-legend">
        {LEVELS.slice(1).map((level) => (
          <li key={level}>
            <Quarters level={level} />
            {t.team.level({ level, word: t.team.levels[level] ?? "" })}
          </li>
        ))}
      </ul>
      <Waiting reading={reading} />
      {list?.operations.length === 0 && <p>{t.team.noOperations}</p>}
      {list?.people.length === 0 && <p>{t.team.noPeople}</p>}
      {list !== null && list.operations.length > 0 && list.people.length > 0 && (
        <>
          <SkillsTable list={list} onChange={(next) => void change(next, false)} />
          <div class="row">
            <Said outcome={action.outcome} />
            {last !== null && (
              <button
                type="button"
                class="link"
                onClick={() =>
                  void change({ ...last, level: last.before, before: last.level }, true)
                }
              >
                {t.team.undo}
              </button>
            )}
          </div>
          <ToPassOn list={list} />
        </>
      )}
    </Panel>
  );
}

function ToPassOn({ list }: { readonly list: SkillsList }) {
  const { t } = usePeopleWords();
  const few = list.operations.filter(({ isToPassOn, isInUse }) => isToPassOn && isInUse);
  if (few.length === 0) return <p>{t.team.nothingToPassOn}</p>;
  return (
    <section class="pp-few">
      <h3>{t.team.toPassOnTitle(few.length)}</h3>
      <p class="about">{t.team.toPassOnLead}</p>
      <ul>
        {few.map(({ operation }) => (
          <li key={operation}>{operation}</li>
        ))}
      </ul>
    </section>
  );
}
