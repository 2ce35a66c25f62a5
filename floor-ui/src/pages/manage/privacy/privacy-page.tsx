import { useRead } from "../../../data/desk/use-read.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { ChangePanel } from "./change-panel.tsx";
import { DocumentPage } from "./document-page.tsx";
import { DocumentsPanel } from "./documents-panel.tsx";
import { InForcePanel } from "./in-force-panel.tsx";
import { type AccountName, DOCUMENTS } from "./privacy-rows.ts";
import { PurgesPanel } from "./purges-panel.tsx";
import { usePrivacy } from "./use-privacy.ts";
import "../../../styles/manage-privacy.css";
import "../../../styles/manage-privacy-paper.css";

/** `/manage/privacy`: what is told of people, to whom and for how long; and the documents about it. */
export function PrivacyPage({ part }: { readonly part?: string }) {
  const { t } = usePrivacyWords();
  const document = DOCUMENTS.find((each) => each === part);
  const title = document === undefined ? t.title : t.documents[document].name;
  return (
    <DeskFrame page="privacy" title={title} hasOwnHead={document !== undefined}>
      {document === undefined ? <Privacy /> : <DocumentPage kind={document} />}
    </DeskFrame>
  );
}

function Privacy() {
  const { t } = usePrivacyWords();
  const reading = usePrivacy();
  const canChange = useCan("privacy.write");
  const canNameAccounts = useCan("access.manage");
  const accounts = useRead<{ accounts: AccountName[] }>(
    canNameAccounts ? "/api/v1/accounts" : null,
  );
  const { value } = reading;
  if (value === null) return <Waiting reading={reading} />;
  const names = accounts.value?.accounts ?? [];
  return (
    <>
      <p class="about">{t.lead}</p>
      <div class="pv-beside">
        <div class="pv-main">
          <InForcePanel setting={value.value} accounts={accounts.value?.accounts ?? null} />
          {canChange ? (
            <ChangePanel
              setting={value.value}
              accounts={names}
              onWrite={reading.write}
              onReload={reading.reload}
            />
          ) : (
            <Panel title={t.change.title}>
              <p class="about">{t.change.readOnly}</p>
            </Panel>
          )}
        </div>
        <div class="pv-aside">
          <DocumentsPanel />
          <PurgesPanel />
        </div>
      </div>
    </>
  );
}
