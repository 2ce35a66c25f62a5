/** What is pressed in a dialog of a device, as it is drawn. */
export interface Sketch {
  readonly frame: "window" | "screen";
  readonly title: string;
  /** What else is in it, above. */
  readonly lines: readonly string[];
  readonly mark: "button" | "row" | "choice" | "box" | "switch";
  /** What is to be pressed, as the device calls it. */
  readonly here: string;
}

/** One thing to do, with its drawing where there is something to find. */
export interface DeviceStep {
  readonly say: string;
  readonly sketch: Sketch | null;
}

export interface DeviceSteps {
  readonly name: string;
  readonly steps: readonly DeviceStep[];
}

/** A sort of device, by its system. */
export type DeviceKind = "android" | "windows" | "ipad" | "firefox" | "mac";

export interface TrustDevices {
  readonly devices: Readonly<Record<DeviceKind, DeviceSteps>>;
}

const REOPEN: DeviceStep = { say: "Fermez le navigateur et rouvrez-le.", sketch: null };

/** How each sort of device takes the certificate. French is the reference. */
export const trustDevicesFr: TrustDevices = {
  devices: {
    android: {
      name: "Tablette ou téléphone Android",
      steps: [
        {
          say: "Ouvrez les Paramètres et cherchez «\u00a0certificat CA\u00a0». Touchez «\u00a0Certificat CA\u00a0».",
          sketch: {
            ...{ frame: "screen", title: "Installer un certificat", mark: "row" },
            ...{ lines: ["Certificat Wi-Fi"], here: "Certificat CA" },
          },
        },
        {
          say: "La tablette prévient. Touchez «\u00a0Installer quand même\u00a0».",
          sketch: {
            ...{ frame: "screen", title: "Vos données…", mark: "button" },
            ...{ lines: ["Ne pas installer"], here: "Installer quand même" },
          },
        },
        {
          say: "Choisissez le fichier trame-atelier.crt dans les téléchargements.",
          sketch: {
            ...{ frame: "screen", title: "Téléchargements", mark: "row" },
            ...{ lines: [], here: "trame-atelier.crt" },
          },
        },
        REOPEN,
      ],
    },
    windows: {
      name: "Windows, avec Edge ou Chrome",
      steps: [
        {
          say: "Si le navigateur hésite à télécharger, choisissez «\u00a0Conserver\u00a0». Double-cliquez sur le fichier, puis sur «\u00a0Installer un certificat\u00a0».",
          sketch: {
            ...{ frame: "window", title: "Certificat", mark: "button" },
            ...{ lines: ["Délivré à\u00a0: Trame"], here: "Installer un certificat…" },
          },
        },
        {
          say: "Choisissez «\u00a0Ordinateur local\u00a0», puis «\u00a0Suivant\u00a0».",
          sketch: {
            ...{ frame: "window", title: "Emplacement de stockage", mark: "choice" },
            ...{ lines: ["Utilisateur actuel"], here: "Ordinateur local" },
          },
        },
        {
          say: "Choisissez «\u00a0Placer tous les certificats dans le magasin suivant\u00a0», puis «\u00a0Parcourir\u00a0».",
          sketch: {
            ...{ frame: "window", title: "Magasin de certificats", mark: "choice" },
            ...{ lines: ["Sélectionner automatiquement…"], here: "Placer tous les certificats…" },
          },
        },
        {
          say: "Prenez «\u00a0Autorités de certification racines de confiance\u00a0», puis «\u00a0OK\u00a0», «\u00a0Suivant\u00a0», «\u00a0Terminer\u00a0».",
          sketch: {
            ...{ frame: "window", title: "Sélectionner un magasin", mark: "row" },
            ...{ lines: ["Personnel"], here: "… racines de confiance" },
          },
        },
        REOPEN,
      ],
    },
    ipad: {
      name: "iPad ou iPhone",
      steps: [
        {
          say: "Ouvrez cette page dans Safari, téléchargez le fichier et touchez «\u00a0Autoriser\u00a0».",
          sketch: {
            ...{ frame: "screen", title: "Profil de configuration", mark: "button" },
            ...{ lines: ["Ignorer"], here: "Autoriser" },
          },
        },
        {
          say: "Ouvrez Réglages\u00a0: touchez «\u00a0Profil téléchargé\u00a0», puis «\u00a0Installer\u00a0».",
          sketch: {
            ...{ frame: "screen", title: "Réglages", mark: "row" },
            ...{ lines: [], here: "Profil téléchargé" },
          },
        },
        {
          say: "Allez dans Général, Informations, et tout en bas «\u00a0Réglages des certificats\u00a0».",
          sketch: {
            ...{ frame: "screen", title: "Informations", mark: "row" },
            ...{ lines: ["Nom", "Version"], here: "Réglages des certificats" },
          },
        },
        {
          say: "Allumez l’interrupteur à côté de «\u00a0Trame\u00a0».",
          sketch: {
            ...{ frame: "screen", title: "Réglages des certificats", mark: "switch" },
            ...{ lines: [], here: "Trame" },
          },
        },
      ],
    },
    firefox: {
      name: "Firefox, sur un ordinateur",
      steps: [
        {
          say: "Ouvrez les Paramètres, puis «\u00a0Vie privée et sécurité\u00a0», et tout en bas «\u00a0Afficher les certificats\u00a0».",
          sketch: {
            ...{ frame: "window", title: "Vie privée et sécurité", mark: "button" },
            ...{ lines: ["Certificats"], here: "Afficher les certificats…" },
          },
        },
        {
          say: "Dans «\u00a0Autorités\u00a0», choisissez «\u00a0Importer\u00a0» et prenez le fichier.",
          sketch: {
            ...{ frame: "window", title: "Autorités", mark: "button" },
            ...{ lines: ["Voir…", "Exporter…"], here: "Importer…" },
          },
        },
        {
          say: "Cochez «\u00a0Confirmer cette AC pour identifier des sites web\u00a0», puis «\u00a0OK\u00a0».",
          sketch: {
            ...{ frame: "window", title: "Téléchargement du certificat", mark: "box" },
            ...{ lines: [], here: "… identifier des sites web" },
          },
        },
      ],
    },
    mac: {
      name: "Mac, avec Safari ou Chrome",
      steps: [
        {
          say: "Double-cliquez sur le fichier téléchargé\u00a0: «\u00a0Trousseaux d’accès\u00a0» s’ouvre. Double-cliquez sur «\u00a0Trame\u00a0» dans la liste.",
          sketch: {
            ...{ frame: "window", title: "Trousseaux d’accès", mark: "row" },
            ...{ lines: [], here: "Trame" },
          },
        },
        {
          say: "Ouvrez «\u00a0Se fier\u00a0» et choisissez «\u00a0Toujours approuver\u00a0». Fermez la fenêtre et tapez votre mot de passe.",
          sketch: {
            ...{ frame: "window", title: "Se fier", mark: "row" },
            ...{ lines: ["Réglages par défaut"], here: "Toujours approuver" },
          },
        },
        REOPEN,
      ],
    },
  },
};
