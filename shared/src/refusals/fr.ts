import { balanceFr } from "./balance-fr.ts";
import { catalogueFr } from "./catalogue-fr.ts";
import type { RefusalCode } from "./codes.ts";
import { floorFr } from "./floor-fr.ts";
import { importsFr } from "./imports-fr.ts";
import { paperFr } from "./paper-fr.ts";
import { supervisionFr } from "./supervision-fr.ts";

/** French is the reference. A sentence says what is wrong, and what to do where there is something to do. */
export const fr = {
  "body-not-json":
    "Le contenu envoyé n’est pas du JSON : regardez la ligne {line}, colonne {column}, et ce qui est juste avant.",
  "request-malformed": "La demande est mal formée.",
  "token-missing":
    "Il faut le jeton d’administration : ajoutez l’en-tête « Authorization: Bearer … ». Il est dans le fichier admin-token du dossier des données.",
  "token-wrong":
    "Ce jeton d’administration n’est pas le bon : reprenez celui du fichier admin-token du dossier des données.",
  "origin-foreign":
    "Cette page ne vient pas de ce serveur : elle n’a pas le droit de s’y connecter.",
  "route-unknown": "Il n’y a rien à cette adresse : la liste est à /api/docs.",
  "screens-missing": "Les écrans ne sont pas construits : lancez « npm run build ».",
  "plan-none": "Aucun plan n’est en vigueur à ce moment : envoyez-en un avec PUT /api/v1/plan.",
  "suspect-unknown": "Ce saut n’est pas, ou n’est plus, à vérifier : relisez la liste.",
  "quarantine-unknown": "Il n’y a pas de message mis de côté sous ce numéro.",
  "quarantine-closed": "Ce message a déjà été repris ou écarté.",
  "quarantine-unreadable":
    "Ce message ne peut pas être repris : il reste illisible, ou sa place est déjà prise. Écartez-le.",
  "body-too-large": "L’envoi est trop gros.",
  "body-type-unsupported":
    "Il faut du JSON : ajoutez l’en-tête « Content-Type: application/json ».",
  "upgrade-required": "Cette adresse se lit par WebSocket.",
  "plan-invalid": "Le plan n’est pas pris : il y a {count|point|points} à corriger.",
  "moment-invalid":
    "« {value} » n’est pas un moment : écrivez-le avec son décalage, comme 2026-11-23T06:00:00Z ou 2026-11-23T07:00:00+01:00.",
  "day-invalid": "« {value} » n’est pas un jour : écrivez-le comme 2026-11-23.",
  internal: "Le serveur n’y est pas arrivé ; c’est noté dans son journal.",
  "store-silent": "La base de données ne répond pas : regardez le disque et le journal du serveur.",
  "disk-failing":
    "Le disque du serveur refuse ce qu’on y écrit : est-il plein ? Les compteurs gardent leurs pièces jusque-là.",

  "value-missing": "Il manque « {name} ».",
  "value-unknown": "« {name} » n’existe pas ici : retirez-le ou corrigez son nom.",
  "value-not-text": "Il faut ici un texte entre guillemets.",
  "value-not-number": "Il faut ici un nombre, sans guillemets, avec un point pour les décimales.",
  "value-not-whole": "Il faut ici un nombre entier, sans guillemets.",
  "value-not-list": "Il faut ici une liste entre crochets.",
  "value-not-object": "Il faut ici un objet entre accolades.",
  "value-not-allowed": "Cette valeur n’est pas de celles qui sont possibles ici.",
  "text-too-short": "Ce texte est trop court : au moins {limit|caractère|caractères}.",
  "text-too-long": "Ce texte est trop long : au plus {limit|caractère|caractères}.",
  "text-malformed": "Ce texte n’a pas la forme attendue.",
  "id-malformed":
    "Un identifiant n’a que des lettres sans accent, des chiffres et . _ : - (pas d’espace).",
  "time-malformed": "Une heure s’écrit avec quatre chiffres, de 00:00 à 23:59, comme 08:00.",
  "counter-malformed": "Une voie de compteur s’écrit C1, C2 … jusqu’à C8.",
  "topic-malformed":
    "Un sujet MQTT n’a que des lettres sans accent, des chiffres et . _ : -, en quatorze niveaux au plus séparés par /.",
  "number-too-small": "Ce nombre est trop petit : au moins {limit}.",
  "number-too-large": "Ce nombre est trop grand : au plus {limit}.",
  "number-not-above": "Ce nombre doit être plus grand que {limit}.",
  "list-too-short": "Cette liste est trop courte : au moins {limit|élément|éléments}.",
  "list-too-long": "Cette liste est trop longue : au plus {limit|élément|éléments}.",

  "id-duplicate": "Cet identifiant sert deux fois : chacun doit être unique.",
  "zone-unknown": "Ce fuseau horaire est inconnu : écrivez par exemple Europe/Paris.",
  "shifts-overlap": "Cet horaire en recouvre un autre le même jour : séparez-les.",
  "break-outside-shift": "Cette pause sort de son horaire : ramenez-la entre son début et sa fin.",
  "day-duplicate": "Le même jour est écrit deux fois dans cet horaire.",
  "exception-day-invalid": "Ce jour exceptionnel n’existe pas : écrivez-le comme 2026-12-24.",
  "exception-duplicate":
    "Ce jour exceptionnel est écrit deux fois : gardez une seule des deux lignes.",
  "exception-overlaps":
    "Cet horaire exceptionnel en recouvre un de la veille ou du lendemain : séparez-les, ou écrivez aussi ce jour-là comme exception.",
  "device-unknown": "Ce compteur n’est pas dans la liste « devices » du plan : ajoutez-l’y.",
  "counter-taken": "Cette voie de ce compteur est déjà celle d’un autre poste.",
  "counter-unknown":
    'Ce compteur ne parle que sur la voie C1 : retirez « counter », ou écrivez "make": "tasmota" pour un compteur à plusieurs voies.',
  "topic-taken": "Un autre compteur a déjà ce sujet MQTT, ou le début de celui-ci.",

  "not-json": "Le message n’est pas du JSON lisible.",
  "boot-invalid":
    "Le champ « boot » manque ou n’a pas 8 chiffres hexadécimaux : vérifiez le programme du compteur.",
  "up-invalid":
    "Le champ « up » manque ou n’est pas un nombre entier de millisecondes : vérifiez le programme du compteur.",
  "list-invalid":
    "La liste des relevés manque, est vide ou en contient plus de 200 : vérifiez le programme du compteur.",
  "status-invalid":
    "L’état du compteur n’est pas lisible : il faut du JSON avec « online » à true ou false.",
  "quarantine-full":
    "Ce compteur a déjà 1 000 messages mis de côté : les suivants sont seulement comptés ici. Vérifiez son programme, puis écartez-les.",
  "field-missing": "Il manque un champ obligatoire à ce relevé.",
  "field-invalid": "Un champ de ce relevé n’a pas une valeur possible.",
  "total-too-large": "Un total dépasse 4 294 967 295 : le compteur s’est trompé.",
  "seq-fell": "Le numéro de ce relevé ne suit pas celui d’avant dans le même message.",
  "up-fell": "Ce relevé se dit plus ancien que celui d’avant.",
  "up-after-message": "Ce relevé se dit plus récent que le message qui le porte.",
  "key-conflict":
    "Un autre relevé a déjà ce numéro : deux compteurs ont peut-être le même nom, ou celui-ci a redémarré sans le dire.",

  ...balanceFr,
  ...catalogueFr,
  ...floorFr,
  ...importsFr,
  ...paperFr,
  ...supervisionFr,
} as const satisfies Record<RefusalCode, string>;
