import { REMOVAL_REASONS } from "@trame/shared";
import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { SelectField } from "../../../ui/desk/fields.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { Said } from "../../prepare/said.tsx";

interface RemovePersonProps<Person> {
  readonly person: Person;
  readonly onLeave: () => void;
  readonly onRemoved: () => void;
}

/** Before somebody is removed: what there is of them, what there will be, and why; nothing while it is nobody. */
export function RemovePerson({ person, ...rest }: RemovePersonProps<OperatorRow | null>) {
  return person === null ? null : <Asking key={person.id} person={person} {...rest} />;
}

function Asking({ person, onLeave, onRemoved }: RemovePersonProps<OperatorRow>) {
  const { api } = useDesk();
  const { t } = usePeopleWords();
  const action = useAction();
  const [reason, setReason] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever comes by keyboard, or hears the page, is where it is asked.
  useEffect(() => title.current?.focus(), []);

  async function remove() {
    if (action.isBusy || reason === "") return;
    const path = `/api/v1/operators/${encodeURIComponent(person.id)}?reason=${reason}`;
    const removed = await action.run(api.write<object>("DELETE", path), "");
    if (removed !== null) onRemoved();
  }

  return (
    <section class="sub pp-remove">
      <h3 ref={title} tabIndex={-1}>
        {t.removal.title(person.pseudonym)}
      </h3>
      <BeforeAndAfter person={person} />
      <SheetForm onSend={() => void remove()}>
        <SelectField
          label={t.removal.reason}
          hint={t.removal.reasonHint}
          value={reason}
          choices={[
            { value: "", label: t.removal.choose },
            ...REMOVAL_REASONS.map((value) => ({ value, label: t.removal.reasons[value] })),
          ]}
          onPick={setReason}
        />
        <p class="about">{t.removal.final}</p>
        <Said outcome={action.outcome?.kind === "refused" ? action.outcome : null} />
        <div class="row at-right">
          <button type="button" class="plain" onClick={onLeave}>
            {t.removal.keep}
          </button>
          <button type="submit" class="act" disabled={reason === "" || action.isBusy}>
            {t.removal.go(person.pseudonym)}
          </button>
        </div>
      </SheetForm>
    </section>
  );
}

function BeforeAndAfter({ person }: { readonly person: OperatorRow }) {
  const { t } = usePeopleWords();
  const rows = [
    [t.removal.sheet, person.pseudonym, t.removal.sheetAfter],
    [t.removal.badge, person.badgeCode, t.removal.badgeAfter],
    [t.removal.skills, t.removal.skillsBefore((person.skills ?? []).length), t.removal.skillsAfter],
    [t.removal.presence, t.removal.presenceBefore, t.removal.presenceAfter],
    [t.removal.figures, t.removal.figuresBefore, t.removal.figuresAfter],
  ];
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <td />
            <th scope="col">{t.removal.before}</th>
            <th scope="col">{t.removal.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, before, after]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
