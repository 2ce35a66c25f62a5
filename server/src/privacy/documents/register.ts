import {
  figureClauses,
  KEPT_ABOUT,
  KEPT_OF_ACCOUNTS,
  MAY_TELL_HEALTH,
  modeClauses,
  NOT_FOR,
  NOT_WORKING_TIME,
  retentionRows,
} from "./clauses.ts";
import { type DocumentFacts, type PrivacyDocument, section } from "./document.ts";
import { dayWords, whoSees } from "./words.ts";

/** What is technically and in the workshop done to keep the data to those whom they are for. */
export const MEASURES: readonly string[] = [
  "un rôle pour chacun, vérifié par le serveur à chaque demande",
  "des mots de passe qui ne sont gardés que hachés, des sessions qui finissent et se coupent",
  "un secret par compteur et par tablette, qui se retire",
  "des faits sans nom : une affectation tirée au hasard à chaque badge, qu’une seule table relie à un pseudonyme",
  "les noms civils chiffrés à part, avec une clé qui n’est dans aucune sauvegarde",
  "un journal enchaîné de tout ce que les personnes changent",
  "chaque regard sur les données d’une personne noté avant d’être servi, et lisible par elle (une liste relue sans cesse, une fois l’heure)",
  "un effacement chaque nuit, vérifié dans les fichiers et les sauvegardes",
];

/** The workshop's entry for its register (RGPD, article 30). */
export function writeRegister(facts: DocumentFacts): PrivacyDocument {
  return {
    kind: "register",
    day: facts.day,
    title: "Registre des activités de traitement : suivi de la production avec Trame",
    mark: null,
    lead: ["Fiche pour le registre de l’atelier (RGPD, article 30)."],
    sections: [
      section("Le traitement", {
        rows: [
          { name: "Responsable", text: facts.workshop },
          { name: "Coordonnées", text: null },
          { name: "Délégué·e à la protection des données", text: null },
          { name: "Nom du traitement", text: "Suivi de la production de l’atelier" },
          { name: "Fiche écrite le", text: dayWords(facts.day) },
          {
            name: "Finalités",
            text: "compter les pièces, suivre paquets et commandes, traiter arrêts et appels, organiser les postes",
          },
          {
            name: "Base légale",
            text: "intérêt légitime (RGPD, article 6.1.f) ; mission d’intérêt public pour un établissement public (article 6.1.e) ; à confirmer par l’atelier",
          },
          {
            name: "Personnes concernées",
            text: "les personnes qui travaillent à l’atelier, et celles qui ont un compte",
          },
          {
            name: "Transferts hors de l’Union",
            text: "aucun par Trame : le serveur est dans l’atelier",
          },
        ],
      }),
      section("Données", {
        paragraphs: [MAY_TELL_HEALTH],
        items: [...KEPT_ABOUT, ...KEPT_OF_ACCOUNTS],
      }),
      section("Destinataires", { rows: whoSees(facts) }),
      section("Ce que voient les destinataires", {
        paragraphs: [...modeClauses(facts), ...figureClauses(facts)],
      }),
      section("Durées", { rows: retentionRows(facts) }),
      section("Mesures de sécurité", { items: MEASURES }),
      section("Limite", { paragraphs: [NOT_FOR, NOT_WORKING_TIME] }),
    ],
  };
}
