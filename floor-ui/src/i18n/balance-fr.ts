/** Who does what today. French is the reference. */
export const balanceFr = {
  balance: {
    title: "Qui fait quoi aujourd’hui",
    lead: "Trame propose, vous décidez. Rien ne change tant que vous n’avez pas accepté.",
    line: "Ligne",
    order: "Commande",
    orderOf: ({ order, name, customer }: { order: string; name: string; customer: string }) =>
      `${order} · ${name} · ${customer}`,
    noLine: "Il n’y a pas encore de ligne dans le plan.",
    noOrder:
      "Aucune commande lancée n’a d’opération à faire sur cette ligne. Lancez une commande, ou vérifiez les opérations des postes.",
    toFloor: "Retour à l’atelier",
  },
  team: {
    title: "Équipe du jour",
    present: ({ station }: { station: string }) => `présent·e, ${station}`,
    expected: ({ station }: { station: string }) => `attendu·e, ${station}`,
    free: "libre",
    away: "absent·e",
    knowsNone: "aucune opération de cette commande dans ses compétences",
    counted: (name: string) => `Compter avec ${name}`,
    markAway: "Absent·e",
    markAwayOf: (name: string) => `${name} est absent·e`,
    markBack: "De retour",
    markBackOf: (name: string) => `${name} est de retour`,
    none: "Personne n’est inscrit, ou personne ne travaille aujourd’hui.",
    toPeople: "Noter les compétences",
    isAway: (name: string) => `${name} est absent·e.`,
    isBack: (name: string) => `${name} est de retour.`,
  },
  division: {
    title: "Charge par poste",
    lead: "Minutes prévues pour une pièce, au rythme de chaque personne. Le poste le plus chargé donne la cadence de la ligne.",
    propose: "Proposer",
    proposeAgain: "Proposer à nouveau",
    searching: "Je cherche…",
    accept: "Accepter",
    ignore: "Ignorer",
    accepted: "C’est noté\u00a0: chaque personne est attendue à son poste.",
    ignored: "La proposition est oubliée. Rien n’a changé.",
    empty: "Demandez une proposition pour les personnes cochées.",
    because: ({ why, then }: { why: string; then: string }) => `${why} ${then}`,
    newOne: "Voici une nouvelle proposition.",
    isDraft: "Proposition, pas encore acceptée.",
    isChanged: "Proposition changée par vous, pas encore acceptée.",
    isAccepted: (time: string) => `Accepté à ${time}.`,
    exact: "La meilleure répartition possible, c’est prouvé.",
    good: "Bonne proposition, pas prouvée la meilleure.",
    stale: "Ce qui a été accepté ne tient plus.",
    missing: (names: string) => `Manque\u00a0: ${names}.`,
    came: (names: string) => `Est arrivé·e\u00a0: ${names}.`,
    otherTasks: "Les opérations de la ligne ne sont plus les mêmes.",
    nobodyKnows: (operations: string) =>
      `Parmi les personnes cochées, personne ne connaît\u00a0: ${operations}. Cochez quelqu’un d’autre, ou notez la compétence.`,
    nobody: "Cochez au moins une personne.",
    slowest: "le plus chargé",
    slowestMinutes: "Poste le plus chargé",
    takt: "Takt",
    taktHint: "le trait sur chaque barre\u00a0: ce qu’il faudrait par pièce pour tenir l’objectif",
    noTakt: "pas d’objectif",
    balance: "Équilibrage",
    output: "Sortie possible",
    perHour: (pieces: string) => `${pieces}\u00a0pièces/h`,
    perDay: (pieces: string) => `soit ${pieces} sur la journée, sans arrêt`,
    isShort: "Au-dessus du takt\u00a0: à ce rythme, l’objectif ne serait pas tenu.",
    idle: "sans opération\u00a0: disponible pour aider",
    minutes: (minutes: string) => `${minutes}\u00a0min`,
    bar: ({ station, minutes, takt }: { station: string; minutes: string; takt: string }) =>
      `${station}\u00a0: ${minutes} par pièce, takt ${takt}`,
    barAlone: ({ station, minutes }: { station: string; minutes: string }) =>
      `${station}\u00a0: ${minutes} par pièce`,
    share: ({ operation, share, shares }: { operation: string; share: number; shares: number }) =>
      `${operation} (part ${share} sur ${shares})`,
    who: (operation: string) => `Qui fait ${operation}`,
    cannot: ({ name }: { name: string }) => `${name} — ne connaît pas`,
    shared: (stations: string) =>
      `Deux personnes sur le même poste\u00a0: ${stations}. Elles s’y relaient.`,
    backwards: (operations: string) =>
      `Des paquets reviendraient en arrière pour\u00a0: ${operations}.`,
    moved: ({ operation, name, minutes }: { operation: string; name: string; minutes: string }) =>
      `${operation} est pour ${name}. Poste le plus chargé\u00a0: ${minutes}.`,
    /** Those who would have nothing to do. */
    idleNames: (names: string) =>
      `Sans opération une fois accepté, à affecter ailleurs\u00a0: ${names}.`,
    idleNow: (name: string) => `${name} n’a plus d’opération.`,
    noStation: "sans poste",
  },
};
