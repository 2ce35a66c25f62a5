import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useScreen } from "../../data/screen-context.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { TextField } from "../../ui/desk/fields.tsx";
import { PasswordField } from "../../ui/desk/password-field.tsx";
import { useHref } from "../href.ts";
import { AccessFrame } from "./access-frame.tsx";
import { EnteringSaid } from "./entering-said.tsx";
import { PlainNotice } from "./plain-notice.tsx";
import { useEntering } from "./use-entering.ts";

/** `/setup`: the code that the server printed makes the first account, and whoever made it is signed in. */
export function SetupPage() {
  const { t } = useSignWords();
  const { me } = useSession();
  const href = useHref();
  const isDone = me.value !== null && !me.value.setupNeeded;
  return (
    <AccessFrame title={t.setup.title}>
      <section class="st-card sign-card">
        <h1>{t.setup.title}</h1>
        {isDone ? (
          <>
            <p class="about">{t.setup.done}</p>
            <p>
              <a class="act" href={href("/sign-in")}>
                {t.setup.toSignIn}
              </a>
            </p>
          </>
        ) : (
          <SetupForm />
        )}
      </section>
    </AccessFrame>
  );
}

const NOTHING = { code: "", name: "", password: "" };

function SetupForm() {
  const { t, language } = useSignWords();
  const session = useSession();
  const { picture } = useScreen();
  const { route } = useLocation();
  const href = useHref();
  const [typed, setTyped] = useState(NOTHING);
  const entering = useEntering("");
  const set = (part: Partial<typeof NOTHING>) => setTyped((before) => ({ ...before, ...part }));

  async function make() {
    const { code, name, password } = typed;
    const first = { code: code.trim().toUpperCase(), name: name.trim(), password };
    const answer = await entering.run("", () => session.setUp(first, language));
    if (answer?.ok !== true) return;
    const hasPlan = picture.store.head.peek()?.workshop != null;
    route(href(hasPlan ? "/manage/access" : "/start"), true);
  }

  return (
    <form
      class="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p class="about">{t.setup.lead}</p>
      <PlainNotice />
      <TextField
        label={t.setup.code}
        hint={t.setup.codeHint}
        value={typed.code}
        isRequired={true}
        onText={(code) => set({ code })}
      />
      <TextField
        label={t.setup.name}
        hint={t.setup.nameHint}
        value={typed.name}
        isRequired={true}
        fill="username"
        onText={(name) => set({ name })}
      />
      <PasswordField
        label={t.setup.password}
        hint={t.setup.passwordHint(PASSWORD_MIN)}
        value={typed.password}
        fill="new-password"
        words={t.signIn}
        onText={(password) => set({ password })}
      />
      <EnteringSaid entering={entering} />
      <div class="sign-turn">
        <button type="submit" class="act" disabled={entering.isBusy || entering.waitSeconds > 0}>
          {entering.isBusy ? t.signIn.busy : t.setup.go}
        </button>
      </div>
    </form>
  );
}

/** As the server wants it; it says itself what else is wrong with one. */
const PASSWORD_MIN = 10;
