import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** 8 h 00; of a time of the calendar, 08:00. */
const clock = (time: string) => time.replace(/^0?(\d+):(\d+)$/, "$1\u00a0h\u00a0$2");

/** The pages of settings: what they share, the workshop and its hours. French is the reference. */
export const settingsFr = {
  settings: {
    title: "Réglages",
    lead: "Chaque carte dit ce qui est réglé maintenant. Rien ne change avant d’avoir été relu et enregistré.",
    back: "Tous les réglages",
    sections: {
      workshop: "Atelier",
      hours: "Horaires",
      lines: "Lignes et postes",
      counters: "Compteurs",
      causes: "Causes d’arrêt",
      defects: "Défauts",
      limits: "Seuils",
    },
    leads: {
      workshop: "Le nom que montrent les écrans, le fuseau des heures, la langue.",
      hours: "Quand on travaille. L’attendu, la présence et les arrêts en dépendent.",
      lines: "Ce que chaque poste fait, en combien de temps, et qui le compte.",
      counters: "Les compteurs de l’atelier, ce qu’ils disent, et ce qu’il faut vérifier.",
      causes: "Ce que l’on choisit pour dire pourquoi un poste était à l’arrêt.",
      defects: "Ce que l’on choisit pour dire le défaut d’une pièce.",
      limits: "À partir de quand Trame prévient.",
    },
    elsewhere: "Ailleurs",
    elsewhereLinks: {
      stations: "Tablettes des postes",
      people: "Équipe",
      access: "Accès",
      backups: "Sauvegardes",
      exports: "Export du soir",
    },
    willChange: "Avant / Après",
    fromNow: "À partir de maintenant\u00a0:",
    fromDay: (day: string) => `À partir du ${day}\u00a0:`,
    save: (n: number) => `Enregistrer ${count(n, "changement", "changements")}`,
    undo: "Annuler mes changements",
    saved: "C’est enregistré.",
    toMend: (n: number) =>
      `Rien n’est enregistré\u00a0: ${count(n, "point", "points")} à corriger.`,
    meanwhile: "Ce qui a changé entre-temps",
    meanwhileKept:
      "Vos changements sont gardés par-dessus. Relisez ce qui va changer, puis enregistrez.",
    meanwhileSame: "Vos changements et ceux de l’autre personne sont maintenant les mêmes.",
    when: "Quand cela vaut",
    whenNow: "Dès maintenant",
    whenDay: "À partir d’un jour",
    whichDay: "Jour",
    later: (day: string) =>
      `D’autres réglages sont déjà prévus à partir du ${day}\u00a0: ce changement y sera fait aussi, sauf là où ils changent la même chose.`,
    planned: (days: string) => `À partir du ${days}, d’autres réglages sont prévus.`,
    left: (day: string) =>
      `Ce changement n’est pas dans les réglages prévus à partir du ${day}\u00a0: ils ont déjà une autre ligne ou un autre poste sous le même numéro. Pour le faire là aussi, choisissez ce jour.`,
    leftRefused: (day: string) =>
      `Ce changement n’est pas dans les réglages prévus à partir du ${day}. À corriger pour ce jour\u00a0:`,
    leftUnknown:
      "Les réglages prévus pour plus tard n’ont pas pu être lus\u00a0: ce changement n’y est pas.",
    unreadField: "Un champ ne peut pas être lu\u00a0: corrigez-le avant d’enregistrer.",
    past: "Ce jour est passé\u00a0: les pièces faites depuis seront recomptées d’après ce réglage.",
    usual: "Revenir à la liste habituelle",
    usualNow: "C’est la liste habituelle.",
    ownNow: "C’est votre propre liste.",
    up: (what: string) => `Monter ${what}`,
    down: (what: string) => `Descendre ${what}`,
    remove: (what: string) => `Retirer ${what}`,
    removeShort: "Retirer",
    none: "rien",
  },
  workshop: {
    name: "Nom de l’atelier",
    zone: "Fuseau horaire",
    zoneHint: "Tapez une ville, sans accent\u00a0: Paris, Reunion, Cayenne…",
    zoneUnknown: "Ce fuseau n’est pas connu\u00a0: choisissez-le dans la liste.",
    clock: (time: string) => `Il y est ${time}.`,
    screens: "Langue des écrans",
    language: "Langue",
    languages: { fr: "Français", en: "English" },
    languageHint:
      "Celle des écrans et des tablettes où personne n’en a choisi une autre. Ils suivent à leur prochaine ouverture.",
    languageChange: (before: string, after: string) =>
      `Les écrans passent de «\u00a0${before}\u00a0» à «\u00a0${after}\u00a0».`,
  },
  workHours: {
    shifts: "Équipes de la semaine",
    shiftsHint:
      "Une équipe qui finit à l’heure où elle commence, ou plus tôt, finit le lendemain\u00a0: c’est une équipe de nuit. Elle compte pour le jour où elle commence.",
    shift: (n: number) => `Équipe ${n}`,
    night: "de nuit",
    addShift: "Ajouter une équipe",
    days: "Jours où elle commence",
    dayNames: ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"],
    daysInList: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    everyDay: "Tous les jours",
    dayShort: ["Lun", "Mar", "Mer", "Jeu", "Ven", "Sam", "Dim"],
    from: "Début",
    to: "Fin",
    pause: (n: number) => `Pause ${n}`,
    pauseFrom: (n: number) => `Début de la pause ${n}`,
    pauseTo: (n: number) => `Fin de la pause ${n}`,
    addPause: "Ajouter une pause",
    week: "Heures de travail par semaine",
    weekTotal: "Semaine",
    weekOf: (hours: string) => `${hours} par semaine`,
    off: "—",
    holidays: "Jours fériés",
    regions: {
      none: "Travaillés comme les autres jours",
      FR: "Fériés de France",
      "FR-ALS": "Fériés de France et d’Alsace-Moselle",
    },
    exceptions: "Jours différents",
    exceptionsHint:
      "Fermetures, ponts, samedis travaillés. Plus fort que la semaine et les fériés.",
    label: "Pourquoi",
    labelOf: (day: string) => `Pourquoi, ${day}`,
    worked: "Travaillé",
    workedOf: (day: string) => `Travaillé le ${day}`,
    addException: "Ajouter un jour",
    rangeFrom: "Premier jour",
    rangeTo: "Dernier jour",
    rangeWrong: "Le dernier jour vient après le premier, à deux mois au plus.",
    year: "L’année",
    yearBefore: "Année précédente",
    yearAfter: "Année suivante",
    yearDays: (n: number) => `${count(n, "jour travaillé", "jours travaillés")}`,
    kinds: { working: "travaillé", off: "repos", holiday: "férié", exception: "jour différent" },
    dayIs: (day: string, what: string) => `${day}\u00a0: ${what}`,
    shiftText: (from: string, to: string) => `${clock(from)}–${clock(to)}`,
    pausesText: (pauses: string) => `pause ${pauses}`,
    nobody: "personne ne travaille",
    change: {
      hours: (days: string, before: string, after: string) =>
        `${days}\u00a0: ${after} au lieu de ${before}.`,
      holidays: (before: string, after: string) =>
        `Jours fériés\u00a0: «\u00a0${after}\u00a0» au lieu de «\u00a0${before}\u00a0».`,
      added: (day: string, what: string) => `Le ${day} devient un jour différent\u00a0: ${what}.`,
      changed: (day: string, what: string) => `Le ${day} change\u00a0: ${what}.`,
      removed: (day: string) => `Le ${day} redevient un jour comme les autres.`,
    },
  },
};
