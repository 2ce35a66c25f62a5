import { showsOwn } from "@trame/shared";
import { type DocumentFacts, type PrivacyDocument, section } from "./document.ts";
import { days, dayWords } from "./words.ts";

/** The notice, easy to read: short sentences, a drawing for each idea. Not reviewed by the people it is for. */
export function writeEasyNotice(facts: DocumentFacts): PrivacyDocument {
  const { setting, workshop } = facts;
  return {
    kind: "easy",
    day: facts.day,
    title: "Mes données à l’atelier",
    mark: "Pas encore relu par les personnes concernées : à relire avec elles avant de l’afficher.",
    lead: [`Cette page est pour les personnes qui travaillent à l’atelier « ${workshop} ».`],
    sections: [
      section("Trame compte", {
        pictogram: "grid",
        paragraphs: ["Trame compte les pièces des machines.", "Trame suit les paquets."],
      }),
      section("Ce que Trame sait de moi", {
        pictogram: "people",
        paragraphs: [
          "Trame connaît mon surnom et mon badge.",
          "Trame sait à quel poste je suis.",
          "Trame sait quand je suis là.",
          "Trame sait ce que je sais faire.",
          "Trame sait comment je veux mon poste.",
          "L’atelier peut noter mon rythme de travail.",
          "Mon vrai nom est gardé sous clé, si l’atelier l’a écrit.",
          "Quand mon chef ou ma cheffe lit mon nom, je peux le savoir.",
        ],
      }),
      section("Qui voit ce que je fais", { pictogram: "lock", paragraphs: easySeeing(facts) }),
      section("Combien de temps", {
        pictogram: "calendar",
        paragraphs: [
          `Trame oublie à quel poste j’étais après ${days(setting.retention.assignmentsDays)}.`,
        ],
      }),
      section("Mes droits", {
        pictogram: "key",
        paragraphs: [
          "Je peux voir ce que Trame sait de moi.",
          "Je badge à un poste et j’ouvre « Mes données ».",
          "Je peux dire : c’est faux.",
          "Je peux dire : je ne veux pas.",
          "Je peux dire : oubliez-moi.",
          "On me répond dans le mois.",
          "Je peux me plaindre à la CNIL.",
        ],
      }),
      section("J’ai une question", {
        pictogram: "speech",
        paragraphs: ["Je demande à cette personne :"],
        rows: [{ name: "Nom", text: null }],
      }),
    ],
  };
}

function easySeeing({ setting, supervisor }: DocumentFacts): string[] {
  return [
    "Sur le mur, personne ne voit mes pièces à moi.",
    "Personne ne me compare aux autres.",
    "Ces chiffres ne servent pas à me punir, ni à me payer.",
    showsOwn(setting) || setting.myDay
      ? "Sur ma tablette, on voit mon surnom et mon paquet."
      : "Sur ma tablette, on voit mon dessin et mon paquet.",
    ...(showsOwn(setting) ? ["Je peux voir mes pièces, avec mon badge."] : []),
    ...(setting.mode === "accompanied"
      ? [
          `Une personne peut les voir avec moi : ${supervisor ?? "à nommer"}.`,
          "Quand elle regarde, je peux le savoir.",
        ]
      : ["Mon chef ou ma cheffe ne voit pas mes pièces à moi."]),
    ...(setting.myDay
      ? ["Au poste, je vois mes pièces du jour.", "Qui regarde ma tablette peut les voir."]
      : []),
    ...(setting.stationFigures
      ? [
          "On voit les pièces de chaque poste, sans nom.",
          "Si je suis la seule personne à mon poste, on peut deviner.",
        ]
      : ["On ne voit pas les pièces d’un seul poste."]),
    ...(setting.operationMinutes
      ? [
          "Les rapports disent le temps passé sur chaque opération, sans nom.",
          "Si je suis la seule personne à la faire, on peut deviner.",
        ]
      : ["Les rapports ne disent pas le temps que je passe sur une opération."]),
    ...(setting.since === null ? [] : [`C’est comme cela depuis le ${dayWords(setting.since)}.`]),
  ];
}
