import { PRIVACY_MODES } from "@trame/shared";
import {
  figureClauses,
  modeClauses,
  NEVER,
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
      `L’atelier « ${workshop} » consulte l’instance avant de changer ce que Trame montre sur les personnes. Dans une entreprise, le CSE est consulté avant tout moyen qui permet de contrôler l’activité (Code du travail, article L2312-38) ; dans un ESAT, le CVS l’est sur ce qui touche la vie des usagers.`,
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
      section("Qui peut voir ou faire quoi", { rows: whoSees(facts) }),
      section("Durées", { rows: retentionRows(facts) }),
      section("Garanties", { items: [...NEVER, ...rightsOf(facts)] }),
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
