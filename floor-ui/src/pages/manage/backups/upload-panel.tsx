import { useRef, useState } from "preact/hooks";
import type { BackupList } from "../../../data/desk/backup-rows.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said } from "../../prepare/said.tsx";

/** Takes a backup's file from a stick or another computer. */
export function UploadPanel({ onChanged }: { readonly onChanged: () => void }) {
  const { api } = useDesk();
  const { t } = useBackupWords();
  const action = useAction();
  const picker = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");

  async function send(file: File | undefined) {
    if (file === undefined) return;
    setName(file.name);
    const sending = api.send<BackupList>("/api/v1/backups/upload", file);
    const taken = await action.run(sending, t.upload.done);
    if (taken !== null) onChanged();
  }

  return (
    <Panel title={t.upload.title}>
      <p class="about">{t.upload.lead}</p>
      <input
        ref={picker}
        type="file"
        class="bk-file"
        aria-label={t.upload.choose}
        tabIndex={-1}
        accept=".zst,.db"
        onChange={(event) => {
          void send(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <button
        type="button"
        class="plain"
        disabled={action.isBusy}
        onClick={() => picker.current?.click()}
      >
        <DeskIcon name="upload" />
        {t.upload.choose}
      </button>
      <div role="status">{action.isBusy && <p class="about">{t.upload.reading(name)}</p>}</div>
      <Said outcome={action.isBusy ? null : action.outcome} />
    </Panel>
  );
}
