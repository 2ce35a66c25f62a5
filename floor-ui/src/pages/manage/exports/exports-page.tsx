import { useExportsWords } from "../../../i18n/exports.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { TokenKept, TokenPanel } from "../../prepare/token-panel.tsx";
import { DownloadPanel } from "./download-panel.tsx";
import { EveningPanel } from "./evening-panel.tsx";
import "../../../styles/manage-settings.css";
import "../../../styles/manage-exports.css";

/** `/manage/exports`: files of some days, and those that the server writes by itself each evening; only these ask for the token. */
export function ExportsPage() {
  const { t } = useExportsWords();
  return (
    <DeskFrame page="exports" title={t.exports.title} hasOwnHead={true}>
      <header class="desk-head">
        <h1>{t.exports.title}</h1>
        <TokenKept />
      </header>
      <div class="ex-page">
        <DownloadPanel />
        <div class="ex-beside">
          <EveningPanel />
          <TokenPanel />
        </div>
      </div>
    </DeskFrame>
  );
}
