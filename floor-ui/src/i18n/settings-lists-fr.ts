import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** Causes, defects and thresholds. French is the reference. */
export const settingsListsFr = {
  lists: {
    french: "En français",
    english: "En anglais",
    frenchOf: (what: string) => `En français, ${what}`,
    englishOf: (what: string) => `En anglais, ${what}`,
    classOf: (what: string) => `Classe de ${what}`,
    class: "Classe",
    classes: {
      planned: "Prévu",
      waiting: "Attente",
      machine: "Machine",
      material: "Matière",
      quality: "Qualité",
      organisation: "Organisation",
      support: "Accompagnement",
    },
    order: "Ordre",
    row: (n: number) => `ligne ${n}`,
    addCause: "Ajouter une cause",
    addDefect: "Ajouter un défaut",
    firstSix: "Les six premières sont les boutons d’un arrêt.",
    firstOnes: "Les premiers sont montrés d’abord.",
    removedStays:
      "Une ligne retirée n’est plus proposée\u00a0; ce qui a été noté avec elle garde son nom de code.",
    added: (label: string) =>
      label === "" ? "Une ligne sans nom est ajoutée." : `«\u00a0${label}\u00a0» est ajouté.`,
    removed: (label: string) => `«\u00a0${label}\u00a0» n’est plus proposé.`,
    relabelled: (a: string, b: string) =>
      `«\u00a0${a}\u00a0» s’appelle maintenant «\u00a0${b}\u00a0».`,
    english2: (label: string, b: string) =>
      `«\u00a0${label}\u00a0» s’appelle «\u00a0${b}\u00a0» en anglais.`,
    reclassed: (label: string, a: string, b: string) =>
      `«\u00a0${label}\u00a0» passe de la classe ${a} à ${b}.`,
    reordered: (labels: string) => `L’ordre devient\u00a0: ${labels}.`,
    toUsual: "La liste habituelle prend la place de la vôtre.",
    causes: (n: number) => count(n, "cause", "causes"),
    defects: (n: number) => count(n, "défaut", "défauts"),
  },
  limits: {
    calls: "Appels",
    callsLead: "Un appel que personne ne prend est montré à tout le monde.",
    escalateAfterMinutes: "Montré à tous après",
    isHeard: "Les écrans le font entendre aussi",
    stops: "Arrêts et attentes",
    stopsLead:
      "Par opération. Vide\u00a0: en attente après 2\u00a0min ou 5 fois le temps alloué\u00a0; la cause est demandée après 5\u00a0min d’arrêt.",
    operation: "Opération",
    wait: "En attente après",
    waitOf: (operation: string) => `${operation}\u00a0: en attente après, en minutes`,
    explain: "Cause demandée après",
    explainOf: (operation: string) => `${operation}\u00a0: cause demandée après, en minutes`,
    upkeep: "Entretien des machines",
    upkeepLead:
      "La première mesure connue compte\u00a0: les points, sinon les heures de travail, sinon les jours travaillés.",
    kinds: { needle: "Aiguille", oil: "Huile", service: "Révision" },
    measures: { stitches: "Points", hours: "Heures", days: "Jours" },
    upkeepOf: (kind: string, measure: string) => `${kind}\u00a0: ${measure}`,
    deduce: "Scans oubliés",
    deduceLead:
      "Quand un paquet est scanné plus loin, les opérations sautées sont comptées comme faites, jusqu’à ce nombre. Au-delà, le chef d’atelier règle.",
    limit: "Opérations déduites au plus",
    quality: "Qualité",
    qualityLead:
      "Les écrans du mur cochent ce qui atteint l’objectif\u00a0; sinon, le chiffre est montré sans coche.",
    mostDhu: "Défauts pour 100\u00a0pièces, au plus",
    leastFirstPass: "Bon du premier coup, au moins",
    follow: "Paquets à suivre",
    followLead: "Un paquet est montré dans «\u00a0À régler\u00a0» quand il traîne.",
    waitMinutes: "Attend avant une opération depuis",
    repairMinutes: "En retouche depuis",
    outsideDays: "Dehors depuis",
    units: { minutes: "min", days: "jours", percent: "%" },
    change: (what: string, a: string, b: string) => `${what}\u00a0: ${b} au lieu de ${a}.`,
    set: (what: string, a: string) => `${what}\u00a0: ${a}.`,
    yes: "oui",
    no: "non",
    summary: {
      calls: (minutes: string) => `Appels après ${minutes}\u00a0min`,
      quality: (dhu: string, first: string) => `DHU ${dhu}, premier coup ${first}`,
    },
    unread: "Il faut un nombre ici.",
  },
};
