import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { openBrowserDesk } from "../../data/desk/browser-desk.ts";
import { DeskContext } from "../../data/desk/desk-context.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Guard, SignInHint } from "../access/guard.tsx";
import { DataAge } from "./data-age.tsx";
import { type DeskPageName, neededBy } from "./desk-menu.ts";
import { DeskSide } from "./desk-side.tsx";
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
  /** It brings a head of its own with its `h1`, once it is shown. */
  readonly hasOwnHead?: boolean;
  readonly children: ComponentChildren;
}

/** Menu, title, and the page for who may see it. */
export function DeskFrame({ page, title, hasOwnHead = false, children }: DeskFrameProps) {
  const { language } = useDeskWords();
  const session = useSession();
  const spoken = useRef(language);
  spoken.current = language;
  const desk = useMemo(() => openBrowserDesk(() => spoken.current, session), [session]);
  useEffect(() => {
    document.title = `${title} — Trame`;
  }, [title]);
  return (
    <DeskContext.Provider value={desk}>
      <div class="desk">
        <DeskSide page={page} />
        <main class="desk-main">
          {!hasOwnHead && <Head title={title} />}
          {!hasOwnHead && <DataAge />}
          <Guard needs={neededBy(page)}>{children}</Guard>
        </main>
      </div>
    </DeskContext.Provider>
  );
}

function Head({ title }: { readonly title: string }) {
  return (
    <header class="desk-head">
      <h1>{title}</h1>
      <SignInHint />
    </header>
  );
}
