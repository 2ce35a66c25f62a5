import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useScreen } from "../../data/screen-context.ts";
import { mayShow } from "../../data/session/may-show.ts";
import type { Me } from "../../data/session/me.ts";
import { useSession } from "../../data/session/use-session.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { TrameMark } from "../../ui/desk/trame-mark.tsx";
import { Who } from "../access/who.tsx";
import { otherLanguage, useHref } from "../href.ts";
import { LateBackup } from "../late-backup.tsx";
import { DESK_MENU, type DeskMenuGroup, type DeskPageName } from "./desk-menu.ts";

/** The menu: beside the page; above it, behind one button, where there is little room. */
export function DeskSide({ page }: { readonly page: DeskPageName }) {
  const { t } = useDeskWords();
  const { path } = useLocation();
  const href = useHref();
  const me = useSession().me.value;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  const list = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(list.current), [path, me]);
  return (
    <header class={isOpen ? "menu unfolded" : "menu"}>
      <div class="side-head">
        <a class="side-brand" href={href("/")}>
          <TrameMark />
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
      <nav ref={list} aria-label={t.prepare.menu}>
        {menuOf(me).map((group) => (
          <Group key={group.name} group={group} page={page} />
        ))}
      </nav>
      <Who />
      <div class="side-foot">
        <Site />
        <LateBackup />
        <SideTools />
      </div>
    </header>
  );
}

/** On a low screen the list scrolls by itself: where one is stays in sight, and the page does not move for it. */
function showCurrent(list: HTMLElement | null): void {
  const current = list?.querySelector<HTMLElement>("[aria-current]");
  if (list === null || current == null) return;
  const below = current.offsetTop + current.offsetHeight - list.offsetTop - list.clientHeight;
  if (below > 0) list.scrollTop = below;
}

/** What somebody may not see is not offered; before it is known who it is, nothing is ([AU4]). */
function menuOf(me: Me | null): readonly DeskMenuGroup[] {
  if (me === null) return [];
  return DESK_MENU.map(({ name, entries }) => ({
    name,
    entries: entries.filter(({ needs }) => mayShow(me, needs)),
  })).filter(({ entries }) => entries.length > 0);
}

function Group(props: { readonly group: DeskMenuGroup; readonly page: DeskPageName }) {
  const { group, page } = props;
  const { t } = useDeskWords();
  const href = useHref();
  const heading = `menu-${group.name}`;
  return (
    <section aria-labelledby={heading}>
      <p class="side-group" id={heading}>
        {t.deskMenu.groups[group.name]}
      </p>
      <ul>
        {group.entries.map(({ name, path, icon }) => (
          <li key={name}>
            <a href={href(path)} aria-current={name === page ? "page" : undefined}>
              <DeskIcon name={icon} />
              {t.deskMenu.entries[name]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which workshop this is: its name, and how large it is. */
function Site() {
  const { t } = useDeskWords();
  const { store } = useScreen().picture;
  const head = store.head.value;
  if (head === null || head.workshop === null) return null;
  const lines = head.lineIds.flatMap((id) => store.line(id)?.value ?? []);
  const stations = lines.reduce((sum, line) => sum + line.stationIds.length, 0);
  return (
    <p>
      <b>{head.workshop.name}</b>
      {`${t.deskMenu.lines(lines.length)} · ${t.deskMenu.stations(stations)}`}
    </p>
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
