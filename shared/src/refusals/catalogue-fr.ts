import type { CatalogueCode } from "./catalogue-codes.ts";

/** What is wrong with a style, a routing, an order, a cutting or a person's entry, and what to do. */
export const catalogueFr = {
  "order-unknown":
    "Il n’y a pas d’ordre de fabrication «\u00a0{id}\u00a0»\u00a0: cherchez-le dans la liste.",
  "operator-unknown":
    "Il n’y a personne sous l’identifiant «\u00a0{id}\u00a0»\u00a0: cherchez dans la liste.",
  "photo-absent": "Il n’y a pas de photo sous ce numéro\u00a0: envoyez-la de nouveau.",
  "ticket-unknown":
    "Il n’y a pas de ticket «\u00a0{code}\u00a0»\u00a0: relisez le code sur le papier.",
  "order-not-empty":
    "Il reste {bundles|paquet|paquets} en cours dans l’ordre {id}\u00a0: terminez-les, ou clôturez en y renonçant avec «\u00a0abandon\u00a0».",
  "order-closed": "L’ordre {id} est clôturé\u00a0: rouvrez-le d’abord.",
  "order-state-impossible":
    "L’ordre {id} est dans l’état «\u00a0{state}\u00a0»\u00a0: il ne peut pas passer à «\u00a0{wanted}\u00a0».",
  "order-numbers-used-up":
    "Tous les numéros d’ordre sont pris\u00a0: clôturez les ordres terminés. Un numéro sert de nouveau cinq ans après.",
  "order-without-kit":
    "L’ordre {id} n’est pas un ordre de kits\u00a0: il n’y a rien à emballer en kits.",
  "pack-too-many":
    "Il y a {packable|kit complet|kits complets} à emballer et {packed|déjà emballé|déjà emballés}\u00a0: vérifiez le nombre.",
  "operator-taken":
    "Il y a déjà quelqu’un sous l’identifiant «\u00a0{id}\u00a0»\u00a0: choisissez-en un autre.",
  "badges-used-up":
    "Tous les numéros de badge ont servi\u00a0: donnez vous-même un numéro qui n’est plus en circulation.",
  "ticket-ended": "Le ticket {code} ne vaut plus\u00a0: prenez celui qui l’a remplacé.",
  "cutting-key-taken":
    "Cette clé a déjà servi pour une autre coupe\u00a0: envoyez la nouvelle coupe avec une autre clé.",
  "photo-too-large":
    "Cette photo a trop de points : prenez-la plus petite, 20 millions de points au plus.",
  "photo-unreadable":
    "Ce fichier n’est pas une photo JPEG, PNG ou WebP\u00a0: choisissez-en une autre.",

  "style-invalid": "Le modèle n’est pas pris\u00a0: il y a {count|point|points} à corriger.",
  "routing-invalid": "La gamme n’est pas prise\u00a0: il y a {count|point|points} à corriger.",
  "order-invalid":
    "L’ordre de fabrication n’est pas pris\u00a0: il y a {count|point|points} à corriger.",
  "cutting-invalid": "La coupe n’est pas prise\u00a0: il y a {count|point|points} à corriger.",
  "operator-invalid": "La fiche n’est pas prise\u00a0: il y a {count|point|points} à corriger.",

  "date-malformed": "Une date s’écrit année-mois-jour, comme 2026-12-18.",
  "swatch-malformed": "Une couleur d’écran s’écrit # et six signes, comme #1f3a6e.",
  "code-malformed":
    "Un code n’a que des lettres sans accent et des chiffres\u00a0: 8 au plus pour une opération, 24 pour un élément.",
  "id-mismatch":
    "L’identifiant n’est pas celui de l’adresse\u00a0: retirez-le ou écrivez le même aux deux endroits.",
  "badge-taken": "Ce numéro de badge est celui de quelqu’un d’autre\u00a0: choisissez-en un autre.",
  "pictogram-unknown": "Ce pictogramme n’existe pas\u00a0: choisissez-en un de la liste.",
  "photo-unknown": "Cette photo n’est pas sur le serveur\u00a0: envoyez-la d’abord.",
  "size-duplicate": "Cette taille est déjà dans la liste\u00a0: chacune une fois.",
  "size-in-use":
    "La taille «\u00a0{name}\u00a0» est commandée dans l’ordre {order}\u00a0: gardez-la, ou clôturez l’ordre d’abord.",
  "colour-duplicate": "Cette couleur est déjà dans la liste\u00a0: chacune une fois.",
  "colour-in-use":
    "La couleur «\u00a0{name}\u00a0» est commandée dans l’ordre {order}\u00a0: gardez-la, ou clôturez l’ordre d’abord.",
  "order-number-taken":
    "Ce numéro d’ordre est pris, ou l’était il y a moins de cinq ans\u00a0: choisissez-en un autre, ou laissez le serveur en donner un.",
  "line-unknown":
    "Cette ligne n’est pas dans le plan\u00a0: prenez l’identifiant d’une ligne du plan.",
  "line-duplicate": "Cette ligne est nommée deux fois\u00a0: une seule suffit.",

  "operation-duplicate": "Ce code est déjà celui d’une autre opération\u00a0: chacune le sien.",
  "predecessor-unknown":
    "Cette opération doit venir après une autre qui n’existe pas\u00a0: corrigez son code.",
  "predecessor-duplicate": "La même opération est nommée deux fois ici\u00a0: une seule suffit.",
  cycle:
    "Cette opération s’attend elle-même\u00a0: retirez un des «\u00a0après\u00a0» qui tournent en rond.",
  unreachable:
    "Cette opération attend une opération qui tourne en rond\u00a0: corrigez d’abord celle-là.",
  "several-ends":
    "La gamme finit à deux endroits\u00a0: dites quelle opération vient après celle-ci, pour qu’une seule soit la dernière.",
  "part-duplicate": "Ce code est déjà celui d’un autre élément\u00a0: chacun le sien.",
  "part-unknown":
    "Cet élément n’est pas dans la liste des éléments\u00a0: ajoutez-l’y ou corrigez-le.",
  "part-missing":
    "Dites sur quel élément se fait cette opération\u00a0: rien n’est encore assemblé à ce moment.",
  "part-changed":
    "Cette opération continue un autre élément que celui qui lui arrive\u00a0: écrivez le même élément.",
  "join-unnamed":
    "Plusieurs éléments arrivent ici\u00a0: dites lesquels sont assemblés, sous «\u00a0joins\u00a0».",
  "join-alone":
    "Un seul élément est nommé pour cet assemblage\u00a0: dites avec quoi il s’assemble.",
  "part-joined-twice":
    "Cet élément est déjà assemblé ailleurs\u00a0: il ne peut l’être qu’une fois.",
  "part-never-joined":
    "Cet élément n’est assemblé nulle part\u00a0: dites à quelle opération, ou retirez-le.",

  "style-unknown": "Ce modèle n’existe pas\u00a0: créez-le d’abord, ou corrigez son identifiant.",
  "style-duplicate": "Ce modèle est déjà dans l’ordre\u00a0: réunissez ses quantités.",
  "routing-unknown": "Cette version de la gamme n’existe pas\u00a0: prenez-en une de la liste.",
  "size-unknown": "Cette taille n’est pas au modèle\u00a0: ajoutez-l’y ou corrigez-la.",
  "colour-unknown": "Cette couleur n’est pas au modèle\u00a0: ajoutez-l’y ou corrigez-la.",
  "quantity-duplicate":
    "Cette taille et cette couleur sont déjà là\u00a0: réunissez les deux quantités.",
  "kit-missing":
    "Un ordre à plusieurs modèles est un ordre de kits\u00a0: dites combien de kits, sous «\u00a0kit\u00a0».",
  "kit-share-missing":
    "Dites combien de pièces de ce modèle vont dans un kit, sous «\u00a0perKit\u00a0».",
  "kit-quantity-mismatch":
    "Les quantités de ce modèle ne font pas le compte\u00a0: nombre de kits × pièces par kit.",
  "packing-part": "L’emballage se fait sur le kit entier\u00a0: retirez l’élément et l’assemblage.",

  "style-not-ordered": "Ce modèle n’est pas dans l’ordre\u00a0: choisissez-en un de l’ordre.",
  "lot-not-ordered":
    "Cette taille et cette couleur ne sont pas commandées\u00a0: corrigez-les, ou ajoutez-les à un ordre.",
  "lot-duplicate":
    "Cette taille, cette couleur et ce bain sont déjà là\u00a0: réunissez les pièces.",
  "too-many-bundles":
    "Cela fait plus de paquets qu’il n’y a de numéros\u00a0: choisissez de plus gros paquets.",
} as const satisfies Record<CatalogueCode, string>;
