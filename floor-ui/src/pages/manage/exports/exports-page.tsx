import { useExportsWords } from "../../../i18n/exports.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { DownloadPanel } from "./download-panel.tsx";
import { EveningPanel } from "./evening-panel.tsx";
import "../../../styles/manage-settings.css";
import "../../../styles/manage-exports.css";

/** `/manage/exports`: files of some days, and those that the server writes by itself each evening. */
export function ExportsPage() {
  const { t } = useExportsWords();
  return (
    <DeskFrame page="exports" title={t.exports.title}>
      <div class="ex-page">
        <DownloadPanel />
        <div class="ex-beside">
          <EveningPanel />
        </div>
      </div>
    </DeskFrame>
  );
}
