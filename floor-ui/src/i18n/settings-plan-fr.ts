import { createCounting } from "./formats.ts";
import { atStation } from "./of-name.ts";

const { count } = createCounting("fr");

/** Lines and stations, and what changes about them. French is the reference. */
export const settingsPlanFr = {
  lines: {
    line: "Nom de la ligne",
    addLine: "Ajouter une ligne",
    newLine: (n: number) => `Ligne ${n}`,
    removeLine: "Retirer la ligne",
    target: "Objectif par jour",
    targetHint: "Pièces\u00a0; vide\u00a0: calculé, ou aucun",
    operators: "Personnes sur la ligne",
    stations: (n: number) => count(n, "poste", "postes"),
    addStation: "Ajouter un poste",
    newStation: (n: number) => `Poste ${n}`,
    edit: (station: string) => `Changer ${station}`,
    shut: (station: string) => `Refermer ${station}`,
    station: "Nom du poste",
    operation: "Opération",
    operationHint: "Comme la gamme la nomme",
    others: "Autres opérations faites ici",
    othersHint: "Séparées par des virgules",
    minutes: "Temps alloué",
    minutesHint: "En min ou en cmn\u00a0: 0,42\u00a0min = 42\u00a0cmn",
    minutesBoth: (minutes: string, hundredths: string) =>
      `${minutes}\u00a0min = ${hundredths}\u00a0cmn`,
    minutesUnread: "Écrivez le temps avec son unité, comme 0,42\u00a0min ou 42\u00a0cmn.",
    counter: "Compteur",
    noCounter: "Aucun\u00a0: on scanne, ou on saisit à la main",
    counterTaken: (device: string, station: string) =>
      `${device} (maintenant ${atStation(station)})`,
    stitches: "Points au moins",
    stitchesHint: "En dessous, ce n’est pas une pièce. Vide\u00a0: 40.",
    trims: "Coupes de fil par pièce",
    trimsHint: "Vide\u00a0: 4.",
    wait: "En attente après",
    waitHint: "Minutes sans pièce. Vide\u00a0: 2\u00a0min, ou 5 fois le temps alloué.",
    row: "Rangée",
    column: "Colonne",
    spotHint: "Vides\u00a0: les postes se suivent.",
    removeStation: "Retirer le poste",
    removeSure: (station: string) =>
      `${station} disparaît des écrans. Ce qu’il a compté reste dans les comptes.`,
    removeLineSure: (line: string, stations: string) =>
      `${line} et ses ${stations} disparaissent des écrans. Ce qu’ils ont compté reste.`,
    yes: "Retirer",
    no: "Garder",
    empty: "Il n’y a pas encore de ligne.",
  },
  planChange: {
    workshop: (a: string, b: string) =>
      `L’atelier s’appelle «\u00a0${b}\u00a0» au lieu de «\u00a0${a}\u00a0».`,
    zone: (a: string, b: string) => `Le fuseau horaire passe de ${a} à ${b}.`,
    lineAdded: (line: string, n: number) =>
      n === 0
        ? `La ligne «\u00a0${line}\u00a0» est ajoutée.`
        : `La ligne «\u00a0${line}\u00a0» est ajoutée avec ${count(n, "poste", "postes")}.`,
    lineRemoved: (line: string, n: number) =>
      n === 0
        ? `La ligne «\u00a0${line}\u00a0» est retirée.`
        : `La ligne «\u00a0${line}\u00a0» est retirée avec ${count(n, "poste", "postes")}.`,
    lineRenamed: (a: string, b: string) =>
      `La ligne «\u00a0${a}\u00a0» s’appelle maintenant «\u00a0${b}\u00a0».`,
    target: (line: string, a: string, b: string) =>
      `${line}\u00a0: l’objectif par jour passe de ${a} à ${b}.`,
    operators: (line: string, a: string, b: string) =>
      `${line}\u00a0: ${b}\u00a0personnes au lieu de ${a}.`,
    linesOrder: (names: string) => `Les lignes sont dans l’ordre\u00a0: ${names}.`,
    stationsOrder: (line: string, names: string) =>
      `${line}\u00a0: les postes sont dans l’ordre ${names}.`,
    stationAdded: (station: string, line: string, operation: string) =>
      operation === ""
        ? `${station} est ajouté à ${line}.`
        : `${station} est ajouté à ${line}, pour «\u00a0${operation}\u00a0».`,
    stationRemoved: (station: string, line: string) => `${station} est retiré de ${line}.`,
    stationRenamed: (a: string, b: string) => `${a}\u00a0s’appelle maintenant ${b}.`,
    stationLine: (station: string, a: string, b: string) => `${station} passe de ${a} à ${b}.`,
    operation: (station: string, a: string, b: string) =>
      `${station} fait «\u00a0${b}\u00a0» au lieu de «\u00a0${a}\u00a0».`,
    operations: (station: string, a: string, b: string) =>
      `${station} fait aussi\u00a0: ${b} (avant\u00a0: ${a}).`,
    minutes: (station: string, a: string, b: string) =>
      `${station}\u00a0: le temps alloué passe de ${a} à ${b}\u00a0min.`,
    counterMoved: (station: string, a: string, b: string) =>
      `${station} passe du compteur ${a} à ${b}.`,
    counterBound: (station: string, b: string) => `${station} est compté par ${b}.`,
    counterFreed: (station: string, a: string) =>
      `${station} n’a plus de compteur (avant\u00a0: ${a}).`,
    stitches: (station: string, a: string, b: string) =>
      `${station}\u00a0: une pièce a au moins ${b}\u00a0points au lieu de ${a}.`,
    trims: (station: string, a: string, b: string) =>
      `${station}\u00a0: une pièce se termine à ${b}\u00a0coupes de fil au lieu de ${a}.`,
    spot: (station: string, a: string, b: string) => `${station} est montré ${b} au lieu de ${a}.`,
    spotAt: (row: string, column: string) => `rangée ${row}, colonne ${column}`,
    spotUsual: "à la suite des autres",
    wait: (operation: string, a: string, b: string) =>
      `«\u00a0${operation}\u00a0»\u00a0: en attente après ${b} au lieu de ${a}.`,
    explain: (operation: string, a: string, b: string) =>
      `«\u00a0${operation}\u00a0»\u00a0: un arrêt demande sa cause après ${b} au lieu de ${a}.`,
    deviceAdded: (device: string) => `Le compteur ${device} est admis.`,
    deviceRemoved: (device: string) => `Le compteur ${device} n’est plus admis.`,
    deviceChanged: (device: string) => `Le réglage du compteur ${device} change.`,
    calendar: "Les horaires changent.",
    minutesUnit: (minutes: string) => `${minutes}\u00a0min`,
    usualTime: "la durée habituelle",
    nothing: "aucun",
  },
  /** What the server refuses, in the words of these pages; by the code of the fault. */
  planFaults: {
    "id-duplicate":
      "Deux lignes, postes ou compteurs ont le même nom technique\u00a0: retirez-en un.",
    "zone-unknown": "Ce fuseau n’est pas connu\u00a0: choisissez-le dans la liste.",
    "device-unknown":
      "Ce compteur n’est pas encore admis\u00a0: admettez-le dans «\u00a0Compteurs\u00a0».",
    "counter-taken": "Ce compteur est déjà celui d’un autre poste\u00a0: choisissez-en un autre.",
    "counter-unknown": "Ce compteur n’a qu’une voie\u00a0: choisissez-le de nouveau dans la liste.",
    "topic-taken": "Un autre compteur parle déjà sous cette adresse.",
    "spot-incomplete":
      "Une place demande une rangée et une colonne\u00a0: ajoutez celle qui manque, ou videz l’autre.",
    "spot-taken":
      "Un autre poste de la ligne est déjà à cette place\u00a0: changez la rangée ou la colonne.",
    "threshold-duplicate": "Cette opération a déjà un seuil.",
    "threshold-empty": "Ce seuil ne règle rien\u00a0: donnez une durée, ou videz-le.",
    "threshold-unknown": "Aucun poste ne fait cette opération\u00a0: le seuil ne servirait à rien.",
    "value-missing": "Il manque une valeur ici.",
    "value-not-number": "Il faut un nombre ici.",
    "value-not-whole": "Il faut un nombre entier ici.",
    "text-too-short": "Écrivez quelque chose ici.",
    "list-too-short": "Choisissez au moins un jour.",
  } as Readonly<Record<string, string>>,
};
