import { trustDevicesFr } from "./trust-devices-fr.ts";

/** How a device comes to trust this server. French is the reference. */
export const trustFr = {
  title: "Faire confiance à Trame",
  lead: "Pour se connecter avec son mot de passe, il faut une connexion protégée\u00a0: «\u00a0https\u00a0». Chaque appareil doit d’abord reconnaître ce serveur, une seule fois.",
  off: "La connexion protégée est éteinte sur ce serveur\u00a0: les écrans marchent, mais personne ne peut se connecter depuis un autre appareil.",
  own: "Ce serveur a le certificat de votre atelier\u00a0: il n’y a rien à installer. Si un appareil affiche un avertissement, parlez-en à la personne qui gère le réseau.",
  compare: "1. Comparez",
  compareLead:
    "Lisez ces huit mots à voix haute devant l’ordinateur de Trame\u00a0: il affiche les mêmes à son démarrage. S’ils sont différents, arrêtez-vous et prévenez quelqu’un.",
  hex: "Empreinte SHA-256",
  download: "2. Téléchargez le certificat",
  downloadLead: "Il ne contient aucun secret, et ne vaut que pour le réseau de l’atelier.",
  file: "Télécharger trame-atelier.crt",
  install: "3. Installez-le sur cet appareil",
  ...trustDevicesFr,
  /** Of a drawing, for whoever hears the page. */
  drawn: (title: string, here: string) =>
    `Dessin\u00a0: dans «\u00a0${title}\u00a0», appuyer sur «\u00a0${here}\u00a0».`,
  drawnOn: (title: string, here: string) =>
    `Dessin\u00a0: dans «\u00a0${title}\u00a0», allumer ou cocher «\u00a0${here}\u00a0».`,
  done: "4. Vérifiez",
  doneLead: "Ouvrez l’adresse protégée\u00a0: un cadenas s’affiche, sans avertissement.",
  open: (address: string) => `Ouvrir ${address}`,
};
