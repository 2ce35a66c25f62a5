import { createCounting } from "./formats.ts";
import { simpleFr } from "./simple-fr.ts";
import { stationFr } from "./station-fr.ts";
import { wallFr } from "./wall-fr.ts";

const { count } = createCounting("fr");

/** French is the reference: English has the same keys, or does not compile. */
export const fr = {
  state: {
    running: "En marche",
    waiting: "En attente",
    stopped: "À l’arrêt",
    noData: "Sans données",
    noCounter: "Sans compteur",
    closed: "Fermé",
  },
  live: {
    upToDate: (seconds: string) => `À jour · il y a ${seconds}\u00a0s`,
    reconnecting: (seconds: string) => `Reconnexion · il y a ${seconds}\u00a0s`,
    dataOf: (time: string) => `Données de ${time}`,
    lostSince: (time: string) => `Connexion perdue depuis ${time}`,
    neverThere: "Pas de réponse du serveur",
    connecting: "Connexion",
    broken: "Écran à relancer",
    brokenHint: "Il se relance dès que le serveur répond.",
  },
  backup: {
    late: (ago: string) => `Dernière sauvegarde vérifiée\u00a0: ${ago}`,
    none: "Aucune sauvegarde vérifiée",
  },
  home: {
    title: "Trame",
    lead: "Les pièces de l’atelier, comptées à la machine et montrées en direct.",
    walls: "Écrans muraux",
    wallAll: "Toutes les lignes",
    wallAllHint: "change de page toutes les 20\u00a0s si elles ne tiennent pas",
    lineStations: (n: number) => count(n, "poste", "postes"),
    lineDone: (n: number) => count(n, "pièce faite", "pièces faites"),
    lineTarget: (target: string) => `objectif\u00a0${target}`,
    prepare: "Préparer et suivre",
    prepareLinks: {
      day: { title: "Journée", hint: "pièces, rendement, arrêts, défauts, et d’où ils viennent" },
      floor: { title: "Suivi de ligne", hint: "appels, arrêts à expliquer, affectations" },
      orders: {
        title: "Commandes et paquets",
        hint: "créer, couper, imprimer les tickets, suivre",
      },
      stations: { title: "Postes", hint: "une tablette par poste" },
      inspect: { title: "Contrôle qualité", hint: "son lien est à côté de celui du poste" },
      follow: { title: "À régler", hint: "ce qui ne va pas ensemble, ce qui est resté ouvert" },
      import: { title: "Importer", hint: "modèles, gammes, commandes, équipe" },
      exports: { title: "Exports", hint: "les chiffres en fichiers, à la demande ou chaque soir" },
      settings: { title: "Réglages", hint: "horaires, lignes et postes, compteurs, seuils" },
      backups: { title: "Sauvegardes", hint: "où elles sont, en faire une, en reprendre une" },
    },
    forDesk: "Au bureau",
    csv: "Journée en CSV, pour Excel",
    csvHint: "une ligne par poste et par heure",
    docs: "Interface HTTP",
    docsHint: "chaque adresse, avec un exemple",
    guides: "Guides",
    guidesLead: "Dans le dossier de Trame, sur l’ordinateur qui le fait tourner\u00a0:",
    guideStart: "Démarrer dans l’atelier",
    guideStartHint: "ouvrir au réseau, décrire l’atelier, sauvegarder",
    guideStation: "Ouvrir un poste",
    guideStationHint: "du tissu coupé au premier paquet scanné",
    guideFloor: "Suivre une ligne",
    guideFloorHint: "appels, arrêts, objectif, équipe, sur tablette ou téléphone",
    guideDay: "La journée",
    guideDayHint: "lire les chiffres d’un jour, et les faits dont ils viennent",
    guideOrders: "Les commandes",
    guideOrdersHint: "avancement, fin prévue, ce qui retarde, cartons",
    guideExports: "Exporter",
    guideExportsHint: "les fichiers, leurs colonnes, et l’export du soir",
    guideSettings: "Régler l’atelier",
    guideSettingsHint: "horaires, lignes, compteurs, causes, défauts, seuils",
    guideBackups: "Sauvegarder et restaurer",
    guideBackupsHint: "un second dossier, et que faire si l’ordinateur lâche",
    guideWall: "Les écrans du mur",
    guideWallHint: "ce qu’ils montrent, lequel choisir, et la rotation",
    guideImport: "Importer",
    guideImportHint: "les colonnes d’un fichier, avec un exemple de chaque sorte",
    guideWire: "Brancher un compteur",
    guideWireHint: "un ESP32, ou un module Tasmota du commerce",
    guideTry: "Essayer sans compteur",
    guideTryHint: "un atelier simulé, avec un mauvais réseau",
    otherLanguage: "English",
    looking: "Recherche du serveur de l’atelier",
  },
  first: {
    title: "Premier démarrage",
    lead: "L’atelier est vide. Sept questions, une dizaine de minutes, et la première pièce est comptée.",
    go: "Commencer",
    leadBegun: "Vos réponses sont gardées.",
    resume: (at: string) => `Reprendre à la question ${at}`,
  },
  ...stationFr,
  ...simpleFr,
  ...wallFr,
};

/** What every language must say. */
export type Dictionary = typeof fr;
