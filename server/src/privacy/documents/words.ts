import {
  type ConsultedBody,
  type Permission,
  type PrivacyMode,
  ROLES,
  type Role,
} from "@trame/shared";
import type { DocumentFacts, DocumentRow } from "./document.ts";

/** What a mode means for whoever is counted. */
export const MODE_WORDS: Readonly<Record<PrivacyMode, { name: string; text: string }>> = {
  team: {
    name: "équipe",
    text: "Personne ne voit ce qu’une personne a fait : les chiffres sont ceux des lignes et des équipes. La personne elle-même n’a pas non plus de chiffre à elle sur les écrans, sauf « Ma journée » à son poste si l’atelier l’ouvre.",
  },
  own: {
    name: "mes données",
    text: "Chaque personne peut voir ses propres chiffres, quand elle le demande, à un poste et avec son badge. Personne d’autre ne les voit.",
  },
  accompanied: {
    name: "accompagnement",
    text: "Chaque personne peut voir ses propres chiffres, à un poste et avec son badge. Une seule autre personne, nommée ici, peut aussi les voir, une personne à la fois ; chaque regard est noté et la personne concernée peut le lire.",
  },
};

export const BODY_WORDS: Readonly<Record<ConsultedBody, string>> = {
  CSE: "le comité social et économique (CSE)",
  CVS: "le conseil de la vie sociale (CVS)",
  other: "les personnes concernées, réunies, faute d’instance",
};

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  anonymous: "Quelqu’un qui n’est pas connu de Trame",
  local: "Quelqu’un à l’ordinateur du serveur, tant que lui seul l’entend",
  wall: "L’écran mural",
  station: "La tablette d’un poste",
  supervisor: "L’encadrement",
  manager: "Le ou la responsable",
  administrator: "L’administrateur ou l’administratrice",
};

/** What a permission lets somebody see or do that has to do with people, or shows that it has not. */
const SEEING_WORDS: Partial<Readonly<Record<Permission, string>>> = {
  "board.read": "l’état des postes et les chiffres des lignes, sans personne",
  "floor.read": "l’histoire des paquets, avec le poste et l’heure, sans personne",
  "reports.read": "les rapports et les exports, sans personne",
  "station.act": "qui est à ce poste, par son pseudonyme",
  "people.read":
    "qui est à quel poste, les absences, les opérations que chacun connaît, son allure, ses horaires, la façon dont il veut son poste, ses demandes, et le nom civil là où il est écrit",
  "people.write":
    "changer les affectations, les absences, les fiches et les badges, et répondre aux demandes",
  "journal.read": "le journal : quel compte a changé quoi, sans les personnes des postes",
  "backups.manage": "les sauvegardes, où ces données sont aussi",
  "privacy.read": "ces réglages et ces documents",
  "privacy.write": "changer ces réglages, et retirer une personne",
  "access.manage": "les comptes, et le journal de sécurité avec l’adresse des appareils",
};

/** Who may see or do what, from the table of roles. */
export function whoSees({ roles }: Pick<DocumentFacts, "roles">): DocumentRow[] {
  return ROLES.map((role, index) => {
    const before = ROLES[index - 1];
    const seen = seenBy(roles[role]);
    const theirs = before === undefined ? [] : seenBy(roles[before]);
    const holdsAll = theirs.length > 1 && theirs.every((words) => seen.includes(words));
    const said =
      before !== undefined && holdsAll
        ? [`comme « ${ROLE_WORDS[before]} »`, ...seen.filter((words) => !theirs.includes(words))]
        : seen;
    return { name: ROLE_WORDS[role], text: said.length === 0 ? "rien" : said.join(" ; ") };
  });
}

function seenBy(permissions: ReadonlySet<Permission>): string[] {
  return Object.entries(SEEING_WORDS).flatMap(([permission, words]) =>
    permissions.has(permission as Permission) ? [words] : [],
  );
}

const DAYS = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** `23 novembre 2026` of `2026-11-23`. */
export function dayWords(day: string): string {
  return DAYS.format(new Date(`${day}T00:00:00Z`));
}

/** `1 jour`, `30 jours`. */
export function days(count: number): string {
  return count === 1 ? `${count} jour` : `${count} jours`;
}

/** `1 an`, `5 ans`. */
export function years(count: number): string {
  return count === 1 ? `${count} an` : `${count} ans`;
}
