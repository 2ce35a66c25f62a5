import type { SupervisionCode } from "./supervision-codes.ts";

/** What is said to whoever looks after the floor, and to whoever calls. */
export const supervisionFr = {
  "call-accepted": "L’appel est parti.",
  "call-taken": "L’appel est pris en charge.",
  "call-resolved": "L’appel est résolu.",
  "call-too-late":
    "L’appel est noté. Il date de plus de 30\u00a0minutes\u00a0: personne n’est prévenu.",
  "call-open-already": "L’appel est déjà parti, à {time}.",
  "call-unknown": "Cet appel n’existe pas. Rouvrez la liste des appels.",
  "call-undone": "Cet appel a été annulé au poste. Il n’y a plus rien à faire.",
  "call-not-yours":
    "Cet appel est celui d’un autre poste. Résolvez-le depuis ce poste, ou demandez à l’encadrement.",
  "call-taken-already":
    "Quelqu’un s’en occupe déjà depuis {time}. Prenez un autre appel, ou allez voir sur place.",
  "call-resolved-already": "Cet appel est déjà résolu depuis {time}. Il n’y a plus rien à faire.",
  "stop-accepted": "L’arrêt est noté.",
  "stop-cause-unknown":
    "La cause «\u00a0{cause}\u00a0» n’est pas dans la liste. Choisissez-en une de la liste.",
  "stop-place-unknown":
    "Le plan ne connaît pas «\u00a0{place}\u00a0». Choisissez un poste ou une ligne du plan.",
  "stop-reversed": "L’arrêt finit avant d’avoir commencé. Corrigez les heures.",
  "stop-too-soon": "Cette heure n’est pas encore venue. Choisissez une heure passée.",
  "stop-too-long": "Un arrêt dure 24\u00a0heures au plus. Notez-le jour par jour.",
  "stop-changed":
    "Entre-temps on a noté ici\u00a0: {cause}, depuis {time}. Rien n’a été changé\u00a0; regardez la liste et redites-le s’il le faut.",
  "cause-duplicate": "La cause «\u00a0{code}\u00a0» est deux fois dans la liste.",
  "inspection-accepted": "{pieces|pièce contrôlée|pièces contrôlées}, dont {good|bonne|bonnes}.",
  "inspection-empty": "Aucune pièce n’est dite\u00a0: comptez celles que vous avez regardées.",
  "upkeep-accepted": "L’entretien est noté.",
  "message-accepted": "Le message est à l’écran.",
  "message-over": "L’heure de fin du message est déjà passée. Choisissez une heure à venir.",
  "target-accepted": "L’objectif est noté.",
  "target-line-unknown":
    "Il n’y a pas de ligne «\u00a0{line}\u00a0» dans le plan de ce jour-là\u00a0: choisissez-en une autre.",
  "target-day-invalid": "«\u00a0{day}\u00a0» n’est pas un jour\u00a0: écrivez-le comme 2026-11-23.",
  "target-day-far":
    "Le {day} est trop loin\u00a0: un objectif se donne pour un jour entre un an avant et un an après.",
  "target-day-off": "On ne travaille pas le {day}\u00a0: changez d’abord les horaires de ce jour.",
  "target-people-unknown":
    "On ne sait pas qui travaille sur cette ligne\u00a0: donnez les minutes de présence, ou le nombre de personnes dans le plan.",
  "target-garment-unknown":
    "On ne sait pas combien de temps cette ligne met par pièce\u00a0: donnez le temps alloué, ou lancez un OF qui a une gamme.",
  "calendar-invalid":
    "Les horaires ne sont pas pris\u00a0: il y a {count|point|points} à corriger.",
  "range-reversed":
    "Du {from} au {to} il n’y a aucun jour\u00a0: le premier vient après le second.",
  "range-too-long": "Demandez au plus {count|jour|jours} à la fois.",
} as const satisfies Record<SupervisionCode, string>;
