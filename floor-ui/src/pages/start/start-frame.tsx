import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { openBrowserDesk } from "../../data/desk/browser-desk.ts";
import { DeskContext } from "../../data/desk/desk-context.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { useStartWords } from "../../i18n/start.ts";
import { SignInAgain } from "../access/sign-in-again.tsx";
import { useHref } from "../href.ts";
import { PageTools } from "../page-tools.tsx";
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
          <PageTools />
        </header>
        <main class="st-main">{children}</main>
        <SignInAgain />
      </div>
    </DeskContext.Provider>
  );
}
