import { useLocation } from "preact-iso";
import { isSignedIn } from "../../data/session/me.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { useHref } from "../href.ts";
import { AccessFrame } from "./access-frame.tsx";
import { PlainNotice } from "./plain-notice.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { whereTo } from "./where-to.ts";
import { Who } from "./who.tsx";

/** `/sign-in`; `?to=/manage` is where one was going. */
export function SignInPage() {
  const { t } = useSignWords();
  const { me } = useSession();
  const { query, route } = useLocation();
  const href = useHref();
  const to = whereTo(query["to"], location.origin);
  return (
    <AccessFrame title={t.signIn.title}>
      <section class="st-card sign-card">
        <h1>{t.signIn.title}</h1>
        {me.value !== null && isSignedIn(me.value) ? (
          <>
            <Who />
            <p>
              <a class="act" href={href(to)}>
                {t.signIn.home}
              </a>
            </p>
          </>
        ) : (
          <>
            <p class="about">{t.signIn.lead}</p>
            <PlainNotice />
            <SignInForm byToken={query["by"] === "token"} onDone={() => route(href(to), true)} />
            {me.value?.setupNeeded === true && (
              <p>
                <a href={href("/setup")}>{t.signIn.toSetup}</a>
              </p>
            )}
          </>
        )}
      </section>
    </AccessFrame>
  );
}
