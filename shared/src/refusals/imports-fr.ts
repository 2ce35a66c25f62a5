import type { ImportsCode } from "./imports-codes.ts";

/** What is wrong with a file, a column or a cell, and what to write instead. */
export const importsFr = {
  "file-empty":
    "Ce fichier est vide\u00a0: il faut une ligne de titres et au moins une ligne dessous.",
  "file-unreadable":
    "Ce fichier ne se lit pas\u00a0: enregistrez-le en classeur Excel (.xlsx) ou en CSV, puis envoyez-le de nouveau.",
  "file-locked": "Ce fichier a un mot de passe\u00a0: enlevez-le dans Excel, puis enregistrez.",
  "file-old-excel":
    "C’est un ancien fichier Excel (.xls)\u00a0: enregistrez-le en classeur Excel (.xlsx), puis envoyez-le de nouveau.",
  "file-too-large":
    "Ce fichier est trop grand une fois ouvert\u00a0: enregistrez à part la seule feuille à importer.",
  "imports-busy": "Trop de fichiers attendent déjà d’être lus\u00a0: réessayez dans une minute.",
  "file-too-long": "Ce fichier a plus de 20\u00a0000 lignes\u00a0: coupez-le en plusieurs.",
  "import-faulty":
    "Rien n’est importé\u00a0: il y a {count|point|points} à corriger dans le fichier. Corrigez-les, puis envoyez-le de nouveau.",

  "column-missing": "Il manque la colonne «\u00a0{name}\u00a0». Colonnes trouvées\u00a0: {found}.",
  "column-twice": "Cette colonne est là deux fois\u00a0: gardez-en une.",
  "cell-empty": "Cette case est vide\u00a0: il faut la remplir.",
  "cell-too-long": "Ce texte est trop long\u00a0: {limit|caractère|caractères} au plus.",
  "cell-not-id":
    "Écrivez un code sans espace ni accent\u00a0: lettres, chiffres et . _\u00a0: - (64 au plus).",
  "cell-not-number": "Écrivez un nombre en chiffres, comme 12 ou 0,42.",
  "cell-not-whole": "Écrivez un nombre entier, de {min} à {max}.",
  "cell-out-of-range": "Écrivez un nombre plus grand que {min}, et {max} au plus.",
  "cell-not-day": "Écrivez une date, comme 18/12/2026.",
  "cell-not-yes": "Écrivez «\u00a0oui\u00a0» ou «\u00a0non\u00a0».",
  "cell-not-choice": "Écrivez un de ces mots\u00a0: {words}.",
  "cell-not-operation-code": "Un code d’opération a 1 à 8 lettres ou chiffres, comme 10 ou 20b.",
  "cell-not-skill":
    "«\u00a0{text}\u00a0» ne se lit pas\u00a0: écrivez l’opération et son niveau de 1 à 4, comme «\u00a0Plis:3\u00a0».",
  "row-contradicts":
    "Plus haut, la même commande dit «\u00a0{before}\u00a0»\u00a0: écrivez la même chose sur toutes ses lignes.",
  "order-there":
    "Cette commande est déjà là, autrement\u00a0: changez-la à la page «\u00a0Commandes\u00a0», ou donnez-lui une autre référence.",
  "minutes-empty": "Il manque le temps\u00a0: écrivez par exemple 0,42 ou 42 cmn.",
  "minutes-unreadable": "Ce temps ne se lit pas\u00a0: écrivez par exemple 0,42 ou 42 cmn.",
  "minutes-unit-missing":
    "Minutes ou centièmes\u00a0? Écrivez l’unité\u00a0: «\u00a00,42\u00a0min\u00a0» ou «\u00a042 cmn\u00a0», ici ou dans le titre de la colonne.",
  "minutes-not-positive": "Le temps doit être plus grand que zéro.",
  "minutes-too-long":
    "Ce temps dépasse 1\u00a0000\u00a0minutes pour une pièce\u00a0: vérifiez l’unité.",
} as const satisfies Record<ImportsCode, string>;
