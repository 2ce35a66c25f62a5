/** Exports: what, which days, which file; and what the server puts into a folder each evening. French is the reference. */
export const exportsFr = {
  exports: {
    title: "Exports",
    what: "Que voulez-vous sortir\u00a0?",
    days: "Quels jours\u00a0?",
    file: "Quel fichier\u00a0?",
    kinds: {
      production: {
        name: "Production",
        about: "Pièces, minutes et rendement, par commande et opération",
      },
      orders: {
        name: "Commandes",
        about: "Commandé, coupé, fait et restant, par taille et coloris",
      },
      quality: { name: "Qualité", about: "Contrôles et défauts, par ligne et commande" },
      stops: { name: "Arrêts", about: "Chaque arrêt, avec sa cause et sa durée" },
      stitches: { name: "Points et coupes", about: "Ce que les compteurs ont vu, heure par heure" },
      attendance: { name: "Présence", about: "Minutes par ligne et par jour, sans personne" },
    },
    spans: {
      today: "Aujourd’hui",
      yesterday: "Hier",
      week: "Cette semaine",
      month: "Ce mois",
    },
    from: "Du",
    to: "Au",
    ordersNow: "Les commandes sont données telles qu’elles sont maintenant.",
    formats: {
      xlsx: { name: "Excel", about: "Pour calculer et filtrer\u00a0: une feuille par niveau" },
      csv: { name: "CSV pour Excel", about: "Un seul tableau, qui s’ouvre dans Excel en français" },
      "csv-plain": { name: "CSV brut", about: "Pour un autre logiciel\u00a0: virgules et points" },
      pdf: { name: "PDF à remettre", about: "Une page A4 à imprimer ou à envoyer" },
      json: { name: "JSON", about: "Pour un programme\u00a0: tous les niveaux" },
    },
    oneDay: (kind: string, day: string) => `${kind}, le ${day}`,
    someDays: (kind: string, from: string, to: string) => `${kind}, du ${from} au ${to}`,
    faults: {
      missing: "Choisissez les deux dates.",
      reversed: "La première date est après la seconde.",
      long: "C’est trop long\u00a0: 400\u00a0jours au plus.",
    },
    evening: {
      title: "Chaque soir, tout seul",
      lead: "Dix minutes après la fin de la dernière équipe, le serveur écrit les fichiers du jour dans un dossier. Une journée corrigée plus tard est écrite une deuxième fois, à côté\u00a0: «\u00a0-v2\u00a0».",
      on: "Écrire les fichiers chaque soir",
      folder: "Dossier",
      folderHint: "Son chemin complet, sur l’ordinateur du serveur",
      kinds: "Ce qui est écrit",
      formats: "Fichiers",
      language: "Langue des fichiers",
      languages: { fr: "Français", en: "Anglais" },
      off: "Rien n’est écrit le soir.",
      next: (moment: string) => `Prochains fichiers\u00a0: ${moment}.`,
      waiting: "Aucun fichier écrit pour l’instant.",
      last: (day: string, moment: string) => `Journée du ${day} écrite le ${moment}.`,
      lastAgain: (day: string, version: number, moment: string) =>
        `Journée du ${day} écrite de nouveau le ${moment}, version ${version}.`,
      failing: "Les fichiers du soir ne sont pas écrits",
      failingSince: (moment: string) =>
        `Depuis le ${moment}. Le serveur réessaie toutes les minutes.`,
      tellOn: "Les fichiers sont écrits chaque soir.",
      tellOff: "Plus rien n’est écrit le soir.",
      tell: (field: string, before: string, after: string) =>
        `${field}\u00a0: ${before} devient ${after}.`,
      none: "rien",
    },
  },
};
