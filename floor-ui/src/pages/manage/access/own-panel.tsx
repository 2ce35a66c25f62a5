import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useSession } from "../../../data/session/use-session.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { PasswordField } from "../../../ui/desk/password-field.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { Said } from "../../prepare/said.tsx";
import { asDone } from "./as-done.ts";
import { OwnTotp } from "./own-totp.tsx";

/** One's own password and second step. */
export function OwnPanel({ onChanged }: { readonly onChanged: () => void }) {
  const { t, roles } = useAccessWords();
  const me = useSession().me.value;
  if (me?.kind !== "account") {
    return (
      <Panel title={t.own.title}>
        <p class="about">{t.own.token}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t.own.title} aside={me.role === null ? undefined : roles([me.role])}>
      <p>
        <b>{me.name}</b>
      </p>
      <OwnPassword name={me.name ?? ""} onChanged={onChanged} />
      <OwnTotp hasTotp={me.hasTotp === true} onChanged={onChanged} />
    </Panel>
  );
}

const NOTHING = { before: "", after: "" };

function OwnPassword(props: { readonly name: string; readonly onChanged: () => void }) {
  const { api } = useDesk();
  const { t, sign, number } = useAccessWords();
  const action = useAction();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(NOTHING);

  async function change() {
    const body = { old: typed.before, new: typed.after };
    const sent = api.write<void>("POST", "/api/v1/accounts/me/password", body);
    const done = await action.run(sent.then(asDone), t.own.passwordChanged);
    if (done === null) return;
    setTyped(NOTHING);
    setOpen(false);
    props.onChanged();
  }

  if (!isOpen) {
    return (
      <>
        <div>
          <button type="button" class="plain" onClick={() => setOpen(true)}>
            {t.own.changePassword}
          </button>
        </div>
        <Said outcome={action.outcome} />
      </>
    );
  }
  return (
    <SheetForm onSend={() => void change()}>
      {/* Which account a password manager is to change. */}
      <input
        class="unseen"
        autocomplete="username"
        value={props.name}
        readOnly={true}
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label={t.own.before}
        value={typed.before}
        fill="current-password"
        words={sign}
        onText={(before) => setTyped({ ...typed, before })}
      />
      <PasswordField
        label={t.own.after}
        hint={t.own.passwordHint(number(PASSWORD_MIN))}
        value={typed.after}
        fill="new-password"
        words={sign}
        onText={(after) => setTyped({ ...typed, after })}
      />
      <Said outcome={action.outcome} />
      <div class="row">
        <button type="submit" class="act" disabled={action.isBusy}>
          {t.own.save}
        </button>
        <button type="button" class="plain" onClick={() => setOpen(false)}>
          {t.cancel}
        </button>
      </div>
    </SheetForm>
  );
}

/** As the server wants it; it says itself what else is wrong with one. */
const PASSWORD_MIN = 10;
