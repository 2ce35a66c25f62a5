import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** The life of a bundle, told. */
export const prepareStoryFr = {
  story: {
    title: (code: string) => `Paquet ${code}`,
    from: (code: string) => `Issu du paquet ${code}`,
    joinedInto: (code: string) => `Assemblé dans ${code}`,
    inProgress: "En cours",
    kinds: {
      cut: "Coupé",
      badge: "Badge",
      scan: "Pris",
      finish: "Fini",
      split: "Partagé",
      join: "Assemblé",
      dispatch: "Parti dehors",
      return: "Revenu",
      undo: "Annulation",
      settle: "Réglé par un responsable",
      correction: "Correction",
      "hand-count": "Compté à la main",
      deduced: "Pas scanné",
      machine: "Compté par la machine",
    },
    origins: {
      machine: "machine",
      scan: "scanné",
      hand: "à la main",
      deduced: "déduit",
      correction: "corrigé",
    },
    marks: {
      deduced: "déduit",
      undone: "annulé",
      refused: "refusé",
      conflict: "à régler",
      offline: "hors connexion",
    },
    ticket: (number: string) => `Ticket n° ${number} fait`,
    ticketReplaced: (number: string) => `Ticket n° ${number}, remplacé depuis`,
    ticketVoid: (number: string) => `Ticket n° ${number}, annulé depuis`,
    good: (n: number) => count(n, "bonne", "bonnes"),
    rework: (n: number) => `${n} en retouche`,
    second: (n: number) => `${n} en 2e choix`,
    scrap: (n: number) => `${n} au rebut`,
    pieces: (n: number) => count(n, "pièce", "pièces"),
    machinePieces: (n: string) => `${n} à la machine`,
    slip: (slip: string) => `bon ${slip}`,
    kept: "gardé",
    dropped: "retiré",
  },
};
