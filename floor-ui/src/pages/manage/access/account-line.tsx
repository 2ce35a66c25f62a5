import { ACCOUNT_ROLES } from "@trame/shared";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { Action } from "../../../data/desk/use-action.ts";
import type { AccountRow } from "../../../data/session/access-rows.ts";
import { drawPassword } from "../../../data/session/draw-password.ts";
import { useSession } from "../../../data/session/use-session.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { AskAgain } from "../../prepare/ask-again.tsx";
import type { Drawn } from "./accounts-panel.tsx";
import { asDone } from "./as-done.ts";

interface LineProps {
  readonly row: AccountRow;
  /** UTC ms; null: not signed in anywhere. */
  readonly seenAt: number | null;
  readonly action: Action;
  readonly onDrawn: (drawn: Drawn | null) => void;
  readonly onChanged: () => void;
}

/** One account: its role is changed by choosing another, the rest asks once more. */
export function AccountLine(props: LineProps) {
  const { row, seenAt } = props;
  const { t } = useAccessWords();
  const { accounts } = t;
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td data-label={accounts.columns.role}>
        <RolePick {...props} />
      </td>
      <td data-label={accounts.columns.state}>
        {row.isDisabled ? <b>{accounts.disabled}</b> : accounts.active}
        {row.hasTotp && <small>{accounts.totp}</small>}
        <Given until={row.passwordUntil} />
      </td>
      <td data-label={accounts.columns.seen}>
        <Seen seenAt={seenAt} />
      </td>
      <td>
        <Actions {...props} />
      </td>
    </tr>
  );
}

/** Somebody drew the password, and its owner has yet to choose one. */
function Given({ until }: { readonly until: number | null }) {
  const { t, day } = useAccessWords();
  if (until === null) return null;
  const { given, givenOver } = t.accounts;
  return <small>{Date.now() < until ? given(day(until)) : givenOver}</small>;
}

const MINUTE_MS = 60_000;

function Seen({ seenAt }: Pick<LineProps, "seenAt">) {
  const { t, ago } = useAccessWords();
  if (seenAt === null) return <>{t.accounts.never}</>;
  const age = Date.now() - seenAt;
  return <>{age < MINUTE_MS ? t.accounts.here : ago(age)}</>;
}

function useEdit({ row, action, onChanged }: LineProps) {
  const { api } = useDesk();
  const path = `/api/v1/accounts/${encodeURIComponent(row.id)}`;
  return {
    async change(body: Readonly<Record<string, unknown>>, said: string): Promise<boolean> {
      const done = await action.run(api.write<AccountRow>("PATCH", path, body), said);
      onChanged();
      return done !== null;
    },
    async remove(what: "" | "/totp", said: string): Promise<void> {
      await action.run(api.write("DELETE", `${path}${what}`).then(asDone), said);
      onChanged();
    },
  };
}

function RolePick(props: LineProps) {
  const { row, action } = props;
  const { t } = useAccessWords();
  const edit = useEdit(props);
  return (
    <select
      class="box words"
      aria-label={t.accounts.roleOf(row.name)}
      value={row.role}
      disabled={action.isBusy}
      onChange={({ currentTarget }) =>
        void edit.change({ role: currentTarget.value }, t.accounts.roleChanged(row.name))
      }
    >
      {ACCOUNT_ROLES.map((role) => (
        <option key={role} value={role}>
          {t.accounts.roles[role]}
        </option>
      ))}
    </select>
  );
}

function Actions(props: LineProps) {
  const { row, action, onDrawn } = props;
  const { t } = useAccessWords();
  const { accounts } = t;
  const edit = useEdit(props);
  const { name } = row;
  const me = useSession().me.value;
  // One's own is changed in « Mon compte », with the one before.
  const isOwn = me?.kind === "account" && me.name === name;
  const asking = { no: accounts.renewNo, isOff: action.isBusy };

  async function renew() {
    const password = drawPassword();
    const isDone = await edit.change({ password }, accounts.renewed(name));
    onDrawn(isDone ? { name, password } : null);
  }

  return (
    <span class="row tight">
      {!isOwn && (
        <AskAgain
          {...asking}
          label={accounts.renew}
          name={accounts.renewOf(name)}
          question={accounts.renewSure}
          yes={accounts.renewYes}
          onYes={() => void renew()}
        />
      )}
      {row.hasTotp && (
        <AskAgain
          {...asking}
          label={accounts.dropTotp}
          name={accounts.dropTotpOf(name)}
          question={accounts.dropTotpSure}
          yes={accounts.dropTotp}
          onYes={() => void edit.remove("/totp", accounts.totpDropped(name))}
        />
      )}
      <OpenOrClosed {...props} />
      <AskAgain
        {...asking}
        label={accounts.remove}
        name={accounts.removeOf(name)}
        question={accounts.removeSure}
        yes={accounts.removeYes}
        onYes={() => void edit.remove("", accounts.removed(name))}
      />
    </span>
  );
}

function OpenOrClosed(props: LineProps) {
  const { row, action } = props;
  const { t } = useAccessWords();
  const { accounts } = t;
  const edit = useEdit(props);
  const { name } = row;
  if (row.isDisabled) {
    return (
      <button
        type="button"
        class="link"
        aria-label={accounts.enableOf(name)}
        disabled={action.isBusy}
        onClick={() => void edit.change({ disabled: false }, accounts.enabledDone(name))}
      >
        {accounts.enable}
      </button>
    );
  }
  return (
    <AskAgain
      label={accounts.disable}
      name={accounts.disableOf(name)}
      question={accounts.disableSure}
      yes={accounts.disableYes}
      no={accounts.renewNo}
      isOff={action.isBusy}
      onYes={() => void edit.change({ disabled: true }, accounts.disabledDone(name))}
    />
  );
}
