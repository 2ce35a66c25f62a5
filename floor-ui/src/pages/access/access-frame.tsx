import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { otherLanguage, useHref } from "../href.ts";
import "../../styles/prepare.css";
import "../../styles/prepare-forms.css";
// In the order of the first start, whose sheets lie over each other.
import "../../styles/prepare-tables.css";
import "../../styles/start.css";
import "../../styles/access.css";

/** A page with one question and no menu: nobody is known yet. */
export function AccessFrame(props: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { title, children } = props;
  const { t } = useI18n();
  const { picture } = useScreen();
  const href = useHref();
  useEffect(() => {
    document.title = `${title} — Trame`;
  }, [title]);
  return (
    <div class="desk st-page">
      <header class="st-band">
        <a class="st-brand" href={href("/")}>
          {t.home.title}
        </a>
        <p>{picture.store.head.value?.workshop?.name ?? ""}</p>
        <Tools />
      </header>
      <main class="st-main sign-main">{children}</main>
    </div>
  );
}

function Tools() {
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
