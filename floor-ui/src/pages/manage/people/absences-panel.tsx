import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useScreen } from "../../../data/screen-context.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { useTeamRound } from "./team-round.ts";

interface AbsenceRow {
  readonly day: string;
  readonly operatorId: string;
}

/** Absences to come: noted, listed and taken back. */
export function AbsencesPanel() {
  const { api } = useDesk();
  const { t, day: named } = usePeopleWords();
  const today = useScreen().picture.store.head.value?.day ?? null;
  const people = useRead<{ operators: OperatorRow[] }>("/api/v1/operators");
  const reading = useRead<{ absences: AbsenceRow[] }>(
    today === null ? null : `/api/v1/absences?from=${today}`,
  );
  const action = useAction();
  useTeamRound(people.reload);
  const tellOthers = useTeamRound(reading.reload);
  const operators = people.value?.operators ?? [];
  const nameOf = (id: string) => operators.find((one) => one.id === id)?.pseudonym ?? id;
  if (operators.length === 0) return null;

  async function mark({ operatorId, day }: AbsenceRow, isAbsent: boolean) {
    const name = nameOf(operatorId);
    const said = isAbsent ? t.team.markedAway(name) : t.team.markedBack(name);
    const body = { operatorId, day, isAbsent };
    const done = await action.run(api.write("PUT", "/api/v1/absences", body), said);
    if (done === null) return;
    reading.reload();
    tellOthers();
  }

  return (
    <Panel title={t.team.absences}>
      <NewAbsence operators={operators} onNote={(row) => void mark(row, true)} />
      <Said outcome={action.outcome} />
      <Waiting reading={reading} />
      {reading.value?.absences.length === 0 && <p class="about">{t.team.noAbsences}</p>}
      <ul class="pp-absences">
        {reading.value?.absences.map((row) => (
          <li key={`${row.day} ${row.operatorId}`}>
            <span>{named(row.day)}</span>
            <b>{nameOf(row.operatorId)}</b>
            <button
              type="button"
              class="link"
              aria-label={t.team.removeOf({ name: nameOf(row.operatorId), day: named(row.day) })}
              disabled={action.isBusy}
              onClick={() => void mark(row, false)}
            >
              {t.team.remove}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function NewAbsence(props: {
  readonly operators: readonly OperatorRow[];
  readonly onNote: (row: AbsenceRow) => void;
}) {
  const { operators, onNote } = props;
  const { t } = usePeopleWords();
  const [operatorId, setOperatorId] = useState(operators[0]?.id ?? "");
  const [day, setDay] = useState("");
  return (
    <form
      class="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        onNote({ operatorId, day });
      }}
    >
      <div class="row">
        <SelectField
          label={t.team.person}
          value={operatorId}
          choices={operators.map(({ id, pseudonym }) => ({ value: id, label: pseudonym }))}
          onPick={setOperatorId}
        />
        <TextField label={t.team.day} type="date" value={day} isRequired={true} onText={setDay} />
        <button type="submit" class="plain">
          {t.team.note}
        </button>
      </div>
    </form>
  );
}
