import { useLocation } from "preact-iso";
import { useScreen } from "../data/screen-context.ts";
import { useI18n } from "../i18n/i18n.ts";
import { DeskIcon } from "../ui/desk/desk-icon.tsx";
import { otherLanguage } from "./href.ts";

/** The other language and the other light, on a page without a menu. */
export function PageTools() {
  const { t, language } = useI18n();
  const { theme } = useScreen();
  const { url } = useLocation();
  const isDark = theme.theme.value === "dark";
  return (
    <div class="st-tools">
      <a href={otherLanguage(url, language)} lang={language === "fr" ? "en" : "fr"}>
        {t.home.otherLanguage}
      </a>
      <button type="button" aria-label={isDark ? t.wall.light : t.wall.dark} onClick={theme.toggle}>
        <DeskIcon name={isDark ? "sun" : "moon"} />
      </button>
    </div>
  );
}
