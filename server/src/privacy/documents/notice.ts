import {
  figureClauses,
  KEPT_ABOUT,
  KEPT_OF_ACCOUNTS,
  MAY_TELL_HEALTH,
  modeClauses,
  NEVER,
  NOT_FOR,
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
      "Elle est remise à chaque personne avant que Trame serve, puis à chaque changement qui montre davantage (RGPD, articles 13 et 14 ; Code du travail, article L1222-4 pour les salariés).",
    ],
    sections: [
      section("Qui répond de ces données", {
        rows: [
          { name: "Responsable du traitement", text: facts.workshop },
          { name: "Ses coordonnées", text: null },
          { name: "Personne à qui en parler", text: null },
          { name: "Délégué·e à la protection des données, s’il y en a", text: null },
        ],
      }),
      section("Pourquoi", {
        paragraphs: [
          "Pour organiser le travail de l’atelier : savoir où en sont les commandes, ce qui bloque une ligne et où il faut de l’aide. Base légale : l’intérêt légitime de l’atelier à organiser sa production (RGPD, article 6.1.f).",
          NOT_FOR,
        ],
      }),
      section("Ce qui est gardé sur une personne", {
        paragraphs: [
          "Cela vient de la personne, des badges lus aux postes, et de l’encadrement qui tient les fiches.",
          MAY_TELL_HEALTH,
        ],
        items: [...KEPT_ABOUT, ...KEPT_OF_ACCOUNTS],
      }),
      section("Est-ce obligatoire ?", {
        paragraphs: [
          "Une pièce compte aussi quand personne n’a badgé. Le pictogramme, le code secret, l’allure et le nom civil ne sont pas nécessaires : s’en passer ne prive de rien.",
        ],
      }),
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
      section("Ce qu’une personne peut demander", {
        paragraphs: [
          "Ces droits sont ceux du RGPD (articles 15 à 21). Qui a un compte les demande à la personne nommée en haut.",
        ],
        items: rightsOf(facts),
      }),
      section("Ce que Trame n’est pas", { paragraphs: [NOT_WORKING_TIME] }),
    ],
  };
}
