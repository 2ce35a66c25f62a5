import { createCounting } from "./formats.ts";
import { atStation } from "./of-name.ts";

const { count } = createCounting("fr");

/** The machines and their upkeep. French is the reference. */
export const machinesFr = {
  machines: {
    title: "Machines",
    lead: "Ce que chaque machine a fait depuis la dernière aiguille, la dernière huile et la dernière révision.",
    due: "À faire",
    dueNone: "Rien n’est à faire.",
    all: "Toutes les machines",
    none: "Il n’y a pas encore de poste.",
    describe: "Décrire les lignes et les postes",
    machine: "Poste",
    today: "Points aujourd’hui",
    kinds: { needle: "Aiguille", oil: "Huile", service: "Révision" },
    isDue: "à faire",
    never: "jamais notée",
    doneOn: (day: string) => `le ${day}`,
    stitches: (n: string, of: string) => `${n}\u00a0points sur ${of}`,
    hours: (n: string, of: string) => `${n}\u00a0h sur ${of}`,
    days: (n: number, of: string) => `${count(n, "jour travaillé", "jours travaillés")} sur ${of}`,
    reached: (percent: string) => `${percent} de la limite`,
    share: (n: string) => `${n}\u00a0%`,
    done: "Fait",
    doneOf: (kind: string, station: string) => `Fait\u00a0: ${kind}, ${station}`,
    doneSaid: (kind: string, station: string) => `${kind} notée ${atStation(station)}.`,
    limits: "Changer les limites",
    availability: "Compteur entendu",
    availabilityHint:
      "Part du temps de travail où le compteur a été entendu, jour par jour. Un compteur muet ne dit pas que la machine était arrêtée.",
    noDayYet: "Aucun jour travaillé n’est encore terminé.",
  },
};
