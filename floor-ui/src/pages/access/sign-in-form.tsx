import { useId, useState } from "preact/hooks";
import type { SignIn } from "../../data/session/session.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { CheckField, TextField } from "../../ui/desk/fields.tsx";
import { PasswordField } from "../../ui/desk/password-field.tsx";
import { EnteringSaid } from "./entering-said.tsx";
import { useEntering } from "./use-entering.ts";

const TOTP_NEEDED = "totp-needed";

/** Name and password, then the second code where the account has one; or the admin token. */
export function SignInForm(props: {
  readonly onDone?: () => void;
  /** The admin token is asked for first. */
  readonly byToken?: boolean;
  /** Offers to go on without. */
  readonly onLeave?: () => void;
}) {
  const { t, language } = useSignWords();
  const session = useSession();
  const [byToken, setByToken] = useState(props.byToken ?? false);
  const [typed, setTyped] = useState(EMPTY);
  const [needsTotp, setNeedsTotp] = useState(false);
  const entering = useEntering(byToken ? "" : typed.name);
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));

  async function enter() {
    const who = byToken ? "" : typed.name;
    const answer = await entering.run(who, () =>
      session.signIn(signInOf(typed, { byToken, needsTotp }), language),
    );
    if (answer?.ok === true) props.onDone?.();
    if (answer?.ok === false && answer.code === TOTP_NEEDED) setNeedsTotp(true);
  }

  return (
    <form
      class="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      {byToken ? (
        <TokenFields typed={typed} set={set} />
      ) : (
        <AccountFields typed={typed} set={set} needsTotp={needsTotp} />
      )}
      <EnteringSaid entering={entering} />
      <div class="sign-turn">
        <button type="submit" class="act" disabled={entering.isBusy || entering.waitSeconds > 0}>
          {entering.isBusy ? t.signIn.busy : t.signIn.go}
        </button>
        {props.onLeave !== undefined && (
          <button type="button" class="plain" onClick={props.onLeave}>
            {t.signIn.leave}
          </button>
        )}
      </div>
      <button type="button" class="link" onClick={() => setByToken(!byToken)}>
        {byToken ? t.signIn.withName : t.signIn.withToken}
      </button>
    </form>
  );
}

interface Typed {
  readonly name: string;
  readonly password: string;
  readonly totp: string;
  readonly isShared: boolean;
  readonly token: string;
}

/** A device is shared until somebody says that it is their own. */
const EMPTY: Typed = { name: "", password: "", totp: "", isShared: true, token: "" };

interface FieldsProps {
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
}

function AccountFields(props: FieldsProps & { readonly needsTotp: boolean }) {
  const { typed, set, needsTotp } = props;
  const { t } = useSignWords();
  const hint = useId();
  return (
    <>
      <TextField
        label={t.signIn.name}
        value={typed.name}
        isRequired={true}
        fill="username"
        onText={(name) => set({ name })}
      />
      <PasswordField
        label={t.signIn.password}
        value={typed.password}
        fill="current-password"
        words={t.signIn}
        onText={(password) => set({ password })}
      />
      {needsTotp && (
        <TextField
          label={t.signIn.totp}
          hint={t.signIn.totpHint}
          value={typed.totp}
          isRequired={true}
          keys="numeric"
          fill="one-time-code"
          isFirst={true}
          onText={(totp) => set({ totp })}
        />
      )}
      <div aria-describedby={hint}>
        <CheckField
          label={t.signIn.shared}
          isOn={typed.isShared}
          onSet={(isShared) => set({ isShared })}
        />
        <small id={hint}>{t.signIn.sharedHint}</small>
      </div>
    </>
  );
}

function TokenFields({ typed, set }: FieldsProps) {
  const { t } = useSignWords();
  return (
    <>
      <p class="about">
        {t.signIn.tokenHint} <code>{t.signIn.tokenFile}</code>
      </p>
      <PasswordField
        label={t.signIn.token}
        value={typed.token}
        fill="off"
        words={t.signIn}
        onText={(token) => set({ token })}
      />
    </>
  );
}

function signInOf(
  { name, password, totp, isShared, token }: Typed,
  { byToken, needsTotp }: { readonly byToken: boolean; readonly needsTotp: boolean },
): SignIn {
  if (byToken) return { token: token.trim() };
  const code = totp.replace(/\s/g, "");
  return { name: name.trim(), password, isShared, ...(needsTotp && { totp: code }) };
}
