import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { openBrowserDesk } from "../../data/desk/browser-desk.ts";
import { DeskContext } from "../../data/desk/desk-context.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon, type DeskIconName } from "../../ui/desk/desk-icon.tsx";
import { otherLanguage, useHref } from "../href.ts";
import { TokenKept, TokenPanel } from "./token-panel.tsx";
import "../../styles/prepare.css";
import "../../styles/prepare-menu.css";
import "../../styles/prepare-forms.css";
import "../../styles/prepare-tables.css";
import "../../styles/prepare-cards.css";
import "../../styles/prepare-story.css";
import "../../styles/prepare-print.css";

/** Pages of the desk, as the menu lists them. */
export type DeskPageName =
  | "orders"
  | "styles"
  | "import"
  | "stations"
  | "counts"
  | "outside"
  | "follow"
  | "balance";

/** The supervisor's page has a frame of its own; the desk only leads there. */
const MENU: readonly { name: DeskPageName | "floor"; path: string; icon: DeskIconName }[] = [
  { name: "orders", path: "/prepare", icon: "orders" },
  { name: "styles", path: "/prepare/styles", icon: "shirt" },
  { name: "import", path: "/prepare/import", icon: "upload" },
  { name: "stations", path: "/prepare/stations", icon: "tablet" },
  { name: "counts", path: "/prepare/counts", icon: "keyboard" },
  { name: "outside", path: "/prepare/outside", icon: "truck" },
  { name: "follow", path: "/prepare/follow", icon: "list" },
  { name: "balance", path: "/floor/balance", icon: "people" },
  { name: "floor", path: "/floor", icon: "grid" },
];

export interface DeskFrameProps {
  /** Which entry of the menu the page belongs to. */
  readonly page: DeskPageName;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Menu, title, and the question for the token where there is none. */
export function DeskFrame({ page, title, children }: DeskFrameProps) {
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
        <Side page={page} />
        <main class="desk-main">
          <header class="desk-head">
            <h1>{title}</h1>
            <TokenKept />
          </header>
          <TokenPanel />
          {children}
        </main>
      </div>
    </DeskContext.Provider>
  );
}

/** Beside the page; above it, behind one button, where there is little room. */
function Side({ page }: { readonly page: DeskPageName }) {
  const { t } = useDeskWords();
  const { picture } = useScreen();
  const { path } = useLocation();
  const href = useHref();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  return (
    <header class={isOpen ? "menu unfolded" : "menu"}>
      <div class="side-head">
        <a class="side-brand" href={href("/")}>
          {t.prepare.brand}
        </a>
        <button
          type="button"
          class="side-menu"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <DeskIcon name="menu" />
          {t.prepare.menu}
        </button>
      </div>
      <nav aria-label={t.prepare.menu}>
        <ul>
          {MENU.map(({ name, path: to, icon }) => (
            <li key={name}>
              <a href={href(to)} aria-current={name === page ? "page" : undefined}>
                <DeskIcon name={icon} />
                {t.prepare.pages[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="side-foot">
        <b>{picture.store.head.value?.workshop?.name ?? ""}</b>
        <SideTools />
      </div>
    </header>
  );
}

function SideTools() {
  const { t, language } = useDeskWords();
  const { theme } = useScreen();
  const { url } = useLocation();
  const isDark = theme.theme.value === "dark";
  return (
    <p class="side-tools">
      <a href={otherLanguage(url, language)} lang={language === "fr" ? "en" : "fr"}>
        {t.prepare.otherLanguage}
      </a>
      <button
        type="button"
        aria-label={isDark ? t.prepare.light : t.prepare.dark}
        onClick={theme.toggle}
      >
        <DeskIcon name={isDark ? "sun" : "moon"} />
      </button>
    </p>
  );
}
