import { EVENING_KINDS, type EveningExportSettings, EXPORT_FORMATS } from "@trame/shared";
import { useEffect } from "preact/hooks";
import { type Reading, useRead } from "../../../data/desk/use-read.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { faultsOf } from "../../../data/settings/faults.ts";
import { mergeChanges } from "../../../data/settings/merge.ts";
import { useDraft } from "../../../data/settings/use-draft.ts";
import { useExportsWords } from "../../../i18n/exports.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { CheckField, SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { SavingForm } from "../settings/saving-form.tsx";
import { type EveningStatus, eveningChanges, statusLines, toggled } from "./evening-view.ts";

const SETTING = "/api/v1/settings/evening-export";
const STATUS = "/api/v1/exports/evening";
const ASK_EVERY_MS = 60_000;

/** What the server writes by itself, where to, and how that went. */
export function EveningPanel() {
  const { t } = useExportsWords();
  const canRead = useCan("settings.read");
  const canSet = useCan("settings.write");
  const status = useStatus(canRead);
  return (
    <Panel title={t.exports.evening.title}>
      <p class="about">{t.exports.evening.lead}</p>
      {status.value !== null && <Status status={status.value} />}
      {canSet && <Settings onSaved={status.reload} />}
    </Panel>
  );
}

/** Asked again each minute, as often as the server tries. */
function useStatus(canRead: boolean): Reading<EveningStatus> {
  const status = useRead<EveningStatus>(canRead ? STATUS : null);
  const { reload } = status;
  useEffect(() => {
    const timer = setInterval(reload, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return status;
}

function Status({ status }: { readonly status: EveningStatus }) {
  const words = useExportsWords();
  const { evening } = words.t.exports;
  return (
    <div role="status">
      {status.failing !== null && (
        <div class="ex-failing">
          <h3>
            <DeskIcon name="alert" />
            {evening.failing}
          </h3>
          <p>{status.failing.message}</p>
          <p>{evening.failingSince(words.moment(status.failing.since))}</p>
        </div>
      )}
      {statusLines(status, words).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Settings({ onSaved }: { readonly onSaved: () => void }) {
  const words = useExportsWords();
  const draft = useDraft<EveningExportSettings>({
    readAt: SETTING,
    writeAt: SETTING,
    take: (answer: EveningExportSettings) => answer,
    body: (value) => value,
    merge: mergeChanges,
  });
  const isSaved = draft.outcome?.kind === "done";
  useEffect(() => {
    if (isSaved) onSaved();
  }, [isSaved, onSaved]);
  const fault = faultsOf(draft.outcome, () => null).get("/folder");
  return (
    <SavingForm draft={draft} tell={(before, after) => eveningChanges(before, after, words)}>
      {(value) => <Fields value={value} edit={draft.edit} fault={fault} />}
    </SavingForm>
  );
}

interface FieldsProps {
  readonly value: EveningExportSettings;
  readonly edit: (value: EveningExportSettings) => void;
  readonly fault: string | undefined;
}

/** While it is off, one switch. */
function Fields(props: FieldsProps) {
  const { value, edit } = props;
  const { t } = useExportsWords();
  return (
    <>
      <CheckField
        label={t.exports.evening.on}
        isOn={value.enabled}
        onSet={(enabled) => edit({ ...value, enabled })}
      />
      {value.enabled && <FileFields {...props} />}
    </>
  );
}

function FileFields({ value, edit, fault }: FieldsProps) {
  const { t } = useExportsWords();
  const { evening, kinds, formats } = t.exports;
  return (
    <>
      <TextField
        label={evening.folder}
        hint={evening.folderHint}
        fault={fault}
        value={value.folder}
        max={500}
        onText={(folder) => edit({ ...value, folder })}
      />
      <Checks
        legend={evening.kinds}
        all={EVENING_KINDS}
        chosen={value.kinds}
        nameOf={(kind) => kinds[kind].name}
        onChoose={(chosen) => edit({ ...value, kinds: chosen })}
      />
      <Checks
        legend={evening.formats}
        all={EXPORT_FORMATS}
        chosen={value.formats}
        nameOf={(format) => formats[format].name}
        onChoose={(chosen) => edit({ ...value, formats: chosen })}
      />
      <SelectField
        label={evening.language}
        value={value.lang}
        choices={(["fr", "en"] as const).map((lang) => ({
          value: lang,
          label: evening.languages[lang],
        }))}
        onPick={(lang) => edit({ ...value, lang: lang === "en" ? "en" : "fr" })}
      />
    </>
  );
}

/** Some of a few; the last one stays. */
function Checks<Name extends string>(props: {
  readonly legend: string;
  readonly all: readonly Name[];
  readonly chosen: readonly Name[];
  readonly nameOf: (name: Name) => string;
  readonly onChoose: (chosen: Name[]) => void;
}) {
  const { legend, all, chosen, nameOf, onChoose } = props;
  return (
    <fieldset class="ex-checks">
      <legend>{legend}</legend>
      {all.map((name) => (
        <CheckField
          key={name}
          label={nameOf(name)}
          isOn={chosen.includes(name)}
          onSet={() => {
            const now = toggled(all, chosen, name);
            // Chosen anew, so that the last one's mark stands again.
            onChoose(now.length > 0 ? now : [...chosen]);
          }}
        />
      ))}
    </fieldset>
  );
}
