import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../data/desk/rows.ts";
import { type Action, useAction } from "../../data/desk/use-action.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { PersonForm } from "./person-fields.tsx";
import { emptyPerson, type PersonDraft, toDraft, toOperator } from "./person-form.ts";
import { Said, Waiting } from "./said.tsx";
import { saveFile } from "./save-file.ts";

/** Pseudonyms, badges and the way each wants the station. Needs the token, also to read. */
export function PeoplePanel() {
  const { api, admin } = useDesk();
  const { t } = useDeskWords();
  const isOpen = admin.token.value !== null;
  const reading = useRead<{ operators: OperatorRow[] }>(isOpen ? "/api/v1/operators" : null);
  const action = useAction();
  const [editing, setEditing] = useState<PersonDraft | null>(null);
  const people = reading.value?.operators;

  async function save(draft: PersonDraft) {
    const { id } = draft;
    const body = toOperator(draft);
    const sent =
      id === null
        ? api.write<OperatorRow>("POST", "/api/v1/operators", body)
        : api.write<OperatorRow>("PUT", `/api/v1/operators/${encodeURIComponent(id)}`, body);
    const saved = await action.run(sent, t.people.saved(draft.pseudonym));
    if (saved === null) return;
    setEditing(null);
    reading.reload();
  }

  return (
    <Panel title={t.people.title} aside={<span>{people?.length ?? ""}</span>}>
      <p class="about">{t.people.lead}</p>
      {!isOpen && <p>{t.people.needsToken}</p>}
      {isOpen && (
        <div class="row">
          <button type="button" class="act" onClick={() => setEditing(emptyPerson())}>
            <DeskIcon name="plus" />
            {t.people.add}
          </button>
          <BadgePrint action={action} path="/api/v1/operators/badges.pdf" label={t.people.badges} />
        </div>
      )}
      <Said outcome={action.outcome} />
      {editing !== null && (
        <PersonForm
          key={editing.id ?? ""}
          draft={editing}
          onDraft={setEditing}
          onSave={() => void save(editing)}
          onLeave={() => setEditing(null)}
        />
      )}
      {isOpen && <Waiting reading={reading} />}
      {people?.length === 0 && <p class="about">{t.people.none}</p>}
      {people !== undefined && people.length > 0 && (
        <PeopleTable people={people} onEdit={(row) => setEditing(toDraft(row))} action={action} />
      )}
    </Panel>
  );
}

/** The document needs the token, which no link carries: it is fetched, then saved. */
function BadgePrint(props: {
  readonly action: Action;
  readonly path: string;
  readonly label: string;
  readonly isLink?: boolean;
}) {
  const { action, path, label, isLink = false } = props;
  const { api } = useDesk();
  const { t, language } = useDeskWords();
  async function print() {
    const address = `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
    const file = await action.run(api.fetchFile(address), t.people.badgesSaved);
    if (file !== null) saveFile(file, "badges.pdf");
  }
  return (
    <button
      type="button"
      class={isLink ? "link" : "plain"}
      disabled={action.isBusy}
      onClick={() => void print()}
    >
      {!isLink && <DeskIcon name="printer" />}
      {label}
    </button>
  );
}

function PeopleTable(props: {
  readonly people: readonly OperatorRow[];
  readonly action: Action;
  readonly onEdit: (row: OperatorRow) => void;
}) {
  const { people, action, onEdit } = props;
  const { t } = useDeskWords();
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{t.people.pseudonym}</th>
            <th scope="col">{t.people.badge}</th>
            <th scope="col">{t.people.skills}</th>
            <th scope="col">{t.people.modes}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.pseudonym}</th>
              <td class="nowrap">{row.badgeCode}</td>
              <td>{(row.skills ?? []).map(({ operation }) => operation).join(", ")}</td>
              <td>
                {Object.entries(t.people.mode)
                  .filter(
                    ([name]) => row.mode !== undefined && Reflect.get(row.mode, name) === true,
                  )
                  .map(([, label]) => label)
                  .join(", ")}
              </td>
              <td>
                <span class="row tight">
                  <button
                    type="button"
                    class="link"
                    aria-label={t.people.editOf(row.pseudonym)}
                    onClick={() => onEdit(row)}
                  >
                    {t.people.edit}
                  </button>
                  <BadgePrint
                    action={action}
                    path={`/api/v1/operators/badges.pdf?ids=${encodeURIComponent(row.id)}`}
                    label={t.people.badgeOf(row.pseudonym)}
                    isLink={true}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
