import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** Orders at the manager's desk: how far, until when, what holds them back, cartons. French is the reference. */
export const manageOrdersFr = {
  ordersDesk: {
    parts: {
      progress: "Avancement",
      prepare: "Préparer",
      packing: "Emballage",
      story: "Histoire",
      minutes: "Minutes",
    },
    partsOf: "Parties de la commande",
    customerStyle: "Client et modèle",
    forecast: "Fin prévue",
    delay: "Ce qui retarde",
    share: (n: { done: number; of: string; share: string }) =>
      `${count(n.done, "bonne", "bonnes")} sur ${n.of} · ${n.share}`,
    kitsDone: (n: { packed: string; of: string }) => `${n.packed} kits emballés sur ${n.of}`,
    early: (days: number) => `${count(days, "jour", "jours")} avant`,
    onDay: "le jour même",
    late: (days: number) => `${count(days, "jour", "jours")} après`,
    unknown: "Pas encore prévisible",
    gaps: {
      done: "Tout est fait",
      "not-begun": "la couture n’a pas commencé",
      "too-early": "moins de 4\u00a0h de travail jusqu’ici",
      "nothing-out": "rien n’est encore fini",
      "too-far": "plus de 400\u00a0jours à ce rythme",
    },
    gapOf: (n: { style: string; gap: string }) => `${n.style}\u00a0: ${n.gap}`,
    delays: {
      "not-released": "Elle n’est pas encore lancée en atelier.",
      "nothing-cut": "Rien n’est encore coupé.",
      conflicts: (bundles: number) =>
        `${count(bundles, "paquet attend", "paquets attendent")} d’être réglé${bundles > 1 ? "s" : ""}.`,
      stopped: (stations: string) => `À l’arrêt avec un paquet de la commande\u00a0: ${stations}.`,
      queue: (n: { operation: string; pieces: number; hours: string }) =>
        `${n.operation}\u00a0: ${count(n.pieces, "pièce attend", "pièces attendent")}, ${n.hours} à sa cadence.`,
      outside: (pieces: number) => `${count(pieces, "pièce est", "pièces sont")} dehors.`,
      "kit-style": (n: { style: string; kits: number }) =>
        `Les kits attendent ${n.style}\u00a0: ${count(n.kits, "kit", "kits")} de moins.`,
      "not-cut": (pieces: number) => `${count(pieces, "pièce reste", "pièces restent")} à couper.`,
    },
    howTold: "Comment c’est calculé",
    formula:
      "Fin prévue = bonnes restantes ÷ bonnes par heure de travail des 5 derniers jours ouvrés où la commande a été cousue, posées sur les heures de travail à venir (sans les pauses, fériés et jours de repos). Il faut au moins 4\u00a0h de travail.",
    basis: (n: { perHour: string; hours: string; days: string }) =>
      `${n.perHour} bonnes par heure de travail, sur ${n.hours}\u00a0h (${n.days}).`,
    delayRule:
      "Ce qui retarde est le premier de ces points\u00a0: pas lancée, rien de coupé, paquets à régler, poste à l’arrêt avec un paquet, 2\u00a0h de travail ou plus devant une opération à sa cadence, pièces dehors, un modèle que les kits attendent, tout n’est pas coupé.",
    waiting: "En attente",
    waitingHours: "À sa cadence",
    bundlesOf: (bundles: number) => count(bundles, "paquet", "paquets"),
    longest: "la plus longue attente",
    detail: "Détail par taille et coloris",
    outside: "Dehors",
    left: "Reste",
    inProgress: "En cours",
    ordered: "Commandées",
    hours: (hours: string) => `${hours}\u00a0h`,
    repair: "En retouche",
  },
  packing: {
    complete: "Ce qui est complet",
    completeHint: "Bonnes sorties de la dernière opération, moins ce qui est déjà en carton.",
    kitsHint:
      "Un kit est complet quand chaque modèle a sa part de bonnes. Un kit mis en carton compte comme emballé.",
    kit: "Kit",
    isComplete: "Complètes",
    kitsOrdered: "Commandés",
    kitsComplete: "Complets",
    inCartons: "En carton",
    left: "Hors carton",
    into: "Dans ce carton",
    intoOf: (what: string) => `Dans ce carton, ${what}`,
    fill: "Tout ce qui reste",
    close: "Fermer le carton",
    closed: (n: number) => `Le carton n° ${n} est fermé.`,
    nothing: "Rien n’est complet hors carton pour l’instant.",
    cartons: "Cartons",
    none: "Aucun carton.",
    number: "N°",
    content: "Contenu",
    pieces: (n: number) => count(n, "pièce", "pièces"),
    kits: (n: number) => count(n, "kit", "kits"),
    line: (n: { amount: string; what: string }) => `${n.amount}\u00a0× ${n.what}`,
    closedAt: "Fermé",
    openedAt: (when: string) => `Rouvert ${when}`,
    label: "Étiquette",
    labelOf: (n: number) => `Étiquette du carton ${n}`,
    labels: "Toutes les étiquettes",
    list: "Liste de colisage",
    open: "Rouvrir",
    openOf: (n: number) => `Rouvrir le carton ${n}`,
    openSure: "Son contenu ne sera plus en carton\u00a0; son numéro ne resservira pas.",
    openYes: "Le rouvrir",
    openNo: "Le laisser fermé",
    opened: (n: number) => `Le carton n° ${n} est rouvert.`,
    kitsTitle: "Kits",
    kitStyles: "Ce que chaque modèle permettrait",
    kitsOfStyle: (n: { style: string; kits: number }) =>
      `${n.style}\u00a0: ${count(n.kits, "kit", "kits")}`,
    unpack: "Déballer un kit",
    unpacked: "Un kit est noté déballé.",
  },
};
