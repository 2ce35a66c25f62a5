import { useDesk } from "../../../data/desk/desk-context.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import type { Reading } from "../../../data/desk/use-read.ts";
import type { AccountRow, SessionRow } from "../../../data/session/access-rows.ts";
import { useSession } from "../../../data/session/use-session.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { asDone } from "./as-done.ts";

interface SessionsProps {
  readonly sessions: Reading<{ readonly sessions: readonly SessionRow[] }>;
  /** null: only one's own are told. */
  readonly accounts: readonly AccountRow[] | null;
  readonly onChanged: () => void;
}

/** Where somebody is signed in, with the last use, and the way to end it from here. */
export function SessionsPanel({ sessions, accounts, onChanged }: SessionsProps) {
  const { t } = useAccessWords();
  const action = useAction();
  const rows = sessions.value?.sessions.toSorted((one, other) => other.seenAt - one.seenAt);
  const { columns } = t.sessions;
  return (
    <Panel
      title={accounts === null ? t.sessions.mine : t.sessions.title}
      aside={<span>{rows?.length ?? ""}</span>}
    >
      <Said outcome={action.outcome} />
      <Waiting reading={sessions} />
      {rows?.length === 0 && <p class="about">{t.sessions.none}</p>}
      {rows !== undefined && rows.length > 0 && (
        <Scroll name={t.sessions.title}>
          <table class="list tight ac-stack">
            <thead>
              <tr>
                {accounts !== null && <th scope="col">{columns.who}</th>}
                <th scope="col">{columns.device}</th>
                <th scope="col">{columns.since}</th>
                <th scope="col">{columns.seen}</th>
                <th scope="col">{columns.actions}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  accounts={accounts}
                  action={action}
                  onEnded={onChanged}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}

const MINUTE_MS = 60_000;

function Row(props: {
  readonly row: SessionRow;
  readonly accounts: readonly AccountRow[] | null;
  readonly action: Action;
  readonly onEnded: () => void;
}) {
  const { row, accounts, action, onEnded } = props;
  const { api } = useDesk();
  const session = useSession();
  const { t, day, time, ago } = useAccessWords();
  const who = useWho(row, accounts);
  const device = row.device ?? t.sessions.device;
  const age = Date.now() - row.seenAt;

  async function end() {
    // The one that asks is left as one leaves.
    if (row.isCurrent) return session.signOut();
    const sent = api.write("DELETE", `/api/v1/sessions/${encodeURIComponent(row.id)}`);
    if ((await action.run(sent.then(asDone), t.sessions.ended)) !== null) onEnded();
  }

  return (
    <tr>
      {accounts !== null && <th scope="row">{who}</th>}
      <td data-label={t.sessions.columns.device}>
        {device}
        {row.isShared && <small>{t.sessions.shared}</small>}
      </td>
      <td class="nowrap" data-label={t.sessions.columns.since}>
        {`${day(row.createdAt)}, ${time(row.createdAt)}`}
      </td>
      <td class="nowrap" data-label={t.sessions.columns.seen}>
        {age < MINUTE_MS ? t.accounts.here : ago(age)}
        {row.isCurrent && <small>{t.sessions.current}</small>}
      </td>
      <td>
        <button
          type="button"
          class="link"
          aria-label={t.sessions.endOf(who, device)}
          disabled={action.isBusy}
          onClick={() => void end()}
        >
          {t.sessions.end}
        </button>
      </td>
    </tr>
  );
}

/** Of an account, the admin token, or oneself where only one's own are told. */
function useWho({ accountId }: SessionRow, accounts: readonly AccountRow[] | null): string {
  const { t } = useAccessWords();
  const { me } = useSession();
  if (accountId === null) return t.sessions.token;
  if (accounts === null) return me.value?.name ?? "";
  return accounts.find(({ id }) => id === accountId)?.name ?? t.sessions.gone;
}
