import { isSignedIn } from "../../data/session/me.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { useHref } from "../href.ts";

/** As long as the server has not said who this is, what was kept is shown. */
export function useCanSee(): boolean {
  const session = useSession();
  return session.me.value === null || session.can("board.read");
}

/** Who is signed in, and the way out; the way in where nobody is. */
export function SignedIn() {
  const { t } = useI18n();
  const session = useSession();
  const href = useHref();
  const me = session.me.value;
  if (me === null) return null;
  if (!isSignedIn(me)) return <a href={href("/sign-in")}>{t.home.signIn}</a>;
  return (
    <>
      <span>{me.name ?? t.home.adminToken}</span>
      <button type="button" class="out" onClick={() => void session.signOut()}>
        {t.home.signOut}
      </button>
    </>
  );
}

/** Nobody is known: a person signs in, a screen shows its code. */
export function Closed() {
  const { t } = useI18n();
  const { me } = useSession();
  const href = useHref();
  const isFirst = me.value?.setupNeeded === true;
  return (
    <section>
      <p>
        <a class="go" href={href(isFirst ? "/setup" : "/sign-in")}>
          {isFirst ? t.home.setUp : t.home.signIn}
        </a>
      </p>
      <h2>{t.home.screens}</h2>
      <ul class="links">
        <li>
          <a href={href("/wall")}>
            <b>{t.home.pairWall}</b>
            <span>{t.home.pairHint}</span>
          </a>
        </li>
        <li>
          <a href={href("/station")}>
            <b>{t.home.pairStation}</b>
            <span>{t.home.pairHint}</span>
          </a>
        </li>
        <li>
          <a href={href("/trust")}>
            <b>{t.home.trust}</b>
            <span>{t.home.trustHint}</span>
          </a>
        </li>
      </ul>
    </section>
  );
}
