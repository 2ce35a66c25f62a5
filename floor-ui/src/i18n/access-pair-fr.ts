/** A screen that waits to be let in. French is the reference. */
export const accessPairFr = {
  pair: {
    wallTitle: "Cet écran attend d’être accepté",
    stationTitle: "Cette tablette attend d’être acceptée",
    code: "Code de l’écran",
    steps: {
      open: "Sur votre téléphone ou votre tablette, ouvrez",
      go: "puis «\u00a0Accès\u00a0», «\u00a0Ajouter un écran\u00a0», et tapez ce code.",
    },
    wallThen: "L’écran s’affiche ensuite tout seul.",
    stationThen: "Le poste s’ouvre ensuite tout seul.",
    asking: "Demande d’un code…",
    unreached: "Le serveur ne répond pas. L’écran réessaie tout seul.",
    show: "Afficher le code de cette tablette",
    signIn: "Se connecter ici",
  },
};
