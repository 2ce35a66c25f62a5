/** A screen that waits to be let in. French is the reference. */
export const accessPairFr = {
  pair: {
    wallTitle: "Cet écran attend d’être accepté",
    stationTitle: "Cette tablette attend d’être acceptée",
    code: "Code de l’écran",
    steps: {
      open: "Sur un autre appareil, connectez-vous à",
      go: "puis «\u00a0Accès\u00a0», «\u00a0Ajouter un écran\u00a0», et tapez ce code.",
    },
    wallThen: "L’écran s’affiche ensuite tout seul.",
    stationThen: "Le poste s’ouvre ensuite tout seul.",
    asking: "Demande d’un code…",
    unreached: "Le serveur ne répond pas. L’écran réessaie tout seul.",
    plain:
      "Pour l’appareil photo, et pour que les codes secrets ne se lisent pas sur le réseau, ouvrez plutôt cette tablette à",
    trust: "Lui faire reconnaître Trame, une fois",
    show: "Afficher le code de cette tablette",
    signIn: "Se connecter ici",
  },
};
