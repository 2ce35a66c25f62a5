import { useState } from "preact/hooks";
import type { BackupList, BackupRow } from "../../../data/desk/backup-rows.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { ListPanel } from "./list-panel.tsx";
import { RestorePanel } from "./restore-panel.tsx";
import { RestoreSteps } from "./restore-steps.tsx";
import { SecondPanel } from "./second-panel.tsx";
import { StatePanel } from "./state-panel.tsx";
import { UploadPanel } from "./upload-panel.tsx";
import { isRestoring, useBackups } from "./use-backups.ts";
import "../../../styles/manage-backups.css";
import "../../../styles/manage-restore.css";

/** `/manage/backups`: how old the last verified backup is, those that are kept, and going back to one. */
export function BackupsPage() {
  const { t } = useBackupWords();
  return (
    <DeskFrame page="backups" title={t.title}>
      <p class="about">{t.lead}</p>
      <Backups />
    </DeskFrame>
  );
}

function Backups() {
  const list = useBackups();
  const { value } = list;
  if (value === null) return <Waiting reading={list} />;
  return <Known list={value} isSilent={list.refusal !== null} onChanged={list.reload} />;
}

function Known(props: {
  readonly list: BackupList;
  /** The server does not answer now. */
  readonly isSilent: boolean;
  readonly onChanged: () => void;
}) {
  const { list, isSilent, onChanged } = props;
  const [chosen, setChosen] = useState<BackupRow | null>(null);
  if (isRestoring(list)) return <RestoreSteps list={list} isSilent={isSilent} />;
  if (chosen !== null) {
    return (
      <RestorePanel
        backup={chosen}
        onLeave={() => setChosen(null)}
        onBegun={() => {
          setChosen(null);
          onChanged();
        }}
      />
    );
  }
  return (
    <>
      <RestoreSteps list={list} isSilent={isSilent} />
      <StatePanel list={list} onChanged={onChanged} />
      <div class="bk-beside">
        <ListPanel list={list} onRestore={setChosen} />
        <div class="bk-aside">
          <SecondPanel list={list} onChanged={onChanged} />
          <UploadPanel onChanged={onChanged} />
        </div>
      </div>
    </>
  );
}
