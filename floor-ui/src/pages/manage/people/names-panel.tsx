import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { CellText } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { NamesKey } from "./names-key.tsx";

interface Names {
  readonly names: readonly { readonly operatorId: string; readonly civilName: string }[];
  readonly unreadable: number;
}

/** Civil names: closed until somebody opens them, which is on record ([PD12]). */
export function NamesPanel() {
  const { t } = usePeopleWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t.names.title}>
      <p class="about">{t.names.lead}</p>
      <div class="row">
        <button type="button" class="plain" onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.names.hide : t.names.show}
        </button>
      </div>
      {isOpen && <OpenNames />}
      <NamesKey />
    </Panel>
  );
}

function OpenNames() {
  const { t } = usePeopleWords();
  const reading = useRead<Names>("/api/v1/people/names");
  const people = useRead<{ operators: OperatorRow[] }>("/api/v1/operators");
  const { value } = reading;
  if (value === null || people.value === null) return <Waiting reading={reading} />;
  const nameOf = (id: string) =>
    value.names.find(({ operatorId }) => operatorId === id)?.civilName ?? "";
  return (
    <>
      {value.unreadable > 0 && <p class="about">{t.names.unreadable(value.unreadable)}</p>}
      <div class="scroll">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{t.people.pseudonym}</th>
              <th scope="col">{t.names.name}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.value.operators.map((row) => (
              <NameRow key={row.id} row={row} name={nameOf(row.id)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function NameRow({ row, name }: { readonly row: OperatorRow; readonly name: string }) {
  const { id, pseudonym } = row;
  const { api } = useDesk();
  const canWrite = useCan("people.write");
  const { t } = usePeopleWords();
  const action = useAction();
  const [text, setText] = useState(name);
  const save = () => {
    const civilName = text.trim() === "" ? null : text.trim();
    const sent = api.write("PUT", `/api/v1/people/${encodeURIComponent(id)}/name`, { civilName });
    void action.run(sent, t.names.saved(pseudonym));
  };
  return (
    <tr>
      <th scope="row">{pseudonym}</th>
      <td>
        {canWrite ? (
          <CellText name={t.names.nameOf(pseudonym)} value={text} size={28} onText={setText} />
        ) : (
          name
        )}
      </td>
      <td>
        <span class="row tight">
          {canWrite && (
            <button
              type="button"
              class="link"
              aria-label={t.names.saveOf(pseudonym)}
              disabled={action.isBusy || text.trim() === name}
              onClick={save}
            >
              {t.names.save}
            </button>
          )}
          <Said outcome={action.outcome} />
        </span>
      </td>
    </tr>
  );
}
