import { createCounting } from "./formats.ts";

const { count, word } = createCounting("fr");

/** One order: how far it is, its cutting and its tickets; and imports. */
export const prepareOrderFr = {
  order: {
    title: (id: string) => `OF ${id}`,
    cutFigure: "Coupées",
    kits: "Kits",
    kitsPacked: (n: { packed: string; complete: string; ordered: string }) =>
      `emballés\u00a0: ${n.packed}, complets\u00a0: ${n.complete}, commandés\u00a0: ${n.ordered}`,
    move: {
      released: "Lancer en atelier",
      prepared: "Remettre en préparation",
      closed: "Clore la commande",
    },
    moved: {
      released: "La commande est lancée\u00a0: ses paquets peuvent être scannés.",
      prepared: "La commande est de nouveau en préparation.",
      closed: "La commande est close.",
    },
    giveUpSure:
      "Il reste des paquets en cours dans cette commande. Si vous la clôturez, ils sont abandonnés\u00a0: les postes ne les prennent plus. Leurs pièces déjà comptées le restent.",
    giveUp: "Clôturer et abandonner ce qui reste",
    giveUpNo: "Garder la commande ouverte",
    pack: (kits: string) => `Emballer ${kits} kits complets`,
    packDone: "Les kits sont notés emballés.",
    quantities: (style: string) => `${style}\u00a0: tailles et coloris`,
    operations: (style: string) => `${style}\u00a0: en-cours par opération`,
    version: (n: number) => `gamme version ${n}`,
    operation: "Opération",
    inProcess: "En-cours",
    deduced: (n: number) => count(n, "déduite", "déduites"),
    cutTitle: (style: string) => `Couper en paquets\u00a0: ${style}`,
    bundleSize: "Pièces par paquet",
    bundleSizeHint: "Un paquet ne mélange ni taille, ni coloris, ni bain.",
    piecesCut: "Pièces coupées",
    bundlesMade: "Paquets",
    lotPreview: (n: { full: number; size: string; rest: number }) =>
      n.rest === 0
        ? `${count(n.full, "paquet", "paquets")} de ${n.size}`
        : n.full === 0
          ? `1\u00a0paquet de ${n.rest}`
          : `${count(n.full, "paquet", "paquets")} de ${n.size} et 1 de ${n.rest}`,
    addShade: "Autre bain",
    allCut: "Tout ce qui est commandé est coupé.",
    cutMore: "Couper davantage",
    cutParts: (parts: string) => `Un ticket par élément\u00a0: ${parts}.`,
    bundlesWord: (n: number) => word(n, "paquet", "paquets"),
    cut: "Couper et faire les tickets",
    cutDone: (n: string) => `${n}\u00a0paquets sont faits.`,
    printCut: "Imprimer les tickets de cette coupe\u00a0:",
    printAll: "Tous les tickets valables\u00a0:",
    printA4: "Feuilles A4",
    printLabel: "Étiquettes 62 × 100",
  },
  imports: {
    title: "Importer un fichier",
    lead: "Un fichier CSV ou Excel (XLSX). Rien n’est écrit avant votre accord, et tout est écrit ou rien.",
    kind: "Ce que le fichier apporte",
    kinds: {
      styles: "Modèles",
      routings: "Gammes de montage",
      orders: "Commandes",
      operators: "Équipe",
    },
    example: "Télécharger un exemple",
    drop: "Déposez le fichier ici, ou",
    pick: "Choisir un fichier",
    read: "Le fichier est lu. Rien n’est encore écrit.",
    done: "C’est enregistré.",
    summary: (n: { rows: number; added: number; changed: number; same: number; faults: number }) =>
      [
        count(n.rows, "ligne lue", "lignes lues"),
        count(n.added, "nouveauté", "nouveautés"),
        count(n.changed, "changement", "changements"),
        `${n.same} sans changement`,
        n.faults === 0
          ? "rien à corriger"
          : count(n.faults, "point à corriger", "points à corriger"),
      ].join(" · "),
    ignored: (headers: string) => `Colonnes qui ne servent pas\u00a0: ${headers}.`,
    faults: "À corriger dans le fichier",
    row: "Ligne",
    column: "Colonne",
    value: "Contenu",
    mend: "Ce qu’il faut écrire",
    preview: "Ce que le fichier apporterait",
    thing: "Nom",
    becomes: "Devient",
    become: { new: "nouveau", changed: "changé", same: "inchangé" },
    commit: (n: number) => `Enregistrer ${count(n, "entrée", "entrées")}`,
  },
};
