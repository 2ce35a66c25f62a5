import type { PrivacySetting } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../../data/desk/use-action.ts";
import { useScreen } from "../../../data/screen-context.ts";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { useHref } from "../../href.ts";
import { Said } from "../../prepare/said.tsx";
import { AccompaniedFields } from "./accompanied-fields.tsx";
import { ChangeList } from "./change-list.tsx";
import { changesOf, draftOf, needsReason, type PrivacyDraft, settingOf } from "./draft.ts";
import { ModeChoice } from "./mode-choice.tsx";
import type { AccountName } from "./privacy-rows.ts";
import { RetentionFields } from "./retention-fields.tsx";
import { ShownFields } from "./shown-fields.tsx";
import type { PrivacyReading } from "./use-privacy.ts";

const REASON_SIGNS = 1_000;

interface Props {
  readonly setting: PrivacySetting;
  readonly accounts: readonly AccountName[];
  readonly onWrite: PrivacyReading["write"];
  readonly onReload: () => void;
}

/** Part of a form that changes the draft. */
export interface DraftProps {
  readonly draft: PrivacyDraft;
  readonly onDraft: (parts: Partial<PrivacyDraft>) => void;
}

/** The setting to be changed: what changes is told before it is, and a step up asks why. */
export function ChangePanel({ setting, accounts, onWrite, onReload }: Props) {
  const { t } = usePrivacyWords();
  const href = useHref();
  const today = useScreen().picture.store.head.value?.day ?? "";
  const action = useAction();
  const [wasUp, setWasUp] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(setting, today));
  useEffect(() => setDraft(draftOf(setting, today)), [setting, today]);
  const onDraft = (parts: Partial<PrivacyDraft>) => setDraft((before) => ({ ...before, ...parts }));
  const isUp = needsReason(setting, draft);
  const changes = changesOf(setting, settingOf(draft));

  async function save() {
    setWasUp(isUp);
    await action.run(onWrite(settingOf(draft)), t.change.saved);
  }

  const { outcome } = action;
  const isBehind = outcome?.kind === "refused" && outcome.refusal.code === "changed-meanwhile";
  return (
    <Panel title={t.change.title}>
      <SheetForm onSend={() => void save()}>
        <ModeChoice draft={draft} onDraft={onDraft} />
        {draft.mode === "accompanied" && (
          <AccompaniedFields draft={draft} onDraft={onDraft} accounts={accounts} />
        )}
        <ShownFields draft={draft} onDraft={onDraft} />
        <RetentionFields draft={draft} onDraft={onDraft} />
        <ChangeList
          changes={changes}
          before={setting}
          after={settingOf(draft)}
          accounts={accounts}
        />
        {isUp && (
          <fieldset class="pv-why">
            <p>{t.change.why}</p>
            <div class="row">
              <TextField
                label={t.change.reason}
                hint={t.change.reasonHint}
                value={draft.reason}
                isRequired={true}
                max={REASON_SIGNS}
                onText={(reason) => onDraft({ reason })}
              />
              <TextField
                label={t.change.date}
                type="date"
                value={draft.since}
                isRequired={true}
                onText={(since) => onDraft({ since })}
              />
            </div>
          </fieldset>
        )}
        <div class="row">
          <button type="submit" class="act" disabled={action.isBusy || changes.length === 0}>
            {t.change.save}
          </button>
          {changes.length > 0 && (
            <button type="button" class="plain" onClick={() => setDraft(draftOf(setting, today))}>
              {t.change.reset}
            </button>
          )}
          {isBehind && (
            <button type="button" class="plain" onClick={onReload}>
              {t.change.meanwhile}
            </button>
          )}
        </div>
        <Said outcome={outcome} />
        {outcome?.kind === "done" && wasUp && (
          <p>
            <a href={href("/manage/privacy/notice")}>{t.change.print}</a>
          </p>
        )}
      </SheetForm>
    </Panel>
  );
}
