import { accessFr } from "./access-fr.ts";
import { backupsFr } from "./backups-fr.ts";
import { balanceFr } from "./balance-fr.ts";
import { catalogueFr } from "./catalogue-fr.ts";
import type { RefusalCode } from "./codes.ts";
import { exportsFr } from "./exports-fr.ts";
import { floorFr } from "./floor-fr.ts";
import { importsFr } from "./imports-fr.ts";
import { ordersDeskFr } from "./orders-desk-fr.ts";
import { paperFr } from "./paper-fr.ts";
import { peopleFr } from "./people-fr.ts";
import { privacyFr } from "./privacy-fr.ts";
import { settingsFr } from "./settings-fr.ts";
import { supervisionFr } from "./supervision-fr.ts";

/** French is the reference. A sentence says what is wrong, and what to do where there is something to do. */
export const fr = {
  "body-not-json":
    "Le contenu envoyé n’est pas du JSON\u00a0: regardez la ligne {line}, colonne {column}, et ce qui est juste avant.",
  "request-malformed": "La demande est mal formée.",
  "token-missing":
    "Connectez-vous pour faire cela. Un programme donne sa clé dans l’en-tête «\u00a0Authorization: Bearer …\u00a0».",
  "token-wrong": "Cette clé n’est pas la bonne, ou ne vaut plus.",
  "not-allowed":
    "Votre compte ne permet pas de faire cela. Demandez à la personne qui gère les accès.",
  "authority-none":
    "Il n’y a rien à installer\u00a0: HTTPS est éteint, ou le certificat est celui de l’atelier.",
  "counter-absent": "Aucun plan ne nomme ce compteur\u00a0: admettez-le d’abord.",
  "host-unknown":
    "Ce serveur ne porte pas ce nom. Ouvrez-le par son adresse, ou ajoutez le nom à TRAME_NAMES.",
  "origin-foreign":
    "Cette page ne vient pas de ce serveur\u00a0: elle n’a pas le droit de s’y connecter.",
  "route-unknown": "Il n’y a rien à cette adresse\u00a0: la liste est à /api/docs.",
  "screens-missing": "Les écrans ne sont pas construits\u00a0: lancez «\u00a0npm run build\u00a0».",
  "plan-none":
    "Aucun plan n’est en vigueur à ce moment\u00a0: envoyez-en un avec PUT /api/v1/plan.",
  "suspect-unknown": "Ce saut n’est pas, ou n’est plus, à vérifier\u00a0: relisez la liste.",
  "quarantine-unknown": "Il n’y a pas de message mis de côté sous ce numéro.",
  "quarantine-closed": "Ce message a déjà été repris ou écarté.",
  "quarantine-unreadable":
    "Ce message ne peut pas être repris\u00a0: il reste illisible, ou sa place est déjà prise. Écartez-le.",
  "body-too-large": "L’envoi est trop gros.",
  "body-type-unsupported":
    "Il faut du JSON\u00a0: ajoutez l’en-tête «\u00a0Content-Type: application/json\u00a0».",
  "upgrade-required": "Cette adresse se lit par WebSocket.",
  "plan-invalid": "Le plan n’est pas pris\u00a0: il y a {count|point|points} à corriger.",
  "moment-invalid":
    "«\u00a0{value}\u00a0» n’est pas un moment\u00a0: écrivez-le avec son décalage, comme 2026-11-23T06:00:00Z ou 2026-11-23T07:00:00+01:00.",
  "page-unknown": "Cette page n’existe pas. Reprenez depuis la première.",
  "day-gone": "Les chiffres d’avant le {first} ne sont plus gardés.",
  "day-invalid": "«\u00a0{value}\u00a0» n’est pas un jour\u00a0: écrivez-le comme 2026-11-23.",
  internal: "Le serveur n’y est pas arrivé\u00a0; c’est noté dans son journal.",
  "store-silent":
    "La base de données ne répond pas\u00a0: regardez le disque et le journal du serveur.",
  "disk-failing":
    "Le disque du serveur refuse ce qu’on y écrit\u00a0: est-il plein\u00a0? Les compteurs gardent leurs pièces jusque-là.",

  "value-missing": "Il manque «\u00a0{name}\u00a0».",
  "value-unknown": "«\u00a0{name}\u00a0» n’existe pas ici\u00a0: retirez-le ou corrigez son nom.",
  "value-not-text": "Il faut ici un texte entre guillemets.",
  "value-not-number": "Il faut ici un nombre, sans guillemets, avec un point pour les décimales.",
  "value-not-whole": "Il faut ici un nombre entier, sans guillemets.",
  "value-not-list": "Il faut ici une liste entre crochets.",
  "value-not-object": "Il faut ici un objet entre accolades.",
  "value-not-allowed": "Cette valeur n’est pas de celles qui sont possibles ici.",
  "value-not-among": "Cette valeur n’est pas possible ici\u00a0: écrivez {values}.",
  "text-too-short": "Ce texte est trop court\u00a0: au moins {limit|caractère|caractères}.",
  "text-too-long": "Ce texte est trop long\u00a0: au plus {limit|caractère|caractères}.",
  "text-malformed": "Ce texte n’a pas la forme attendue.",
  "id-malformed":
    "Un identifiant n’a que des lettres sans accent, des chiffres et . _\u00a0: - (pas d’espace).",
  "key-malformed":
    "Une clé n’a que des lettres sans accent, des chiffres et . _\u00a0: - (pas d’espace), et ne commence ni par event: ni par cut:\u00a0; tirez-la au hasard.",
  "time-malformed": "Une heure s’écrit avec quatre chiffres, de 00:00 à 23:59, comme 08:00.",
  "counter-malformed": "Une voie de compteur s’écrit C1, C2 … jusqu’à C8.",
  "topic-malformed":
    "Un sujet MQTT n’a que des lettres sans accent, des chiffres et . _\u00a0: -, en quatorze niveaux au plus séparés par /.",
  "number-too-small": "Ce nombre est trop petit\u00a0: au moins {limit}.",
  "number-too-large": "Ce nombre est trop grand\u00a0: au plus {limit}.",
  "ratio-too-large":
    "Ce nombre est trop grand\u00a0: au plus {limit}. Ce n’est pas un pourcentage\u00a0: écrivez 0.8 pour 80\u00a0%.",
  "number-not-above": "Ce nombre doit être plus grand que {limit}.",
  "list-too-short": "Cette liste est trop courte\u00a0: au moins {limit|élément|éléments}.",
  "list-too-long": "Cette liste est trop longue\u00a0: au plus {limit|élément|éléments}.",

  "id-duplicate": "Cet identifiant sert deux fois\u00a0: chacun doit être unique.",
  "zone-unknown": "Ce fuseau horaire est inconnu\u00a0: écrivez par exemple Europe/Paris.",
  "shifts-overlap": "Cet horaire en recouvre un autre le même jour\u00a0: séparez-les.",
  "break-outside-shift":
    "Cette pause sort de son horaire\u00a0: ramenez-la entre son début et sa fin.",
  "day-duplicate": "Le même jour est écrit deux fois dans cet horaire.",
  "exception-day-invalid": "Ce jour exceptionnel n’existe pas\u00a0: écrivez-le comme 2026-12-24.",
  "exception-duplicate":
    "Ce jour exceptionnel est écrit deux fois\u00a0: gardez une seule des deux lignes.",
  "exception-overlaps":
    "Cet horaire exceptionnel en recouvre un de la veille ou du lendemain\u00a0: séparez-les, ou écrivez aussi ce jour-là comme exception.",
  "device-unknown":
    "Ce compteur n’est pas dans la liste «\u00a0devices\u00a0» du plan\u00a0: ajoutez-l’y.",
  "counter-taken": "Cette voie de ce compteur est déjà celle d’un autre poste.",
  "counter-unknown":
    'Ce compteur ne parle que sur la voie C1\u00a0: retirez «\u00a0counter\u00a0», ou écrivez "make": "tasmota" pour un compteur à plusieurs voies.',
  "topic-taken": "Un autre compteur a déjà ce sujet MQTT, ou le début de celui-ci.",
  "spot-incomplete":
    "La place d’un poste demande «\u00a0row\u00a0» et «\u00a0column\u00a0»\u00a0: ajoutez celui qui manque, ou retirez l’autre.",
  "spot-taken":
    "Un autre poste de la ligne est déjà à cette place\u00a0: changez «\u00a0row\u00a0» ou «\u00a0column\u00a0».",
  "threshold-duplicate": "Cette opération a déjà un seuil\u00a0: gardez une seule des deux lignes.",
  "threshold-empty":
    "Ce seuil ne règle rien\u00a0: ajoutez «\u00a0waitMinutes\u00a0» ou «\u00a0explainMinutes\u00a0», ou retirez-le.",
  "threshold-unknown":
    "Aucun poste du plan n’a cette opération dans «\u00a0operation\u00a0»\u00a0: écrivez-la comme le poste la nomme.",

  "not-json": "Le message n’est pas du JSON lisible.",
  "boot-invalid":
    "Le champ «\u00a0boot\u00a0» manque ou n’a pas 8\u00a0chiffres hexadécimaux\u00a0: vérifiez le programme du compteur.",
  "up-invalid":
    "Le champ «\u00a0up\u00a0» manque ou n’est pas un nombre entier de millisecondes\u00a0: vérifiez le programme du compteur.",
  "list-invalid":
    "La liste des relevés manque, est vide ou en contient plus de 200\u00a0: vérifiez le programme du compteur.",
  "status-invalid":
    "L’état du compteur n’est pas lisible\u00a0: il faut du JSON avec «\u00a0online\u00a0» à true ou false.",
  "quarantine-full":
    "Ce compteur a déjà 1\u00a0000\u00a0messages mis de côté\u00a0: les suivants sont seulement comptés ici. Vérifiez son programme, puis écartez-les.",
  "field-missing": "Il manque un champ obligatoire à ce relevé.",
  "field-invalid": "Un champ de ce relevé n’a pas une valeur possible.",
  "button-missing": "Cet appui ne dit pas quel bouton\u00a0: il manque «\u00a0button\u00a0».",
  "button-unknown":
    "Cet appui vient d’un bouton inconnu\u00a0: il faut mechanic, material, quality, supervisor ou help.",
  "total-too-large":
    "Un total dépasse 4\u00a0294\u00a0967\u00a0295\u00a0: le compteur s’est trompé.",
  "seq-fell": "Le numéro de ce relevé ne suit pas celui d’avant dans le même message.",
  "up-fell": "Ce relevé se dit plus ancien que celui d’avant.",
  "up-after-message": "Ce relevé se dit plus récent que le message qui le porte.",
  "key-conflict":
    "Un autre relevé a déjà ce numéro\u00a0: deux compteurs ont peut-être le même nom, ou celui-ci a redémarré sans le dire.",
  "sample-sealed":
    "Ce relevé est arrivé si tard que ceux de son jour ont été effacés\u00a0: ses pièces sont déjà dans le total du compteur.",
  "plan-sealed":
    "Les relevés d’avant le {day} ont été effacés\u00a0: un plan peut valoir à partir de ce jour, pas avant.",

  ...accessFr,
  ...backupsFr,
  ...balanceFr,
  ...catalogueFr,
  ...exportsFr,
  ...floorFr,
  ...importsFr,
  ...ordersDeskFr,
  ...paperFr,
  ...peopleFr,
  ...privacyFr,
  ...settingsFr,
  ...supervisionFr,
} as const satisfies Record<RefusalCode, string>;
