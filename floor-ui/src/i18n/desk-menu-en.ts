import type { deskMenuFr } from "./desk-menu-fr.ts";
import { createCounting } from "./formats.ts";

const { count } = createCounting("en");

/** English: the same keys as `desk-menu-fr.ts`. */
export const deskMenuEn: typeof deskMenuFr = {
  deskMenu: {
    groups: { follow: "Follow", prepare: "Prepare", manage: "Manage" },
    entries: {
      day: "Day",
      orders: "Orders",
      floor: "Live",
      follow: "To settle",
      styles: "Routings",
      import: "Import",
      stations: "Stations",
      balance: "Who does what",
      counts: "Counts by hand",
      outside: "Outside",
      people: "People",
      machines: "Machines",
      exports: "Exports",
      journal: "Journal",
      backups: "Backups",
      access: "Access",
      privacy: "Privacy",
      settings: "Settings",
    },
    lines: (n: number) => count(n, "line", "lines"),
    stations: (n: number) => count(n, "station", "stations"),
  },
};
