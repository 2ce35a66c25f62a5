import { useSession } from "../../data/session/use-session.ts";
import { useStartWords } from "../../i18n/start.ts";
import { PlainNotice } from "../access/plain-notice.tsx";
import { SignInForm } from "../access/sign-in-form.tsx";
import { useHref } from "../href.ts";
import "../../styles/access.css";

/** Nothing can be saved by nobody: the first account is made first, or whoever has one signs in. */
export function Welcome() {
  const { t } = useStartWords();
  const { me } = useSession();
  const href = useHref();
  const isFirst = me.value?.setupNeeded === true;
  return (
    <section class="st-card">
      <h1>{t.welcome.title}</h1>
      {isFirst ? (
        <>
          <p class="about">{t.welcome.lead}</p>
          <div class="sign-turn">
            <a class="act" href={href("/setup")}>
              {t.welcome.setUp}
            </a>
            <a class="plain" href={href("/sign-in?by=token&to=/start")}>
              {t.welcome.signIn}
            </a>
          </div>
        </>
      ) : (
        <>
          <p class="about">{t.welcome.leadSignIn}</p>
          <PlainNotice />
          <SignInForm />
        </>
      )}
    </section>
  );
}
