import { createCounting } from "./formats.ts";

const { count, word } = createCounting("fr");

/** What every page of the desk says, and the list of orders. French is the reference. */
export const prepareFr = {
  prepare: {
    brand: "Trame",
    menu: "Menu",
    pages: {
      orders: "Commandes",
      styles: "Modèles et gammes",
      import: "Importer",
      stations: "Postes",
      counts: "Comptes à la main",
      outside: "Sous-traitance",
      follow: "À régler",
    },
    otherLanguage: "English",
    dark: "Passer en sombre",
    light: "Passer en clair",
    unreached: "Le serveur ne répond pas. Rien n’a changé\u00a0: réessayez dans un instant.",
    reading: "Lecture…",
    save: "Enregistrer",
    leave: "Annuler",
    size: "Taille",
    colour: "Coloris",
    shade: "Bain",
    total: "Total",
    good: "Bonnes",
    rework: "Retouche",
    second: "2e choix",
    scrap: "Rebut",
    pieces: (n: number) => word(n, "pièce", "pièces"),
  },
  orders: {
    add: "Nouvelle commande",
    showClosed: "Avec les closes",
    noStyle: "Il n’y a pas encore de modèle\u00a0:",
    noStyleImport: "importez un fichier",
    or: "ou",
    noStyleMake: "décrivez le premier.",
    all: "Toutes les commandes",
    open: "Commandes en cours",
    none: "Aucune commande.",
    number: "OF",
    customer: "Client",
    reference: "Référence du client",
    style: "Modèle",
    due: "Pour le",
    state: "État",
    progress: "Avancement",
    bundles: "Paquets",
    states: {
      prepared: "Préparée",
      released: "Lancée",
      running: "En cours",
      done: "Terminée",
      closed: "Close",
    },
    doneOf: ({ done, of }: { done: number; of: string }) =>
      `${count(done, "bonne", "bonnes")} sur ${of}`,
    priority: "Priorité",
    priorityNormal: "Normale",
    lines: "Lignes qui la cousent (sans choix\u00a0: toutes)",
    isKit: "Lots de plusieurs modèles (kits)",
    kits: "Nombre de kits",
    perKit: "Pièces par kit",
    addStyle: "Ajouter un modèle",
    removeStyle: "Retirer ce modèle",
    take: "Créer la commande",
    piecesOf: ({ size, colour }: { size: string; colour: string }) =>
      `Pièces, taille ${size}, ${colour}`,
  },
  bundles: {
    title: "Paquets",
    counts: (n: {
      waiting: number;
      open: number;
      outside: number;
      inRepair: number;
      out: number;
      inConflict: number;
    }) =>
      [
        `${n.waiting} en attente`,
        count(n.open, "ouvert", "ouverts"),
        `${n.outside} dehors`,
        `${n.inRepair} en retouche`,
        count(n.out, "fini", "finis"),
        ...(n.inConflict > 0 ? [`${n.inConflict} à régler`] : []),
      ].join(" · "),
    show: "Montrer",
    filters: {
      all: "Tous",
      open: "Ouverts à un poste",
      waiting: "En attente",
      outside: "Dehors",
      conflict: "À régler",
    },
    none: "Aucun paquet.",
    before: "Page précédente",
    after: "Page suivante",
    bundle: "Paquet",
    pieces: "Pièces",
    where: "Où",
    ticket: "Ticket",
    places: {
      open: "Ouvert",
      outside: "Dehors",
      repair: "En retouche",
      joined: "Assemblé",
      out: "Fini",
      waiting: "En attente",
    },
    conflict: "À régler",
    reprint: "Réimprimer",
    reprintOf: (code: string) => `Réimprimer le ticket ${code}`,
    reprinted: (code: string) => `Nouveau ticket fait. L’ancien, ${code}, ne vaut plus.`,
    printDuplicate: "Imprimer le nouveau ticket\u00a0:",
    void: "Annuler le ticket",
    voidOf: (code: string) => `Annuler le ticket ${code}`,
    voidSure: (code: string) => `Le ticket ${code} ne vaudra plus.`,
    voidYes: "L’annuler",
    voidNo: "Le garder",
    voided: (code: string) => `Le ticket ${code} ne vaut plus.`,
  },
};
