import { useState } from "preact/hooks";
import type { DeskAnswer } from "../../data/desk/desk-api.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { ImportAnswer } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { SelectField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { Said } from "./said.tsx";

const KINDS = ["styles", "routings", "orders", "operators"] as const;
type Kind = (typeof KINDS)[number];

/** `/prepare/import`: a file is read and shown with its faults before anything is written. */
export function ImportPage() {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="import" title={t.prepare.pages.import}>
      <Import />
    </DeskFrame>
  );
}

function Import() {
  const { api } = useDesk();
  const { t } = useDeskWords();
  const action = useAction();
  const [kind, setKind] = useState<Kind>("styles");
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);

  async function send(given: File, isCommit: boolean) {
    const path = `/api/v1/imports/${kind}${isCommit ? "?commit=true" : ""}`;
    const sent = await api.send<ImportAnswer>(path, given);
    const told = answerOf(sent);
    if (told !== null) setAnswer(told);
    // A file with faults was read, and that is no good news.
    if (sent.ok && sent.value.faults.length > 0) return action.clear();
    await action.run(Promise.resolve(sent), isCommit ? t.imports.done : t.imports.read);
  }
  function take(given: File | undefined) {
    if (given === undefined) return;
    setFile(given);
    setAnswer(null);
    void send(given, false);
  }

  return (
    <Panel title={t.imports.title}>
      <p class="about">{t.imports.lead}</p>
      <div class="row">
        <SelectField
          label={t.imports.kind}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: t.imports.kinds[value] }))}
          onPick={(value) => {
            setKind(KINDS.find((each) => each === value) ?? "styles");
            setFile(null);
            setAnswer(null);
            action.clear();
          }}
        />
        <a class="link" href={`/api/v1/imports/${kind}/example.csv`} download={true}>
          {t.imports.example}
        </a>
      </div>
      <DropZone key={kind} name={file?.name ?? null} onFile={take} />
      <Said outcome={action.outcome} />
      {answer !== null && <ImportPreview answer={answer} />}
      {answer !== null && file !== null && canCommit(answer) && (
        <div class="row at-right">
          <button
            type="button"
            class="act"
            disabled={action.isBusy}
            onClick={() => void send(file, true)}
          >
            {t.imports.commit(answer.new + answer.changed)}
          </button>
        </div>
      )}
    </Panel>
  );
}

/** What a file would bring; a refused commit tells it too. null where the file could not be read. */
function answerOf(sent: DeskAnswer<ImportAnswer>): ImportAnswer | null {
  if (sent.ok) return sent.value;
  return Array.isArray(sent.body["preview"]) ? (sent.body as unknown as ImportAnswer) : null;
}

/** There is something to write, and nothing keeps it from being written. */
function canCommit({ committed, faults, new: added, changed }: ImportAnswer): boolean {
  return !committed && faults.length === 0 && added + changed > 0;
}

/** A file is dropped on it, or picked. */
function DropZone(props: {
  readonly name: string | null;
  readonly onFile: (file: File | undefined) => void;
}) {
  const { name, onFile } = props;
  const { t } = useDeskWords();
  const [isOver, setOver] = useState(false);
  return (
    <label
      class={isOver ? "drop hovered" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer?.files[0]);
      }}
    >
      <DeskIcon name="upload" />
      <span>{name ?? t.imports.drop}</span>
      <span class="plain">{t.imports.pick}</span>
      <input
        class="unseen"
        type="file"
        accept=".csv,.xlsx,.txt,text/csv"
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          // The same file, mended, may be picked again.
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
