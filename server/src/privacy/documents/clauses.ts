import {
  GROUP_MIN,
  LOOKS_KEPT_DAYS,
  POSTINGS_KEPT_DAYS,
  SECURITY_KEPT_DAYS,
  showsOwn,
} from "@trame/shared";
import type { DocumentFacts, DocumentRow } from "./document.ts";
import { BODY_WORDS, days, dayWords, MODE_WORDS, years } from "./words.ts";

type Decided = Pick<DocumentFacts, "setting" | "supervisor">;

/** In which mode the workshop is, since when, why, and after which consultation. */
export function modeClauses({ setting, supervisor }: Decided): string[] {
  const { mode, since, reason, consultation } = setting;
  const { name, text } = MODE_WORDS[mode];
  return [
    `Mode choisi par l’atelier : « ${name} ». ${text}`,
    ...(mode === "accompanied"
      ? [
          `La personne qui accompagne : ${supervisor ?? "à nommer"}. Nul autre compte ne voit ces chiffres.`,
        ]
      : []),
    since === null
      ? "Ce réglage est celui de départ : l’atelier n’y a rien changé."
      : `Le réglage vaut tel quel depuis le ${dayWords(since)}.`,
    ...(reason === null
      ? []
      : [`Raison donnée pour le dernier changement qui montre davantage : ${reason}`]),
    ...(consultation === null || consultation.body === null
      ? []
      : [`Consultation : ${BODY_WORDS[consultation.body]}, le ${dayWords(consultation.date)}.`]),
  ];
}

/** What stands on screens, in reports and in exports. */
export function figureClauses({ setting }: Decided): string[] {
  return [
    setting.stationFigures
      ? "Les écrans, les rapports et les exports donnent des chiffres par poste, sans nom à côté. Là où une seule personne travaille à un poste, ces chiffres peuvent faire penser à elle : l’atelier peut les retirer."
      : `Les écrans, les rapports et les exports ne donnent pas de chiffre par poste : les postes sont comptés ensemble, par groupes d’au moins ${GROUP_MIN}.`,
    setting.myDay
      ? "« Ma journée » est ouverte : la tablette d’un poste dit à ceux qui y sont combien de bonnes pièces ils ont faites ce jour-là, et ne le compare à rien. Qui regarde cette tablette peut le lire."
      : "« Ma journée » est fermée : aucun écran ne dit à une personne ce qu’elle a fait dans la journée.",
    tabletClause(setting),
    minutesClause(setting.operationMinutes),
    `Tout autre chiffre obtenu à partir de personnes, de badges ou de savoir-faire n’est dit que pour ${GROUP_MIN} personnes ou plus.`,
  ];
}

/** What stands on the tablet whatever is set, and where else a person's figures may stand. */
function tabletClause({ mode, myDay }: DocumentFacts["setting"]): string {
  const own = mode === "team" ? [] : ["« Mes données »"];
  const beside = mode === "accompanied" ? ["la page de la personne qui accompagne"] : [];
  const elsewhere = [...own, ...beside].join(" et ");
  const isNamed = mode !== "team" || myDay;
  const tablet = isNamed
    ? `La tablette d’un poste dit qui y est, par son pseudonyme, et où en est le paquet ouvert${myDay ? "" : ", pas plus"}.`
    : "La tablette d’un poste dit où en est le paquet ouvert, avec le pictogramme de qui y est et sans son pseudonyme.";
  return `${tablet} ${elsewhere === "" ? "Aucun" : `Hors ${elsewhere}, aucun`}${isNamed ? " autre" : ""} écran ne montre des pièces à côté d’un pseudonyme.`;
}

function minutesClause(areShown: boolean): string {
  return areShown
    ? "Les minutes de présence, le rendement et l’activité sont donnés aussi par commande, par opération, par taille et par coloris, quel que soit le nombre de personnes : là où une seule personne y travaille, ce sont les siens, sans nom à côté. L’atelier l’a décidé après consultation et peut y revenir."
    : `Les minutes de présence, le rendement et l’activité sont donnés par ligne et par jour. Plus finement, par commande ou par opération, ils ne le sont que si au moins ${GROUP_MIN} personnes y ont été comptées ce jour-là, et jamais de façon à les retrouver par différence.`;
}

/** What is never done, whatever is set. */
export const NEVER: readonly string[] = [
  "aucun chiffre de personne sur un écran mural",
  "aucun classement de personnes",
  "aucun temps d’inactivité calculé pour une personne",
  "aucune décision prise par l’ordinateur seul",
  "aucune vente et aucun envoi de ces données par Trame hors de l’atelier, ni donc hors de l’Union européenne",
];

/** What the workshop binds itself to by handing these documents out. */
export const NOT_FOR =
  "L’atelier s’engage à ne pas s’en servir pour noter, comparer, sanctionner ou payer une personne.";

/** For how long what is kept. */
export function retentionRows({ setting }: Pick<Decided, "setting">): DocumentRow[] {
  const { samplesDays, assignmentsDays, aggregatesYears } = setting.retention;
  return [
    {
      name: "Ce que disent les compteurs des machines, sans personne",
      text: days(samplesDays),
    },
    { name: "Qui était à quel poste", text: days(assignmentsDays) },
    {
      name: "Affectations et absences prévues, après leur jour",
      text: days(Math.min(assignmentsDays, POSTINGS_KEPT_DAYS)),
    },
    {
      name: "Qui a regardé les données d’une personne, et les demandes répondues",
      text: days(LOOKS_KEPT_DAYS),
    },
    {
      name: "Journal de sécurité : connexions et refus, avec le compte et l’adresse de l’appareil",
      text: days(SECURITY_KEPT_DAYS),
    },
    {
      name: "Pièces, paquets et arrêts, par poste et avec l’heure, et totaux par commande, sans personne",
      text: `${years(aggregatesYears)} ; une commande au moins jusqu’à ce qu’elle soit close`,
    },
    {
      name: "Journal des changements, avec le numéro du compte qui les a faits",
      text: `${years(aggregatesYears)}, et plus tant que ce qui reste en dépend ; le nom du compte part avec le compte`,
    },
    {
      name: "La fiche d’une personne",
      text: "jusqu’à son départ, ou jusqu’à ce qu’elle soit retirée",
    },
    {
      name: "Sauvegardes",
      text: `chacune garde ce qui était su le jour où elle a été faite ; après ${days(assignmentsDays)} elle est réécrite sans qui était à quel poste et sans les personnes retirées`,
    },
  ];
}

/** What is kept about a person. */
export const KEPT_ABOUT: readonly string[] = [
  "un pseudonyme, un pictogramme, un numéro de badge, et un code secret, gardé haché, si la personne en veut un",
  "la façon dont elle veut son poste (grands caractères, contraste, voix…)",
  "son allure, si l’atelier l’a écrite : un nombre écrit à la main pour répartir le travail, jamais mesuré",
  "ses horaires, s’ils sont à elle, ses absences et les postes où elle est attendue",
  "les opérations qu’elle connaît, telles qu’elles ont été notées avec elle",
  "à quel poste elle a badgé, et quand, et les gestes faits là avec son badge",
  "qui a regardé ses données, ce qu’elle a demandé à leur sujet, et les réponses",
  "son nom civil, seulement si l’atelier l’a écrit ; il est chiffré à part",
];

/** What is kept of those who sign in. */
export const KEPT_OF_ACCOUNTS: readonly string[] = [
  "pour qui a un compte : un nom, un rôle, un mot de passe haché, les sessions ouvertes, ce que la personne a changé",
  "les connexions et les refus, avec l’adresse de l’appareil",
];

/** What may tell of somebody's health without being meant to (GDPR, article 9). */
export const MAY_TELL_HEALTH =
  "La façon dont une personne veut son poste, son allure et ses absences peuvent laisser deviner un handicap ou un état de santé : Trame n’en demande jamais la raison.";

/** Badges tell who is there, not how long somebody is to be paid. */
export const NOT_WORKING_TIME =
  "Trame n’est pas le registre légal du temps de travail : les badges servent à compter les minutes de présence des lignes, et ne servent ni à la paie ni au décompte des heures.";

/** What a person may do, and where. */
export function rightsOf({ setting }: Pick<Decided, "setting">): string[] {
  return [
    showsOwn(setting)
      ? "voir ce qui est gardé sur elle et ses propres chiffres, à un poste, avec son badge, dans « Mes données »"
      : "voir ce qui est gardé sur elle, à un poste, avec son badge, dans « Mes données »",
    "en prendre une copie, avec tout ce qu’elle a fait qui mène encore à elle",
    "demander une correction, s’opposer pour une raison qui lui est propre, ou demander à être oubliée ; la réponse est due dans le mois et s’écrit au même endroit",
    "demander que ses données ne servent plus tant que sa demande n’est pas réglée",
    "lire qui a regardé ses données, et quand",
    "se plaindre à la CNIL (cnil.fr), à tout moment",
  ];
}
