import { PRIVACY_MODES } from "@trame/shared";
import {
  figureClauses,
  KEPT_ABOUT,
  MAY_TELL_HEALTH,
  modeClauses,
  NEVER,
  NOT_FOR,
  NOT_WORKING_TIME,
  retentionRows,
  rightsOf,
} from "./clauses.ts";
import { type DocumentFacts, type PrivacyDocument, section } from "./document.ts";
import { BODY_WORDS, dayWords, MODE_WORDS, whoSees } from "./words.ts";

/** What the CSE or the CVS is given before the workshop decides. */
export function writeConsultation(facts: DocumentFacts): PrivacyDocument {
  const { setting, workshop, day } = facts;
  const { consultation } = setting;
  return {
    kind: "consultation",
    day: facts.day,
    title: "Fiche de consultation : un outil de suivi de la production",
    mark: null,
    lead: [
      `L’atelier « ${workshop} » consulte l’instance avant de mettre Trame en service, puis avant chaque changement qui montre davantage sur les personnes. Trame note qui est à quel poste : la consultation vaut aussi pour le mode le plus strict.`,
      "Dans une entreprise d’au moins 50 salariés, le CSE est informé et consulté avant la décision de mettre en œuvre un moyen qui permet de contrôler l’activité des salariés (Code du travail, article L2312-38) ; dans une plus petite, l’atelier consulte de même le CSE ou, sans lui, les personnes réunies. Dans un ESAT, les personnes accueillies sont associées par le CVS (Code de l’action sociale et des familles, article L311-6).",
      "Rien ne limite les droits des personnes qui ne soit justifié par le travail et proportionné (Code du travail, article L1121-1), et chaque personne est informée avant (article L1222-4) : la note d’information est jointe.",
    ],
    sections: [
      section("Instance", {
        rows: [
          {
            name: "Instance consultée",
            text: consultation?.body == null ? null : BODY_WORDS[consultation.body],
          },
          {
            name: "Date de la réunion",
            text: consultation === null ? null : dayWords(consultation.date),
          },
          { name: "Fiche écrite le", text: dayWords(day) },
        ],
      }),
      section("Réglage en vigueur à ce jour", {
        paragraphs: [...modeClauses(facts), ...figureClauses(facts)],
      }),
      section("Les modes possibles, du plus strict au plus ouvert", {
        rows: PRIVACY_MODES.map((mode) => ({
          name: MODE_WORDS[mode].name,
          text: MODE_WORDS[mode].text,
        })),
      }),
      section("Ce qui est gardé sur une personne", {
        paragraphs: [MAY_TELL_HEALTH],
        items: KEPT_ABOUT,
      }),
      section("Qui peut voir ou faire quoi", { rows: whoSees(facts) }),
      section("Durées", { rows: retentionRows(facts) }),
      section("Garanties", { paragraphs: [NOT_FOR], items: NEVER }),
      section("Ce qu’une personne peut demander", { items: rightsOf(facts) }),
      section("Limite", { paragraphs: [NOT_WORKING_TIME] }),
      section("Demande et avis", {
        rows: [
          { name: "Changement demandé, et pourquoi", text: null },
          { name: "Avis de l’instance", text: null },
          { name: "Réserves et demandes", text: null },
          { name: "Date et signatures", text: null },
        ],
      }),
    ],
  };
}
