import { useLocation } from "preact-iso";
import { useScreen } from "../data/screen-context.ts";
import { isSignedIn } from "../data/session/me.ts";
import { useSession } from "../data/session/use-session.ts";
import { useI18n } from "../i18n/i18n.ts";
import { DeskIcon } from "../ui/desk/desk-icon.tsx";
import { otherLanguage } from "./href.ts";
import "../styles/access-bar.css";

/** The other language and the other light, on a page without a menu. */
export function PageTools() {
  const { t, language } = useI18n();
  const { theme } = useScreen();
  const { url } = useLocation();
  const isDark = theme.theme.value === "dark";
  return (
    <div class="st-tools">
      <Out />
      <a href={otherLanguage(url, language)} lang={language === "fr" ? "en" : "fr"}>
        {t.home.otherLanguage}
      </a>
      <button type="button" aria-label={isDark ? t.wall.light : t.wall.dark} onClick={theme.toggle}>
        <DeskIcon name={isDark ? "sun" : "moon"} />
      </button>
    </div>
  );
}

/** Who is signed in, and the way out: a page with one question has no menu ([AU3]). */
function Out() {
  const { t } = useI18n();
  const session = useSession();
  const me = session.me.value;
  if (me === null || !isSignedIn(me)) return null;
  return (
    <>
      <span>{me.name ?? t.home.adminToken}</span>
      <button type="button" class="st-out" onClick={() => void session.signOut()}>
        {t.home.signOut}
      </button>
    </>
  );
}
