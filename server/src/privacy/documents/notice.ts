import {
  figureClauses,
  KEPT_ABOUT,
  modeClauses,
  NEVER,
  NOT_WORKING_TIME,
  retentionRows,
  rightsOf,
} from "./clauses.ts";
import { type DocumentFacts, type PrivacyDocument, section } from "./document.ts";
import { whoSees } from "./words.ts";

/** « Note d’information », for everybody who works in the workshop. */
export function writeNotice(facts: DocumentFacts): PrivacyDocument {
  return {
    kind: "notice",
    day: facts.day,
    title: "Note d’information sur les données des personnes",
    mark: null,
    lead: [
      `L’atelier « ${facts.workshop} » utilise Trame pour compter les pièces des machines, suivre les paquets et les commandes, et appeler de l’aide. Cette note dit ce qui est gardé sur les personnes, qui le voit et combien de temps.`,
    ],
    sections: [
      section("Qui répond de ces données", {
        rows: [
          { name: "Responsable du traitement", text: facts.workshop },
          { name: "Personne à qui en parler", text: null },
          { name: "Délégué·e à la protection des données, s’il y en a", text: null },
        ],
      }),
      section("Pourquoi", {
        paragraphs: [
          "Pour organiser le travail de l’atelier : savoir où en sont les commandes, ce qui bloque une ligne et où il faut de l’aide. Base légale : l’intérêt légitime de l’atelier à organiser sa production (RGPD, article 6).",
        ],
      }),
      section("Ce qui est gardé sur une personne", { items: KEPT_ABOUT }),
      section("Qui voit ce qu’une personne a fait", { paragraphs: modeClauses(facts) }),
      section("Ce que montrent les écrans et les rapports", { paragraphs: figureClauses(facts) }),
      section("Ce que chacun peut voir ou faire", { rows: whoSees(facts) }),
      section("Ce qui n’est jamais fait", { items: NEVER }),
      section("Combien de temps", {
        paragraphs: [
          "Ce qui a fait son temps est effacé chaque nuit, et l’effacement est vérifié, y compris dans les sauvegardes.",
        ],
        rows: retentionRows(facts),
      }),
      section("Ce qu’une personne peut demander", { items: rightsOf(facts) }),
      section("Ce que Trame n’est pas", { paragraphs: [NOT_WORKING_TIME] }),
    ],
  };
}
