import type { Permission } from "@trame/shared";
import type { DeskIconName } from "../../ui/desk/desk-icon.tsx";

/** Pages of the desk, as the menu lists them. */
export type DeskPageName =
  | "day"
  | "orders"
  | "follow"
  | "styles"
  | "import"
  | "stations"
  | "balance"
  | "counts"
  | "outside"
  | "people"
  | "machines"
  | "exports"
  | "journal"
  | "backups"
  | "access"
  | "privacy"
  | "settings";

export interface DeskMenuEntry {
  /** Also its words in `i18n/desk-menu-fr.ts`. The supervisor's page has a frame of its own; the desk only leads there. */
  readonly name: DeskPageName | "floor";
  readonly path: string;
  readonly icon: DeskIconName;
  /** What somebody must be allowed to see it; null: whoever signed in. */
  readonly needs: Permission | null;
}

export interface DeskMenuGroup {
  readonly name: "follow" | "prepare" | "manage";
  readonly entries: readonly DeskMenuEntry[];
}

/** In the order of a day's work; an entry comes with its page. */
export const DESK_MENU: readonly DeskMenuGroup[] = [
  {
    name: "follow",
    entries: [
      { name: "day", path: "/manage", icon: "calendar", needs: "reports.read" },
      { name: "orders", path: "/manage/orders", icon: "orders", needs: "floor.read" },
      { name: "floor", path: "/floor", icon: "grid", needs: "floor.read" },
      { name: "follow", path: "/prepare/follow", icon: "list", needs: "floor.read" },
    ],
  },
  {
    name: "prepare",
    entries: [
      { name: "styles", path: "/prepare/styles", icon: "route", needs: "floor.read" },
      { name: "import", path: "/prepare/import", icon: "upload", needs: "orders.write" },
      { name: "stations", path: "/prepare/stations", icon: "tablet", needs: "screens.write" },
      { name: "balance", path: "/floor/balance", icon: "people", needs: "people.read" },
      { name: "counts", path: "/prepare/counts", icon: "keyboard", needs: "floor.act" },
      { name: "outside", path: "/prepare/outside", icon: "truck", needs: "floor.act" },
    ],
  },
  {
    name: "manage",
    entries: [
      { name: "people", path: "/manage/people", icon: "people", needs: "people.read" },
      { name: "machines", path: "/manage/machines", icon: "wrench", needs: "floor.read" },
      { name: "exports", path: "/manage/exports", icon: "download", needs: "reports.read" },
      { name: "journal", path: "/manage/journal", icon: "history", needs: "journal.read" },
      { name: "backups", path: "/manage/backups", icon: "backups", needs: "backups.manage" },
      { name: "access", path: "/manage/access", icon: "key", needs: null },
      { name: "privacy", path: "/manage/privacy", icon: "shield", needs: "privacy.read" },
      { name: "settings", path: "/manage/settings", icon: "settings", needs: "settings.read" },
    ],
  },
];

/** What a page of the desk needs of whoever opens it. */
export function neededBy(page: DeskPageName): Permission | null {
  const entries = DESK_MENU.flatMap((group) => group.entries);
  return entries.find(({ name }) => name === page)?.needs ?? null;
}
