import type { ImportsCode } from "./imports-codes.ts";

/** What is wrong with a file, a column or a cell, and what to write instead. */
export const importsFr = {
  "file-empty": "Ce fichier est vide : il faut une ligne de titres et au moins une ligne dessous.",
  "file-unreadable":
    "Ce fichier ne se lit pas : enregistrez-le en classeur Excel (.xlsx) ou en CSV, puis envoyez-le de nouveau.",
  "file-locked": "Ce fichier a un mot de passe : enlevez-le dans Excel, puis enregistrez.",
  "file-old-excel":
    "C’est un ancien fichier Excel (.xls) : enregistrez-le en classeur Excel (.xlsx), puis envoyez-le de nouveau.",
  "file-too-long": "Ce fichier a plus de 20 000 lignes : coupez-le en plusieurs.",
  "import-faulty":
    "Rien n’est importé : il y a {count|point|points} à corriger dans le fichier. Corrigez-les, puis envoyez-le de nouveau.",

  "column-missing": "Il manque la colonne « {name} ». Colonnes trouvées : {found}.",
  "column-twice": "Cette colonne est là deux fois : gardez-en une.",
  "cell-empty": "Cette case est vide : il faut la remplir.",
  "cell-too-long": "Ce texte est trop long : {limit|caractère|caractères} au plus.",
  "cell-not-id":
    "Écrivez un code sans espace ni accent : lettres, chiffres et . _ : - (64 au plus).",
  "cell-not-number": "Écrivez un nombre en chiffres, comme 12 ou 0,42.",
  "cell-not-whole": "Écrivez un nombre entier, de {min} à {max}.",
  "cell-out-of-range": "Écrivez un nombre plus grand que {min}, et {max} au plus.",
  "cell-not-day": "Écrivez une date, comme 18/12/2026.",
  "cell-not-yes": "Écrivez « oui » ou « non ».",
  "cell-not-choice": "Écrivez un de ces mots : {words}.",
  "cell-not-operation-code": "Un code d’opération a 1 à 8 lettres ou chiffres, comme 10 ou 20b.",
  "cell-not-skill":
    "« {text} » ne se lit pas : écrivez l’opération et son niveau de 1 à 4, comme « Plis:3 ».",
  "row-contradicts":
    "Plus haut, la même commande dit « {before} » : écrivez la même chose sur toutes ses lignes.",
  "order-there":
    "Cette commande est déjà là, autrement : changez-la à la page des ordres, ou donnez-lui une autre référence.",
  "minutes-empty": "Il manque le temps : écrivez par exemple 0,42 ou 42 cmn.",
  "minutes-unreadable": "Ce temps ne se lit pas : écrivez par exemple 0,42 ou 42 cmn.",
  "minutes-unit-missing":
    "Minutes ou centièmes ? Écrivez l’unité : « 0,42 min » ou « 42 cmn », ici ou dans le titre de la colonne.",
  "minutes-not-positive": "Le temps doit être plus grand que zéro.",
  "minutes-too-long": "Ce temps dépasse 1 000 minutes pour une pièce : vérifiez l’unité.",
} as const satisfies Record<ImportsCode, string>;
