import { useEffect, useRef, useState } from "preact/hooks";
import type {
  BackupComparison,
  BackupList,
  BackupRow,
  BackupSide,
} from "../../../data/desk/backup-rows.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { Refused, Said } from "../../prepare/said.tsx";
import { ComparisonPanel } from "./comparison-panel.tsx";

export interface RestorePanelProps {
  readonly backup: BackupRow;
  readonly onLeave: () => void;
  readonly onBegun: () => void;
}

/** Going back in two steps: what would change, then a word to type. */
export function RestorePanel({ backup, onLeave, onBegun }: RestorePanelProps) {
  const { t, moment } = useBackupWords();
  const [step, setStep] = useState<1 | 2>(1);
  const comparing = useRead<BackupComparison>(`/api/v1/backups/${backup.id}/compare`);
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever comes by keyboard, or hears the page, is where the next step begins.
  useEffect(() => title.current?.focus(), [step]);
  return (
    <section class="panel bk-restore">
      <header class="panel-head">
        <h2 ref={title} tabIndex={-1}>
          {t.compare.title(moment(backup.at))}
        </h2>
        <span class="aside">{t.compare.step(step)}</span>
      </header>
      {step === 1 && (
        <>
          <p class="about">{t.compare.lead}</p>
          {comparing.refusal !== null && <Refused refusal={comparing.refusal} />}
          {comparing.value === null && comparing.refusal === null && (
            <p class="about">{t.compare.reading}</p>
          )}
          {comparing.value !== null && <ComparisonPanel comparison={comparing.value} />}
          <div class="row at-right">
            <button type="button" class="plain" onClick={onLeave}>
              {t.compare.cancel}
            </button>
            <button
              type="button"
              class="act"
              disabled={comparing.value === null}
              onClick={() => setStep(2)}
            >
              {t.compare.next}
            </button>
          </div>
        </>
      )}
      {step === 2 && (
        <Confirm
          backup={backup}
          after={comparing.value?.after ?? backup.totals}
          onBack={() => setStep(1)}
          onBegun={onBegun}
        />
      )}
    </section>
  );
}

function Confirm(props: {
  readonly backup: BackupRow;
  readonly after: BackupSide;
  readonly onBack: () => void;
  readonly onBegun: () => void;
}) {
  const { backup, after, onBack, onBegun } = props;
  const { api } = useDesk();
  const { t, moment } = useBackupWords();
  const action = useAction();
  const [typed, setTyped] = useState("");
  const { word } = t.confirm;
  const isTyped = typed.trim().toUpperCase() === word;

  async function begin() {
    if (!isTyped) return;
    const body = { confirm: after.clock };
    const path = `/api/v1/backups/${backup.id}/restore`;
    const begun = await action.run(api.write<BackupList>("POST", path, body), "");
    if (begun !== null) onBegun();
  }

  return (
    <SheetForm onSend={() => void begin()}>
      <p class="about">{t.confirm.lead(moment(after.lastAt ?? backup.at))}</p>
      <TextField label={t.confirm.field(word)} value={typed} max={word.length} onText={setTyped} />
      <Said outcome={action.outcome?.kind === "refused" ? action.outcome : null} />
      <div class="row at-right">
        <button type="button" class="plain" onClick={onBack}>
          {t.confirm.back}
        </button>
        <button type="submit" class="act" disabled={!isTyped || action.isBusy}>
          {t.confirm.go}
        </button>
      </div>
    </SheetForm>
  );
}
