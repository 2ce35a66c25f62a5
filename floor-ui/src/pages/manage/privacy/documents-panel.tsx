import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { useHref } from "../../href.ts";
import { DOCUMENTS } from "./privacy-rows.ts";

/** What can be printed about the data of people. */
export function DocumentsPanel() {
  const { t } = usePrivacyWords();
  const href = useHref();
  return (
    <Panel title={t.documents.title}>
      <p class="about">{t.documents.lead}</p>
      <ul class="pv-documents">
        {DOCUMENTS.map((kind) => (
          <li key={kind}>
            <a href={href(`/manage/privacy/${kind}`)}>
              <DeskIcon name="file" />
              <span>
                <b>{t.documents[kind].name}</b>
                <small>{t.documents[kind].about}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
