import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** What people ask about their data, their names and whom somebody accompanies, at the team's desk. French is the reference. */
export const peopleOwnFr = {
  requests: {
    title: "Demandes sur les données",
    lead: "Chaque personne peut demander une correction, s’opposer ou demander l’effacement. Répondez avec des mots simples, dans le mois\u00a0: elle le lit à son poste.",
    none: "Personne n’a rien demandé.",
    open: (n: number) => count(n, "demande attend", "demandes attendent"),
    kind: { correction: "Corriger", objection: "S’opposer", deletion: "Effacer" },
    about: {
      sheet: "sa fiche",
      skills: "son savoir-faire",
      presence: "où elle ou il était",
      work: "son travail",
      name: "son nom",
      all: "tout",
    },
    line: (kind: string, about: string) => `${kind}\u00a0: ${about}`,
    asked: (day: string) => `demandé le ${day}`,
    before: (day: string) => `à répondre avant le ${day}`,
    answered: (day: string) => `répondu le ${day}`,
    answer: "Réponse",
    choose: "Choisir",
    todo: {
      correction: "Corrigez d’abord, puis répondez.",
      objection: "Voyez d’abord ce qui peut changer, puis répondez.",
      deletion:
        "Pour tout effacer\u00a0: «\u00a0Retirer…\u00a0», sur sa ligne. Sinon, dites ce qui est gardé, et pourquoi.",
    },
    answers: { done: "C’est fait", partly: "C’est fait en partie", refused: "Non" },
    words: "Ce que la personne lira",
    wordsHint: "Obligatoire si tout n’est pas fait\u00a0: dites pourquoi.",
    send: "Répondre",
    sendTo: (name: string) => `Répondre à ${name}`,
    sent: (name: string) => `${name} lira la réponse à son poste.`,
  },
  names: {
    title: "Noms civils",
    lead: "Facultatifs, gardés sous clé, montrés ici seulement. Chaque ouverture est notée, et les personnes la voient.",
    show: "Afficher les noms",
    hide: "Cacher les noms",
    name: "Nom civil",
    nameOf: (pseudonym: string) => `Nom civil de ${pseudonym}`,
    save: "Enregistrer",
    saveOf: (pseudonym: string) => `Enregistrer le nom de ${pseudonym}`,
    saved: (pseudonym: string) => `Le nom de ${pseudonym} est gardé.`,
    unreadable: (n: number) =>
      `${count(n, "nom ne se lit pas", "noms ne se lisent pas")}\u00a0: la clé n’est pas sur cette machine.`,
    key: "Clé des noms",
    keyLead:
      "Elle est sur cette machine, dans le fichier names-key, et dans aucune sauvegarde. Restaurée sur une autre machine, une sauvegarde ne donne donc aucun nom tant que cette clé n’y est pas remise.",
    keyNone:
      "Il n’y a pas encore de clé sur cette machine\u00a0: elle est faite avec le premier nom. Si les noms viennent d’une sauvegarde, remettez ici la clé imprimée.",
    keyShow: "Montrer la clé, une seule fois",
    keyShown: "Imprimez cette clé et gardez-la à part, sous enveloppe. Elle ne sera plus montrée.",
    keyPrint: "Imprimer",
    keyGone: "La clé a été montrée une fois.",
    keyType: "Clé imprimée",
    keyRestore: "Remettre la clé",
    keyRestored: "Les noms se lisent à nouveau.",
  },
  accompanied: {
    title: "Accompagner une personne",
    lead: "Vous êtes la personne nommée pour accompagner. Une personne à la fois\u00a0; elle voit chaque regard.",
    forOne: (name: string | null) =>
      `Seul le compte ${name === null ? "nommé" : `«\u00a0${name}\u00a0»`} voit les progrès d’une personne, une à la fois. Chaque personne voit qui a regardé.`,
    person: "Personne",
    choose: "Choisir",
    open: "Voir ses progrès",
    close: "Fermer",
    operation: "Opération",
    days: "Jours",
    first: "Au début",
    latest: "Maintenant",
    pace: (pieces: string) => `${pieces}\u00a0pièces/h`,
    few: "trop peu de jours",
    none: "Il n’y a encore rien à montrer.",
    ofOwn: "Comparé à ses propres premiers jours, jamais à d’autres.",
  },
  pin: {
    remove: "Retirer le code secret",
    removeOf: (pseudonym: string) => `Retirer le code secret de ${pseudonym}`,
    sure: "Son badge suffira.",
    yes: "Retirer",
    no: "Garder",
    removed: "Le code secret est retiré.",
  },
};
