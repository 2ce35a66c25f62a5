import { useCallback, useState } from "preact/hooks";
import { useRead } from "../../../data/desk/use-read.ts";
import type { AccountRow, SessionRow } from "../../../data/session/access-rows.ts";
import { useCan, useSession } from "../../../data/session/use-session.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { AccountsPanel } from "./accounts-panel.tsx";
import { KeysPanel } from "./keys-panel.tsx";
import { OwnPanel } from "./own-panel.tsx";
import { ScreensPanel } from "./screens-panel.tsx";
import { SecurityPanel } from "./security-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";
import "../../../styles/access.css";
import "../../../styles/manage-access.css";

/** `/manage/access`: one's own account, screens and tablets, and for administrators everybody's accounts and the keys of programs. */
export function AccessPage() {
  const { t } = useAccessWords();
  return (
    <DeskFrame page="access" title={t.pageTitle}>
      <p class="about">{t.pageLead}</p>
      <Panels />
    </DeskFrame>
  );
}

function Panels() {
  const { me } = useSession();
  const managesAll = useCan("access.manage");
  const managesScreens = useCan("screens.write");
  const isAccount = me.value?.kind === "account";
  const sessions = useRead<{ sessions: readonly SessionRow[] }>(
    isAccount || managesAll ? "/api/v1/sessions" : null,
  );
  const accounts = useRead<{ accounts: readonly AccountRow[] }>(
    managesAll ? "/api/v1/accounts" : null,
  );
  const [round, setRound] = useState(0);
  const reloadSessions = sessions.reload;
  const reloadAccounts = accounts.reload;
  const changed = useCallback(() => {
    reloadSessions();
    reloadAccounts();
    setRound((before) => before + 1);
  }, [reloadSessions, reloadAccounts]);
  return (
    <>
      <div class="ac-beside">
        {managesScreens && <ScreensPanel />}
        <OwnPanel onChanged={changed} />
      </div>
      {managesAll && <AccountsPanel accounts={accounts} sessions={sessions} onChanged={changed} />}
      <SessionsPanel
        key={round}
        sessions={sessions}
        accounts={accounts.value?.accounts ?? null}
        onChanged={changed}
      />
      {managesAll && <KeysPanel />}
      {managesAll && <SecurityPanel accounts={accounts.value?.accounts ?? []} />}
    </>
  );
}
