import { GROUP_MIN } from "@trame/shared";
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
import { type DocumentFacts, type DocumentRow, type PrivacyDocument, section } from "./document.ts";
import { MEASURES } from "./register.ts";
import { whoSees } from "./words.ts";

/** What the workshop needs for its impact assessment; what it decides itself is left to it. */
export function writeImpact(facts: DocumentFacts): PrivacyDocument {
  return {
    kind: "impact",
    day: facts.day,
    title: "Éléments pour l’analyse d’impact (AIPD)",
    mark: "Ce sont des éléments, pas une analyse : l’atelier juge de la gravité, de la vraisemblance et de ce qu’il accepte.",
    lead: [
      "Le suivi de personnes au travail, et de personnes vulnérables, demande le plus souvent une analyse d’impact (RGPD, article 35).",
    ],
    sections: [
      section("Description", {
        paragraphs: [MAY_TELL_HEALTH],
        items: [...KEPT_ABOUT, ...KEPT_OF_ACCOUNTS],
      }),
      section("Accès", { rows: whoSees(facts) }),
      section("Nécessité et proportion", {
        paragraphs: [
          "Chaque limite aux droits des personnes doit être justifiée par le travail et proportionnée (Code du travail, article L1121-1).",
          ...[...modeClauses(facts), ...figureClauses(facts), NOT_FOR, NOT_WORKING_TIME],
        ],
      }),
      section("Durées", { rows: retentionRows(facts) }),
      section("Mesures", { items: MEASURES }),
      section("Risques", { rows: risksOf(facts) }),
      section("À écrire par l’atelier", {
        rows: [
          { name: "Avis des personnes concernées", text: null },
          { name: "Gravité et vraisemblance", text: null },
          { name: "Ce qui est accepté, et par qui", text: null },
          { name: "Date de la prochaine révision", text: null },
        ],
      }),
    ],
  };
}

/** A risk, what stands against it, and what remains. */
function risksOf({ setting }: DocumentFacts): DocumentRow[] {
  return [
    {
      name: "Un chiffre de poste désigne la personne qui y est seule",
      text: setting.stationFigures
        ? "Les chiffres par poste sont montrés, sans nom : le risque reste. L’atelier peut les retirer."
        : `Aucun chiffre par poste : groupes d’au moins ${GROUP_MIN} postes. Reste la sortie de la ligne, quand un seul poste la termine.`,
    },
    {
      name: "Le rendement d’une opération est celui de la personne qui y est seule",
      text: setting.operationMinutes
        ? "Minutes et rendement sont donnés par opération, sans nom, après consultation : le risque reste. L’atelier peut y revenir."
        : `Minutes et rendement par ligne et par jour ; plus finement à partir de ${GROUP_MIN} personnes, sans qu’une différence les redonne. Restent une ligne de moins de ${GROUP_MIN} personnes, et les pièces d’un poste rapportées au temps de présence de la ligne.`,
    },
    {
      name: "Une moyenne de peu de personnes en désigne une",
      text: `Masqué sous ${GROUP_MIN} personnes, exports compris.`,
    },
    {
      name: "Un collègue curieux regarde les données d’un autre",
      text: "Badge de la personne, et code secret si elle en veut un ; chaque regard est noté et elle le lit. Reste un badge prêté ou volé.",
    },
    {
      name: "Une tablette, un portable ou une sauvegarde sont volés",
      text: "Sessions coupées à distance, noms civils chiffrés à part, personne dans les exports. Restent une sauvegarde, qui n’est pas chiffrée et dit qui était où, et ce que les pseudonymes disent à qui connaît l’atelier.",
    },
    {
      name: "Un réglage du poste, une allure ou une absence laisse deviner un handicap ou la santé",
      text: "Ils ne sont lus que par l’encadrement et par la personne, chaque regard est noté, et Trame n’en demande pas la raison. Reste ce que l’on en déduit : si l’atelier les tient pour des données de santé, il lui faut une des exceptions du RGPD, article 9.",
    },
    {
      name: "Les chiffres servent à sanctionner ou à payer",
      text: "Aucun chiffre par personne en mode équipe, aucun classement, aucun temps d’inactivité. La note et la fiche de consultation l’excluent. Reste l’usage qu’en ferait quelqu’un malgré elles.",
    },
  ];
}
