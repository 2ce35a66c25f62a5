import { createCounting } from "./formats.ts";

const { count, word } = createCounting("fr");

/** Within a sentence: au poste 9, au poste « Table de coupe ». */
function atStation(station: string): string {
  const rest = station.replace(/^Poste\s/, "");
  return rest === station ? `au poste «\u00a0${station}\u00a0»` : `au poste\u00a0${rest}`;
}

/** The supervisor's page: people, machines, counters, what is to be settled. */
export const floorTeamFr = {
  floorTeam: {
    title: "Affecter",
    held: (n: number) => count(n, "poste tenu", "postes tenus"),
    none: "Personne n’est libre.",
    needsSignIn: "Connectez-vous pour voir qui est où.",
    to: (station: string) => station,
    toOf: (name: string, station: string) => `Envoyer ${name}\u00a0: ${station}`,
    choose: "Choisir",
    chooseOf: (name: string) => `Choisir un poste pour ${name}`,
    where: (name: string) => `Où va ${name}\u00a0?`,
    /** Their name is not noted beside its operation. */
    unknown: "pas notée",
    unknownHint:
      "«\u00a0Pas notée\u00a0»\u00a0: l’opération n’est pas dans ses compétences. Vous pouvez l’y envoyer quand même.",
    spareAt: (station: string) => `sans poste prévu, encore ${atStation(station)}`,
    knows: (operations: string) => `Sait faire\u00a0: ${operations}`,
    absent: "Absent·e",
    absentOf: (name: string) => `${name} est absent·e`,
    back: "De retour",
    backOf: (name: string) => `${name} est de retour`,
    absentees: "Absences du jour",
    sentText: (name: string, station: string) => `${name}, ${station}`,
    freedText: (name: string) => `${name}, libre`,
    absentText: (name: string) => `${name}, absent·e`,
    backText: (name: string) => `${name}, de retour`,
    why: {
      bottleneck: (name: string, station: string) =>
        `${name} sait faire cette opération\u00a0: un renfort ${atStation(station)} soulage le goulot.`,
      empty: (name: string, station: string) =>
        `${name} sait faire cette opération, et personne n’est ${atStation(station)}.`,
    },
    proposal: "Voir la proposition d’affectation",
  },
  floorMachines: {
    title: "Entretien à faire",
    none: "Aucun entretien à faire",
    kinds: { needle: "Aiguille", oil: "Huile", service: "Révision" },
    done: "Fait",
    doneOf: (station: string, upkeep: string) => `Fait\u00a0: ${station}, ${upkeep}`,
    doneText: (station: string, upkeep: string) => `${station}, ${upkeep}`,
    stitches: (n: string) => `${n}\u00a0points`,
    hours: (n: string) => `${n}\u00a0h de marche`,
    days: (n: number) => count(n, "jour travaillé", "jours travaillés"),
    share: (percent: string) => `${percent}\u00a0% de la limite`,
    due: "à faire",
  },
  floorDevices: {
    title: "Compteurs à regarder",
    none: "Tous les compteurs vont bien",
    kinds: {
      waiting: "En attente d’un poste",
      unbound: "Sans poste",
      silent: "Silencieux",
      suspect: "Saut à vérifier",
      quarantine: "Message illisible",
      uncertain: "Compte incertain",
    },
    waiting: "Il a montré le code d’appairage. Donnez-lui un poste dans le plan.",
    unbound: "Il compte, mais pour aucun poste. Donnez-lui un poste dans le plan.",
    silent: (since: string) =>
      `Rien reçu depuis ${since}. Vérifiez la prise, puis la lampe du compteur, puis le Wi-Fi.`,
    underAMinute: "moins d’une minute",
    silentNever: "Rien reçu. Vérifiez la prise, puis le nom et le secret du compteur.",
    leap: (jump: { pieces: string; time: string }) =>
      `${jump.pieces}\u00a0pièces d’un coup à ${jump.time}\u00a0: plus qu’on ne peut coudre. A-t-on cousu cela\u00a0?`,
    before: (jump: { pieces: string; time: string }) =>
      `${jump.pieces}\u00a0pièces étaient déjà au compteur quand il est venu à ce poste, à ${jump.time}.`,
    quarantine: (message: { reason: string; time: string; seen: number }) =>
      `${message.reason} (${message.time}, ${count(message.seen, "fois", "fois")}) Reprenez-le, ou écartez-le.`,
    uncertain: (n: number) =>
      `Le compteur est retombé ${count(n, "fois", "fois")}\u00a0: des pièces manquent peut-être. Comparez avec les paquets, et saisissez ce qui manque.`,
    accept: "Compter",
    acceptOf: (device: string, pieces: string) => `Compter ${pieces}\u00a0pièces de ${device}`,
    reject: "Ne pas compter",
    rejectOf: (device: string, pieces: string) =>
      `Ne pas compter ${pieces}\u00a0pièces de ${device}`,
    acceptText: (pieces: string) => `${pieces}\u00a0pièces comptées`,
    rejectText: (pieces: string) => `${pieces}\u00a0pièces écartées`,
    release: "Reprendre",
    releaseOf: (device: string) => `Reprendre le message de ${device}`,
    dismiss: "Écarter",
    dismissOf: (device: string) => `Écarter le message de ${device}`,
    releaseText: (device: string) => `message de ${device} repris`,
    dismissText: (device: string) => `message de ${device} écarté`,
    counts: "Saisir à la main",
    plan: "Postes",
  },
  floorSettle: {
    title: "À régler",
    none: "Rien à régler",
    conflicts: (n: number) => count(n, "geste hors connexion", "gestes hors connexion"),
    conflictsHint: (n: number) => `qui ne ${word(n, "va", "vont")} pas avec le reste`,
    differences: (n: number) => count(n, "écart", "écarts"),
    differencesHint: () => "entre la machine et ce qui est déclaré",
    carried: (n: number) => count(n, "paquet resté ouvert", "paquets restés ouverts"),
    carriedHint: () => "depuis la veille",
    open: "Tout voir et régler",
  },
};
