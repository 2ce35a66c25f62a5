import { useState } from "preact/hooks";
import { useScreen } from "../../data/screen-context.ts";
import type { Choice } from "../../data/session/session.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { PasswordField } from "../../ui/desk/password-field.tsx";
import { AccessFrame } from "./access-frame.tsx";
import { EnteringSaid } from "./entering-said.tsx";
import { PlainNotice } from "./plain-notice.tsx";
import { useEntering } from "./use-entering.ts";

const NOTHING: Choice = { given: "", own: "" };

/** In the place of every page of whoever was given a password: they choose their own before anything else ([AU13]). */
export function ChoosePassword() {
  const { t } = useSignWords();
  const { me } = useSession();
  const name = me.value?.name ?? "";
  return (
    <AccessFrame title={t.choose.title}>
      <section class="st-card sign-card">
        <h1>{t.choose.title}</h1>
        <p>
          <b>{name}</b>
        </p>
        <p class="about">{t.choose.lead}</p>
        <PlainNotice />
        <ChoiceForm name={name} />
      </section>
    </AccessFrame>
  );
}

function ChoiceForm({ name }: { readonly name: string }) {
  const { t, language } = useSignWords();
  const session = useSession();
  const { picture } = useScreen();
  const [typed, setTyped] = useState(NOTHING);
  const entering = useEntering("");

  async function choose() {
    const answer = await entering.run("", () => session.choosePassword(typed, language));
    // Only now may the floor be seen.
    if (answer?.ok === true) picture.knock();
  }

  return (
    <form
      class="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      {/* Which account a password manager is to keep it for. */}
      <input
        class="unseen"
        autocomplete="username"
        value={name}
        readOnly={true}
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label={t.choose.given}
        value={typed.given}
        fill="current-password"
        words={t.signIn}
        onText={(given) => setTyped((before) => ({ ...before, given }))}
      />
      <PasswordField
        label={t.choose.own}
        hint={t.setup.passwordHint(PASSWORD_MIN)}
        value={typed.own}
        fill="new-password"
        words={t.signIn}
        onText={(own) => setTyped((before) => ({ ...before, own }))}
      />
      <EnteringSaid entering={entering} />
      <div class="sign-turn">
        <button type="submit" class="act" disabled={entering.isBusy || entering.waitSeconds > 0}>
          {entering.isBusy ? t.signIn.busy : t.choose.go}
        </button>
        <button type="button" class="plain" onClick={() => void session.signOut()}>
          {t.choose.out}
        </button>
      </div>
    </form>
  );
}

/** As the server wants it; it says itself what else is wrong with one. */
const PASSWORD_MIN = 10;
