import { ACCOUNT_ROLES, type Permission, ROLE_PERMISSIONS } from "@trame/shared";
import { type ComponentChildren, Fragment } from "preact";
import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { mayShow } from "../../data/session/may-show.ts";
import { isSignedIn } from "../../data/session/me.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { useHref } from "../href.ts";
import { PlainNotice } from "./plain-notice.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { useSays } from "./use-says.ts";

/** What a page needs of whoever opens it; null: that they signed in. */
export type Needed = Permission | null;

/**
 * Shows a page to who may see it; else the sign-in in its place, or what is missing and who can give it ([AU4]). While somebody is
 * asked to sign in again the page stays as it is behind the question.
 */
export function Guard(props: { readonly needs: Needed; readonly children: ComponentChildren }) {
  const { needs, children } = props;
  const session = useSession();
  const me = session.me.value;
  const wasShown = useRef(false);
  // A server that is away says so itself, in the place of what is read.
  if (me === null) return session.isUnreached.value ? children : null;
  const isShown = mayShow(me, needs) || (wasShown.current && session.isWanted.value);
  wasShown.current = isShown;
  if (isShown) {
    return (
      <>
        <Fragment key={session.owner.value}>{children}</Fragment>
        <SignInAgain />
      </>
    );
  }
  return needs !== null && isSignedIn(me) ? <NotAllowed right={needs} /> : <SignInHere />;
}

function NotAllowed({ right }: { readonly right: Permission }) {
  const words = useSignWords();
  const says = useSays();
  const { guard } = words.t;
  const owners = ACCOUNT_ROLES.filter((role) => ROLE_PERMISSIONS[role].has(right));
  return (
    <section class="panel sign-panel">
      <h2>{guard.title}</h2>
      <p>{guard.missing(says.right(right))}</p>
      <p class="about">{guard.owners(words.roles(owners))}</p>
      <p class="about">{guard.ask(words.roles(["administrator"]))}</p>
    </section>
  );
}

function SignInHere() {
  const { t } = useSignWords();
  const { me } = useSession();
  const href = useHref();
  return (
    <section class="panel sign-panel">
      <h2>{t.signIn.title}</h2>
      <p class="about">{t.guard.signIn}</p>
      {me.value?.setupNeeded === true && (
        <p>
          <a href={href("/setup")}>{t.signIn.toSetup}</a>
        </p>
      )}
      <PlainNotice />
      <SignInForm />
    </section>
  );
}

/** On a page that is read without signing in: what signing in would bring. */
export function SignInHint() {
  const { t } = useSignWords();
  const { me } = useSession();
  const { url } = useLocation();
  const href = useHref();
  if (me.value === null || isSignedIn(me.value)) return null;
  return (
    <p class="about">
      {t.guard.toSave}{" "}
      <a href={href(`/sign-in?to=${encodeURIComponent(url)}`)}>{t.guard.toSaveLink}</a>
      {t.guard.toSaveEnd}
    </p>
  );
}
