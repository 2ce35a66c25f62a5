import type { FloorCode } from "./floor-codes.ts";

/** What a station says: what it is, or what is wrong and what to do. Short sentences, one idea each. */
export const floorFr = {
  "scan-accepted": "{operation}\u00a0: taille {size}, {colour}, {pieces|pièce|pièces}.",
  "scan-accepted-deduced":
    "{operation}\u00a0: taille {size}, {colour}, {pieces|pièce|pièces}. {count} opérations d’avant n’ont pas été scannées\u00a0: elles sont notées «\u00a0déduites\u00a0».",
  "scan-accepted-deduced-one":
    "{operation}\u00a0: taille {size}, {colour}, {pieces|pièce|pièces}. «\u00a0{deduced}\u00a0» n’a pas été scannée\u00a0: elle est notée «\u00a0déduite\u00a0».",
  "finish-accepted":
    "{code} est fini pour «\u00a0{operation}\u00a0»\u00a0: {good|pièce bonne|pièces bonnes}.",
  "finish-part-accepted":
    "C’est noté. Il reste {left|pièce|pièces} de {code} pour «\u00a0{operation}\u00a0».",
  "finish-repair-accepted": "{code}\u00a0: {good|pièce revient|pièces reviennent} de retouche.",
  "split-accepted":
    "{pieces|pièce part|pièces partent} de {code} avec un nouveau ticket. Il en reste {left} dans {code}.",
  "join-accepted":
    "Les éléments vont ensemble\u00a0: continuez avec {code}, {pieces|pièce|pièces}.",
  "undo-accepted": "C’est annulé.",
  "undo-bundle-accepted": "C’est annulé pour le paquet {code}.",
  "dispatch-accepted": "{code} part dehors, chez {partner}\u00a0: {pieces|pièce|pièces}.",
  "return-accepted": "{code} est revenu\u00a0: {good|pièce bonne|pièces bonnes}.",
  "return-part-accepted": "C’est noté. {away}\u00a0pièces de {code} sont encore dehors.",
  "badge-in-accepted": "Bonjour {pseudonym}.",
  "badge-out-accepted": "Au revoir {pseudonym}.",
  "correction-accepted": "La correction est notée à part\u00a0: {pieces}.",
  "count-accepted": "{pieces|pièce notée|pièces notées} à la main.",
  "settle-accepted": "C’est réglé.",
  "amend-accepted": "C’est corrigé. Ce qui avait été noté reste dans le journal.",
  "act-kept": "C’est gardé. Un responsable va vérifier.",

  "code-unreadable":
    "«\u00a0{text}\u00a0» n’est pas un code de ticket. Scannez encore, ou tapez le code, par exemple 118-117-K.",
  "ticket-is-badge": "C’est un badge. Scannez ici le ticket d’un paquet.",
  "ticket-replaced": "Ticket remplacé\u00a0: le bon ticket est {by}. Jetez le ticket {code}.",
  "badge-is-ticket": "C’est le ticket d’un paquet. Scannez ici votre badge.",
  "badge-not-in": "Vous n’êtes à aucun poste. Pour arriver, scannez votre badge au poste.",
  "badge-unknown": "Ce badge n’est pas connu. Demandez un nouveau badge.",
  "scan-unknown":
    "Aucun paquet n’a le code {code}. Vérifiez le ticket, ou mettez le paquet de côté.",
  "scan-unknown-near":
    "Aucun paquet n’a le code {code}. Est-ce {nearest}\u00a0? Regardez le ticket et tapez le code.",
  "scan-ticket-void":
    "Le ticket {code} est annulé. Mettez le paquet de côté et demandez un nouveau ticket.",
  "scan-order-not-released":
    "La commande {order} n’est pas encore lancée. Posez le paquet sur le chariot, prenez un autre paquet.",
  "scan-order-closed":
    "La commande {order} est close. Mettez le paquet de côté et demandez ce qu’il faut en faire.",
  "scan-other-order":
    "La commande {order} se coud sur une autre ligne\u00a0: {lines}. Posez le paquet sur le chariot de cette ligne.",
  "scan-elsewhere":
    "{code} ne passe pas à ce poste. Il va au poste {station} pour «\u00a0{operation}\u00a0». Posez-le sur le chariot, prenez un autre paquet.",
  "scan-elsewhere-unplaced":
    "{code} ne passe pas à ce poste. Il attend «\u00a0{operation}\u00a0». Posez-le sur le chariot, prenez un autre paquet.",
  "scan-not-yet":
    "C’est trop tôt pour {code}. Il faut d’abord «\u00a0{operation}\u00a0», au poste {station}. Posez-le sur le chariot, prenez un autre paquet.",
  "scan-not-yet-unplaced":
    "C’est trop tôt pour {code}. Il faut d’abord «\u00a0{operation}\u00a0». Posez-le sur le chariot, prenez un autre paquet.",
  "scan-done-already":
    "«\u00a0{operation}\u00a0» est déjà faite sur {code}, au poste {station} à {time}. Posez-le sur le chariot, prenez un autre paquet.",
  "scan-done-unplaced":
    "«\u00a0{operation}\u00a0» est déjà faite sur {code}. Posez-le sur le chariot, prenez un autre paquet.",
  "scan-open-elsewhere":
    "{code} est ouvert au poste {station} pour «\u00a0{operation}\u00a0». Dites d’abord là-bas combien de pièces sont faites, même 0.",
  "scan-outside":
    "{code} est noté dehors, chez {partner}. S’il est revenu, demandez de noter son retour.",
  "scan-in-repair":
    "Toutes les pièces de {code} sont en retouche\u00a0: {pieces}. Attendez leur retour, prenez un autre paquet.",
  "scan-joined": "{code} est assemblé avec {other}. Scannez le ticket {other}.",
  "scan-out": "{code} est terminé. Posez-le sur le chariot, prenez un autre paquet.",
  "finish-nothing-open": "{code} n’est pas ouvert à ce poste. Scannez d’abord son ticket.",
  "finish-open-elsewhere": "{code} est ouvert au poste {station}. Terminez-le là-bas.",
  "finish-too-many":
    "{declared|pièce|pièces}, c’est trop\u00a0: il en reste {left} dans {code}. Recomptez et corrigez.",
  "finish-repair-elsewhere":
    "Les pièces en retouche de {code} reviennent au contrôle, à «\u00a0{operation}\u00a0». Portez-les là-bas.",
  "finish-repair-too-many":
    "{declared|pièce|pièces}, c’est trop\u00a0: il y en a {left} de {code} en retouche. Recomptez et corrigez.",
  "split-nothing-left": "Il n’y a pas assez de pièces dans {code} pour le partager.",
  "split-too-many":
    "On ne peut pas prendre {pieces|pièce|pièces} de {code}\u00a0: au plus {most}. Les pièces faites et les pièces à faire partent séparément.",
  "join-size":
    "Les tailles sont différentes\u00a0: {code} est en {size}, {other} est en {otherSize}. Ne les assemblez pas, cherchez la bonne taille.",
  "join-colour":
    "Les couleurs sont différentes\u00a0: {code} est {colour}, {other} est {otherColour}. Ne les assemblez pas, cherchez la bonne couleur.",
  "join-shade":
    "Les bains sont différents\u00a0: {code} est du bain {shade}, {other} est du bain {otherShade}. Ne les assemblez pas, cherchez le bon bain.",
  "join-fewer":
    "Il manque des pièces\u00a0: {code} en a {wanted}, {other} en a {pieces}. Partagez d’abord {code}.",
  "join-missing-part": "Ici des éléments s’assemblent. Après {code}, scannez aussi\u00a0: {part}.",
  "join-same-part":
    "{code} et {other} sont le même élément\u00a0: {part}. Gardez un seul des deux et scannez l’autre élément.",
  "join-not-here":
    "{code} et {other} ne s’assemblent pas à ce poste. Posez-les sur le chariot et regardez leurs tickets.",
  "undo-unknown": "Il n’y a rien à annuler ici.",
  "undo-done-already": "C’est déjà annulé.",
  "undo-not-yours": "Quelqu’un d’autre l’a noté. Cette personne peut l’annuler, ou un responsable.",
  "undo-too-late":
    "C’est trop tard\u00a0: {minutes}\u00a0minutes ont passé, ou le paquet est allé plus loin. Demandez à un responsable.",
  "return-not-outside": "{code} n’est pas dehors avec le bon {slip}. Vérifiez le bon de livraison.",
  "return-too-many":
    "{pieces|pièce|pièces}, c’est trop\u00a0: {away} de {code} sont dehors. Recomptez.",
  "act-unknown": "Cette ligne n’existe pas\u00a0: relisez le journal.",
  "amend-unknown":
    "Ce que vous voulez corriger n’est pas enregistré\u00a0: relisez la liste, puis choisissez la ligne à corriger.",
  "amend-undone": "C’est annulé\u00a0: il n’y a plus rien à corriger ici.",
  "amend-not-that":
    "Ce n’est pas un chiffre déclaré de cette sorte\u00a0: corrigez les pièces d’une fin d’opération, d’un retour, d’un contrôle ou d’un compte à la main.",
  "amend-too-many":
    "Avec ces chiffres, le paquet aurait plus de pièces qu’il n’en a\u00a0: vérifiez-les, ou corrigez d’abord l’autre opération.",
  "amend-misfit":
    "Avec ce nombre de pièces, ce qui a déjà été déclaré sur {code} ne va plus\u00a0: corrigez d’abord les opérations faites, puis la coupe.",
  "amend-no-bundle":
    "Cette coupe n’a pas fait le paquet {code}\u00a0: ouvrez l’histoire du paquet, puis choisissez sa coupe.",
  "settle-unknown": "Il n’y a rien à régler ici\u00a0: relisez la liste.",
  "count-too-soon": "Cette heure n’a pas encore commencé. Vérifiez le jour et l’heure.",
  "defect-duplicate":
    "Le défaut «\u00a0{code}\u00a0» est deux fois dans la liste. Gardez-en un seul.",
  "count-no-station":
    "Le plan n’avait pas ce poste à cette heure-là. Choisissez une autre heure, ou envoyez un plan qui vaut depuis plus tôt.",
  "key-taken": "Cet envoi porte la clé d’un autre. Rechargez la page et recommencez.",

  "station-unknown": "Ce poste n’est pas dans le plan. Vérifiez le lien de la tablette.",
  "bundle-unknown": "Aucun paquet n’a ce code. Vérifiez le ticket.",
  "station-key-missing":
    "Cette tablette n’a pas la clé du poste. Ouvrez de nouveau le lien du poste.",
  "station-key-foreign": "Cette clé est celle d’un autre poste. Ouvrez le lien de ce poste.",
} as const satisfies Record<FloorCode, string>;
