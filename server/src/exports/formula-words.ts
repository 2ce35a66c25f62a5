import type { ExportKind, Language } from "@trame/shared";

type FormulaName =
  | "good"
  | "earned"
  | "attended"
  | "offStandard"
  | "onStandard"
  | "efficiency"
  | "performance"
  | "dhu"
  | "firstPassYield"
  | "stops"
  | "left"
  | "forecast"
  | "people"
  | "hours"
  | "estimated"
  | "learning"
  | "skills"
  | "story"
  | "masked";

const BY_KIND: Readonly<Record<ExportKind, readonly FormulaName[]>> = {
  production: ["good", "earned", "attended", "onStandard", "efficiency", "performance"],
  orders: ["left", "forecast"],
  quality: ["dhu", "firstPassYield"],
  stops: ["stops"],
  stitches: ["hours"],
  attendance: ["attended", "offStandard", "onStandard", "people"],
  minutes: ["estimated", "attended", "earned", "efficiency"],
  story: ["story"],
  learning: ["attended", "learning"],
  skills: ["skills"],
};

const WORDS: Readonly<Record<Language, Readonly<Record<FormulaName, string>>>> = {
  fr: {
    good: "Pièces bonnes d’un total = pièces bonnes après la dernière opération\u00a0; un vêtement compte une fois.",
    earned: "Minutes produites = somme des pièces bonnes × temps alloué en vigueur.",
    attended:
      "Minutes de présence = du badge d’entrée au badge de sortie, pauses retirées\u00a0; sans badge, effectif prévu × minutes travaillées.",
    offStandard:
      "Minutes hors standard = arrêts pendant la présence (attente, panne, accompagnement, formation…).",
    onStandard: "Minutes de travail = minutes de présence − minutes hors standard.",
    efficiency: "Rendement = minutes produites / minutes de présence.",
    performance: "Activité = minutes produites / minutes de travail.",
    dhu: "Défauts pour 100 pièces = défauts × 100 / pièces contrôlées.",
    firstPassYield: "Bon du premier coup = pièces bonnes sans retouche / pièces contrôlées.",
    stops: "Minutes d’un arrêt = minutes des horaires de l’atelier, pauses retirées.",
    left: "Restantes = commandées − bonnes, jamais sous zéro. Coupées = bonnes + retouches + 2e choix + rebuts + en cours.",
    forecast:
      "Fin prévue, à la date des données = bonnes restantes ÷ bonnes par heure de travail des 5 derniers jours où la commande a été cousue, posées sur les heures de travail à venir. Ce qui retarde y est dit sans les postes à l’arrêt, que seule la page connaît. En-cours d’une opération = pièces passées avant elle et pas encore par elle.",
    people: "Personnes = personnes venues sur la ligne\u00a0; sous 4, le nombre n’est pas dit.",
    hours:
      "Une ligne par poste et par heure d’horloge\u00a0; points et coupes sont ceux du compteur.",
    estimated:
      "Minutes prévues = commandées × temps alloué de la gamme, pour toute la commande\u00a0; les autres minutes sont celles de la période.",
    learning:
      "Courbe d’apprentissage\u00a0: T(n) = T(1) × n^log2(r), de l’ensemble des postes\u00a0; rien n’en est dit sous cinq jours.",
    skills:
      "Nombre de personnes par opération, telles qu’elles se sont dites\u00a0; personne n’est nommé, et de 1 à 3 le nombre n’est pas dit, ni ce qui le laisserait calculer.",
    story: "Chaque fait dans l’ordre où il est arrivé\u00a0; personne n’est nommé.",
    masked:
      "Minutes, rendement ou activité sans valeur = moins de 4 personnes comptées, là ou dans une case qu’une soustraction ferait connaître\u00a0; les minutes de présence sont dites par ligne et par jour.",
  },
  en: {
    good: "Good pieces of a total = good pieces past the last operation; a garment counts once.",
    earned: "Earned minutes = sum of good pieces × standard minutes in force.",
    attended:
      "Attended minutes = badge in to badge out, breaks removed; without badges, planned people × minutes worked.",
    offStandard:
      "Off-standard minutes = stops while attended (waiting, machine fault, support, training…).",
    onStandard: "On-standard minutes = attended minutes − off-standard minutes.",
    efficiency: "Efficiency = earned minutes / attended minutes.",
    performance: "Performance = earned minutes / on-standard minutes.",
    dhu: "Defects per 100 pieces = defects × 100 / pieces inspected.",
    firstPassYield: "First pass yield = pieces good without rework / pieces inspected.",
    stops: "Minutes of a stop = minutes of the workshop’s hours, breaks removed.",
    left: "Left = ordered − good, never below zero. Cut = good + rework + seconds + scrap + in progress.",
    forecast:
      "Forecast end, as of the data = good pieces left ÷ good pieces per working hour of the last 5 days on which the order was sewn, laid on the working hours to come. What delays is told without stations that stand still, which the page alone knows. Work in progress of an operation = pieces past what comes before it and not past it.",
    people: "People = people who came to the line; below 4 the number is not told.",
    hours: "One row per station and clock hour; stitches and trims are the counter’s.",
    estimated:
      "Estimated minutes = ordered × standard minutes of the routing, for the whole order; the other minutes are those of the period.",
    learning:
      "Learning curve: T(n) = T(1) × n^log2(r), of all stations together; nothing is said of fewer than five days.",
    skills:
      "How many people know each operation, as they said of themselves; nobody is named, and from 1 to 3 the number is not told, nor what it could be computed from.",
    story: "Each fact in the order in which it happened; nobody is named.",
    masked:
      "Minutes, efficiency or performance without a value = fewer than 4 people counted, there or in a cell that a subtraction would give away; attended minutes are told per line and day.",
  },
};

/** Why some minutes have no value. */
export function maskedFormula(language: Language): string {
  return WORDS[language].masked;
}

/** What the figures of an export are, a sentence each. */
export function formulasOf(kind: ExportKind, language: Language): string[] {
  return BY_KIND[kind].map((name) => WORDS[language][name]);
}
