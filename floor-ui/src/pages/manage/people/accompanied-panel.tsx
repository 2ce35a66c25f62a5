import type { ToldProgress } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { SelectField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said } from "../../prepare/said.tsx";

interface Accompanied {
  readonly operatorId: string;
  readonly name: string;
  readonly progress: readonly ToldProgress[];
}

interface Accompanying {
  readonly isOn: boolean;
  readonly isYours: boolean;
  readonly by: string | null;
}

/** One person at a time, for the supervisor who was named; whoever else reads who that is ([PD11]). */
export function AccompaniedPanel() {
  const { t } = usePeopleWords();
  const { value } = useRead<Accompanying>("/api/v1/people/accompanied");
  if (value === null || !value.isOn) return null;
  return (
    <Panel title={t.accompanied.title}>
      {value.isYours ? <Chooser /> : <p class="about">{t.accompanied.forOne(value.by)}</p>}
    </Panel>
  );
}

function Chooser() {
  const { api } = useDesk();
  const { t } = usePeopleWords();
  const people = useRead<{ operators: OperatorRow[] }>("/api/v1/operators");
  const action = useAction();
  const [chosen, setChosen] = useState("");
  const [told, setTold] = useState<Accompanied | null>(null);
  const operators = people.value?.operators ?? [];

  async function open() {
    const path = `/api/v1/people/${encodeURIComponent(chosen)}/accompanied`;
    setTold(await action.run(api.read<Accompanied>(path), t.accompanied.ofOwn));
  }

  return (
    <>
      <p class="about">{t.accompanied.lead}</p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <SelectField
          label={t.accompanied.person}
          value={chosen}
          choices={[
            { value: "", label: t.accompanied.choose },
            ...operators.map(({ id, pseudonym }) => ({ value: id, label: pseudonym })),
          ]}
          onPick={(id) => {
            setTold(null);
            setChosen(id);
          }}
        />
        <button type="submit" class="plain" disabled={action.isBusy || chosen === ""}>
          {t.accompanied.open}
        </button>
      </form>
      <Said outcome={action.outcome} />
      {told !== null && <Progress told={told} onClose={() => setTold(null)} />}
    </>
  );
}

function Progress(props: { readonly told: Accompanied; readonly onClose: () => void }) {
  const { name, progress } = props.told;
  const { t, language, number } = usePeopleWords();
  const pace = (value: number | null) =>
    value === null ? t.accompanied.few : t.accompanied.pace(number(value));
  return (
    <>
      <h3>{name}</h3>
      {progress.length === 0 ? (
        <p class="about">{t.accompanied.none}</p>
      ) : (
        <div class="scroll">
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{t.accompanied.operation}</th>
                <th scope="col">{t.accompanied.days}</th>
                <th scope="col">{t.accompanied.first}</th>
                <th scope="col">{t.accompanied.latest}</th>
              </tr>
            </thead>
            <tbody>
              {progress.map(({ label, daysWorked, first, latest }) => (
                <tr key={label.fr}>
                  <th scope="row">{language === "en" ? (label.en ?? label.fr) : label.fr}</th>
                  <td>{number(daysWorked)}</td>
                  <td>{pace(first)}</td>
                  <td>{pace(latest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <button type="button" class="link" onClick={props.onClose}>
        {t.accompanied.close}
      </button>
    </>
  );
}
