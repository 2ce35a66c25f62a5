import { useState } from "preact/hooks";
import { useAction } from "../../../data/desk/use-action.ts";
import type { Reading } from "../../../data/desk/use-read.ts";
import type { AccountRow, SessionRow } from "../../../data/session/access-rows.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { AccountLine } from "./account-line.tsx";
import { AddAccount } from "./add-account.tsx";
import { ShownOnce } from "./shown-once.tsx";

/** A password that was drawn for somebody; told once. */
export interface Drawn {
  readonly name: string;
  readonly password: string;
}

/** Who may sign in: with which role, and whether they still may. */
export function AccountsPanel(props: {
  readonly accounts: Reading<{ readonly accounts: readonly AccountRow[] }>;
  readonly sessions: Reading<{ readonly sessions: readonly SessionRow[] }>;
  readonly onChanged: () => void;
}) {
  const { accounts, sessions, onChanged } = props;
  const { t } = useAccessWords();
  const action = useAction();
  const [isAdding, setAdding] = useState(false);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const rows = accounts.value?.accounts;
  const lastSeen = (id: string): number | null =>
    (sessions.value?.sessions ?? [])
      .filter(({ accountId }) => accountId === id)
      .reduce<number | null>((last, { seenAt }) => Math.max(last ?? 0, seenAt), null);
  const { columns } = t.accounts;
  return (
    <Panel title={t.accounts.title} aside={<span>{rows?.length ?? ""}</span>}>
      {isAdding ? (
        <AddAccount
          action={action}
          onLeave={() => setAdding(false)}
          onAdded={(made) => {
            setAdding(false);
            setDrawn(made);
            onChanged();
          }}
        />
      ) : (
        <div>
          <button
            type="button"
            class="act"
            onClick={() => {
              action.clear();
              setDrawn(null);
              setAdding(true);
            }}
          >
            <DeskIcon name="plus" />
            {t.accounts.add}
          </button>
        </div>
      )}
      <Said outcome={action.outcome} />
      {drawn !== null && (
        <ShownOnce
          title={t.accounts.firstOf(drawn.name)}
          secret={drawn.password}
          hint={t.accounts.once}
        />
      )}
      <Waiting reading={accounts} />
      {rows?.length === 0 && <p class="about">{t.accounts.none}</p>}
      {rows !== undefined && rows.length > 0 && (
        <Scroll name={t.accounts.title}>
          <table class="list ac-accounts ac-stack">
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.role}</th>
                <th scope="col">{columns.state}</th>
                <th scope="col">{columns.seen}</th>
                <th scope="col">{columns.actions}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <AccountLine
                  key={row.id}
                  row={row}
                  seenAt={lastSeen(row.id)}
                  action={action}
                  onDrawn={setDrawn}
                  onChanged={onChanged}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}
