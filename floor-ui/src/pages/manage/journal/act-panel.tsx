import type { ActAnswer } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { ActRow } from "../../../data/desk/journal-rows.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useStationName } from "../../../data/desk/use-station-name.ts";
import { drawHex } from "../../../data/draw-hex.ts";
import { useJournalWords } from "../../../i18n/journal.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { useHref } from "../../href.ts";
import { Said, Waiting } from "../../prepare/said.tsx";
import { ActHistory } from "./act-history.tsx";
import { defectFields } from "./amend-defects.ts";
import { type AmendFields, amendmentOf, figureNames, formOf } from "./amend-form.ts";
import { DefectRows } from "./defect-rows.tsx";
import { figuresOf, hasWord } from "./entry-view.ts";

export interface ActPanelProps {
  /** Of a cutting also which bundle is meant. */
  readonly act: { readonly key: string; readonly code: string | null };
  /** Something was corrected: the journal has a new line. */
  readonly onChanged: () => void;
}

/** An act as it was declared and as it counts now, with what corrects it. */
export function ActPanel({ act: asked, onChanged }: ActPanelProps) {
  const { t } = useJournalWords();
  const href = useHref();
  const action = useAction();
  const of = asked.code === null ? "" : `?code=${encodeURIComponent(asked.code)}`;
  const reading = useRead<ActRow>(`/api/v1/acts/${encodeURIComponent(asked.key)}${of}`);
  const act = reading.value;
  const changed = () => {
    reading.reload();
    onChanged();
  };
  return (
    <Panel
      title={t.journal.act.title}
      aside={<a href={href("/manage/journal")}>{t.journal.act.close}</a>}
    >
      <Waiting reading={reading} />
      {act !== null && (
        <>
          <ActHead act={act} />
          {act.canAmend && (
            <AmendForm
              key={JSON.stringify(act.now)}
              act={act}
              action={action}
              onChanged={changed}
            />
          )}
          {!act.canAmend && <p>{act.isUndone ? t.journal.act.undone : t.journal.act.notThat}</p>}
          <Said outcome={action.outcome} />
          <ActHistory act={act} action={action} onChanged={changed} />
        </>
      )}
    </Panel>
  );
}

function ActHead({ act }: { readonly act: ActRow }) {
  const { t, date, dayOf, time } = useJournalWords();
  const href = useHref();
  const stationName = useStationName();
  const kind = hasWord(t.journal.act.kinds, act.kind) ? t.journal.act.kinds[act.kind] : act.kind;
  const where = act.stationId === null ? [] : [stationName(act.stationId)];
  return (
    <p>
      <b>{kind}</b> {[`${date(dayOf(act.at))}, ${time(act.at)}`, ...where].join(" · ")}
      {act.code !== null && (
        <>
          {" · "}
          <a href={href(`/bundle/${act.code}`)}>{act.code}</a>
        </>
      )}
    </p>
  );
}

/** What the figures and the defects shall be, and why. */
function AmendForm(props: {
  readonly act: ActRow;
  readonly action: Action;
  readonly onChanged: () => void;
}) {
  const { act, action, onChanged } = props;
  const { api } = useDesk();
  const { t } = useJournalWords();
  const [form, setForm] = useState(() => formOf(act));
  const [reason, setReason] = useState("");
  const [defects, setDefects] = useState(() => defectFields(act));
  const amendment = amendmentOf(act, form, defects);

  async function save() {
    if (amendment === null) return;
    const body = {
      key: drawHex(32),
      amends: act.key,
      reason: reason.trim(),
      ...(act.kind === "cut" && { code: act.code }),
      ...amendment,
    };
    const sent = api.write<ActAnswer>("POST", "/api/v1/amendments", body);
    if ((await action.run(sent, t.journal.act.saved)) !== null) onChanged();
  }

  return (
    <form
      class="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Figures act={act} form={form} onForm={setForm} />
      {defects !== null && <DefectRows fields={defects} onFields={setDefects} />}
      {act.kind === "finish" && <p class="about">{t.journal.act.machine}</p>}
      {act.kind === "cut" && <p class="about">{t.journal.act.oneBundle}</p>}
      <div class="row at-field">
        <TextField
          label={t.journal.act.reason}
          hint={t.journal.act.reasonHint}
          value={reason}
          isRequired={true}
          max={200}
          onText={setReason}
        />
        <button
          type="submit"
          class="act"
          disabled={action.isBusy || amendment === null || reason.trim() === ""}
        >
          {t.journal.act.save}
        </button>
      </div>
    </form>
  );
}

/** Side by side: as declared, as they count now, and what they shall be. */
function Figures(props: {
  readonly act: ActRow;
  readonly form: AmendFields;
  readonly onForm: (form: AmendFields) => void;
}) {
  const { act, form, onForm } = props;
  const { t, number } = useJournalWords();
  const original = figuresOf(act.original);
  const now = figuresOf(act.now);
  const shown = (value: unknown) => (typeof value === "number" ? number(value) : "—");
  return (
    <div class="scroll">
      <table class="list amend">
        <thead>
          <tr>
            <td />
            <th scope="col" class="amount">
              {t.journal.act.what}
            </th>
            <th scope="col" class="amount">
              {t.journal.act.now}
            </th>
            <th scope="col" class="amount">
              {t.journal.is}
            </th>
          </tr>
        </thead>
        <tbody>
          {figureNames(act).map((name) => (
            <tr key={name}>
              <th scope="row">{t.journal.fields[name]}</th>
              <td class="amount">{shown(original[name])}</td>
              <td class="amount">{shown(now[name])}</td>
              <td class="amount">
                <input
                  class="box"
                  aria-label={t.journal.fields[name]}
                  inputMode="numeric"
                  autocomplete="off"
                  value={form[name] ?? ""}
                  onInput={(event) => onForm({ ...form, [name]: event.currentTarget.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
