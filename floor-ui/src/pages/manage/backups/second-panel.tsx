import { useEffect, useState } from "preact/hooks";
import type { BackupList, BackupSettings } from "../../../data/desk/backup-rows.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { Failing } from "./state-panel.tsx";

const PATH = "/api/v1/settings/backups";

/** Where a second copy goes, and when the nightly one is made. */
export function SecondPanel(props: { readonly list: BackupList; readonly onChanged: () => void }) {
  const { list, onChanged } = props;
  const { t, ago } = useBackupWords();
  const settings = useRead<BackupSettings>(PATH);
  const { second } = list;
  return (
    <Panel title={t.second.title}>
      <p class="about">{t.second.lead}</p>
      {second === null && <p>{t.second.none}</p>}
      {second !== null && second.failing === null && (
        <p>
          {second.copiedAt === null
            ? t.second.notYet
            : t.second.copied(ago(list.now - second.copiedAt))}
        </p>
      )}
      {second?.failing && <Failing failing={second.failing} />}
      {settings.value === null ? (
        <Waiting reading={settings} />
      ) : (
        <SettingsForm settings={settings.value} onSaved={onChanged} />
      )}
    </Panel>
  );
}

function SettingsForm(props: { readonly settings: BackupSettings; readonly onSaved: () => void }) {
  const { settings, onSaved } = props;
  const { api } = useDesk();
  const { t } = useBackupWords();
  const action = useAction();
  const [folder, setFolder] = useState(settings.folder ?? "");
  const [nightlyAt, setNightlyAt] = useState(settings.nightlyAt);
  useEffect(() => {
    setFolder(settings.folder ?? "");
    setNightlyAt(settings.nightlyAt);
  }, [settings]);

  async function save() {
    const body = {
      nightlyAt: nightlyAt.trim(),
      folder: folder.trim() === "" ? null : folder.trim(),
    };
    const saved = await action.run(api.write<BackupSettings>("PUT", PATH, body), t.second.saved);
    if (saved !== null) onSaved();
  }

  return (
    <SheetForm onSend={() => void save()}>
      <TextField
        label={t.second.folder}
        hint={t.second.folderHint}
        value={folder}
        onText={setFolder}
      />
      <TextField
        label={t.second.nightlyAt}
        hint={t.second.nightlyHint}
        value={nightlyAt}
        max={5}
        onText={setNightlyAt}
      />
      <button type="submit" class="plain" disabled={action.isBusy}>
        {t.second.save}
      </button>
      <Said outcome={action.outcome} />
    </SheetForm>
  );
}
