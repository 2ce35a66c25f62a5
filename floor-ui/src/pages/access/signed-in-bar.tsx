import { useSession } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import "../../styles/access-bar.css";

/** Under a tablet's work, where somebody is signed in on it: who, and the way out ([AU3]). */
export function SignedInBar() {
  const { t } = useSignWords();
  const session = useSession();
  const me = session.me.value;
  const role = me?.role ?? null;
  return (
    <aside class="signed-bar" aria-label={t.who.label}>
      <p>
        <b>{me?.name ?? t.who.token}</b> {role === null ? "" : t.who.roles[role]}
      </p>
      <button type="button" onClick={() => void session.signOut()}>
        {t.who.out}
      </button>
    </aside>
  );
}
