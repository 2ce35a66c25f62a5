import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { BadgePrint, PeopleTable } from "./people-table.tsx";
import { PersonForm } from "./person-fields.tsx";
import { emptyPerson, type PersonDraft, toDraft, toOperator } from "./person-form.ts";
import { RemovePerson } from "./remove-person.tsx";
import { useTeamRound } from "./team-round.ts";

/** Pseudonyms, badges and the way each wants the station. Changed day to day by whoever leads the floor. */
export function PeoplePanel() {
  const { api } = useDesk();
  const canWrite = useCan("people.write");
  const { t } = usePeopleWords();
  const reading = useRead<{ operators: OperatorRow[] }>("/api/v1/operators");
  const canRemove = useCan("privacy.write");
  const action = useAction();
  const tellOthers = useTeamRound(reading.reload);
  const [editing, setEditing] = useState<PersonDraft | null>(null);
  const [removing, setRemoving] = useState<OperatorRow | null>(null);
  const people = reading.value?.operators;

  async function save(draft: PersonDraft) {
    if (action.isBusy) return;
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
    tellOthers();
  }

  async function renew({ id }: OperatorRow) {
    const path = `/api/v1/operators/${encodeURIComponent(id)}/badge`;
    const renewed = await action.run(api.write<OperatorRow>("POST", path), t.people.renewed);
    if (renewed !== null) reading.reload();
  }

  function forget() {
    setRemoving(null);
    void action.run(Promise.resolve({ ok: true, value: null }), t.removal.done);
    reading.reload();
    tellOthers();
  }

  return (
    <Panel title={t.people.title} aside={<span>{people?.length ?? ""}</span>}>
      <p class="about">{t.people.lead}</p>
      {canWrite && <Adding action={action} onAdd={() => setEditing(emptyPerson())} />}
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
      <RemovePerson person={removing} onLeave={() => setRemoving(null)} onRemoved={forget} />
      <Waiting reading={reading} />
      {people?.length === 0 && <p class="about">{t.people.none}</p>}
      {people !== undefined && people.length > 0 && (
        <PeopleTable
          people={people}
          onEdit={(row) => setEditing(toDraft(row, t.people.weekdays))}
          onRenew={(row) => void renew(row)}
          onRemove={canRemove ? setRemoving : null}
          action={action}
        />
      )}
    </Panel>
  );
}

function Adding({ action, onAdd }: { readonly action: Action; readonly onAdd: () => void }) {
  const { t } = usePeopleWords();
  return (
    <div class="row">
      <button type="button" class="act" onClick={onAdd}>
        <DeskIcon name="plus" />
        {t.people.add}
      </button>
      <BadgePrint action={action} path="/api/v1/operators/badges.pdf" label={t.people.badges} />
    </div>
  );
}
