import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** The menu of the desk: short words; a page's title may say more. French is the reference. */
export const deskMenuFr = {
  deskMenu: {
    groups: { follow: "Suivre", prepare: "Préparer", manage: "Gérer" },
    entries: {
      day: "Journée",
      orders: "Commandes",
      floor: "En direct",
      follow: "À régler",
      styles: "Gammes",
      import: "Importer",
      stations: "Postes",
      balance: "Répartition",
      counts: "Comptes à la main",
      outside: "Sous-traitance",
      people: "Équipe",
      machines: "Machines",
      exports: "Exports",
      journal: "Journal",
      backups: "Sauvegardes",
      access: "Accès",
      privacy: "Vie privée",
      settings: "Réglages",
    },
    lines: (n: number) => count(n, "ligne", "lignes"),
    stations: (n: number) => count(n, "poste", "postes"),
  },
};
