import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { openBrowserDesk } from "../../data/desk/browser-desk.ts";
import { DeskContext } from "../../data/desk/desk-context.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import type { DeskPageName } from "./desk-menu.ts";
import { DeskSide } from "./desk-side.tsx";
import { TokenKept, TokenPanel } from "./token-panel.tsx";
import "../../styles/prepare.css";
import "../../styles/prepare-menu.css";
import "../../styles/prepare-forms.css";
import "../../styles/prepare-tables.css";
import "../../styles/prepare-cards.css";
import "../../styles/prepare-story.css";
import "../../styles/prepare-print.css";

export interface DeskFrameProps {
  /** Which entry of the menu the page belongs to. */
  readonly page: DeskPageName;
  readonly title: string;
  /** What is only read asks nobody for the token, and brings a head of its own with its `h1`. */
  readonly hasOwnHead?: boolean;
  readonly children: ComponentChildren;
}

/** Menu, title, and the question for the token where there is none. */
export function DeskFrame({ page, title, hasOwnHead = false, children }: DeskFrameProps) {
  const { language } = useDeskWords();
  const spoken = useRef(language);
  spoken.current = language;
  const desk = useMemo(() => openBrowserDesk(() => spoken.current), []);
  useEffect(() => {
    document.title = `${title} — Trame`;
  }, [title]);
  return (
    <DeskContext.Provider value={desk}>
      <div class="desk">
        <DeskSide page={page} />
        <main class="desk-main">
          {!hasOwnHead && <Head title={title} />}
          {children}
        </main>
      </div>
    </DeskContext.Provider>
  );
}

function Head({ title }: { readonly title: string }) {
  return (
    <>
      <header class="desk-head">
        <h1>{title}</h1>
        <TokenKept />
      </header>
      <TokenPanel />
    </>
  );
}
