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
  | "settings";

export interface DeskMenuEntry {
  /** Also its words in `i18n/desk-menu-fr.ts`. The supervisor's page has a frame of its own; the desk only leads there. */
  readonly name: DeskPageName | "floor";
  readonly path: string;
  readonly icon: DeskIconName;
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
      { name: "day", path: "/manage", icon: "calendar" },
      { name: "orders", path: "/manage/orders", icon: "orders" },
      { name: "floor", path: "/floor", icon: "grid" },
      { name: "follow", path: "/prepare/follow", icon: "list" },
    ],
  },
  {
    name: "prepare",
    entries: [
      { name: "styles", path: "/prepare/styles", icon: "route" },
      { name: "import", path: "/prepare/import", icon: "upload" },
      { name: "stations", path: "/prepare/stations", icon: "tablet" },
      { name: "balance", path: "/floor/balance", icon: "people" },
      { name: "counts", path: "/prepare/counts", icon: "keyboard" },
      { name: "outside", path: "/prepare/outside", icon: "truck" },
    ],
  },
  {
    name: "manage",
    entries: [
      { name: "people", path: "/manage/people", icon: "people" },
      { name: "machines", path: "/manage/machines", icon: "wrench" },
      { name: "exports", path: "/manage/exports", icon: "download" },
      { name: "journal", path: "/manage/journal", icon: "history" },
      { name: "backups", path: "/manage/backups", icon: "backups" },
      { name: "settings", path: "/manage/settings", icon: "settings" },
    ],
  },
];
