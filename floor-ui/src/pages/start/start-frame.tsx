import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { openBrowserDesk } from "../../data/desk/browser-desk.ts";
import { DeskContext } from "../../data/desk/desk-context.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { useStartWords } from "../../i18n/start.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { SignInAgain } from "../access/sign-in-again.tsx";
import { otherLanguage, useHref } from "../href.ts";
import "../../styles/prepare.css";
import "../../styles/prepare-forms.css";
import "../../styles/prepare-tables.css";
import "../../styles/start.css";
import "../../styles/start-piece.css";

/** A page with one question: no menu, since nothing of it is ready yet. */
export function StartFrame({ children }: { readonly children: ComponentChildren }) {
  const { t, language } = useStartWords();
  const { prepare } = useDeskWords().t;
  const href = useHref();
  const session = useSession();
  const spoken = useRef(language);
  spoken.current = language;
  const desk = useMemo(() => openBrowserDesk(() => spoken.current, session), [session]);
  useEffect(() => {
    document.title = `${t.title} — Trame`;
  }, [t]);
  return (
    <DeskContext.Provider value={desk}>
      <div class="desk st-page">
        <header class="st-band">
          <a class="st-brand" href={href("/")}>
            {prepare.brand}
          </a>
          <p>{t.title}</p>
          <Tools />
        </header>
        <main class="st-main">{children}</main>
        <SignInAgain />
      </div>
    </DeskContext.Provider>
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
