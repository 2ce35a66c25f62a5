import { isSignedIn } from "../../data/session/me.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { useHref } from "../href.ts";
import "../../styles/access.css";

/** Who is signed in, by name and role, and the way out; where nobody is, the way in ([AU3]). */
export function Who() {
  const { t } = useSignWords();
  const session = useSession();
  const href = useHref();
  const me = session.me.value;
  if (me === null) return null;
  if (!isSignedIn(me)) {
    return (
      <div class="who">
        <p>{t.who.nobody}</p>
        <a class="who-turn" href={href("/sign-in")}>
          <DeskIcon name="login" />
          {t.who.in}
        </a>
      </div>
    );
  }
  return (
    <div class="who">
      <p>
        <b>{me.name ?? t.who.token}</b>
        {me.role !== null && <span>{t.who.roles[me.role]}</span>}
      </p>
      <button type="button" class="who-turn" onClick={() => void session.signOut()}>
        <DeskIcon name="logout" />
        {t.who.out}
      </button>
    </div>
  );
}
