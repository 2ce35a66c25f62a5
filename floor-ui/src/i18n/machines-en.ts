import { createCounting } from "./formats.ts";
import type { machinesFr } from "./machines-fr.ts";

const { count } = createCounting("en");

/** The machines and their upkeep. */
export const machinesEn: typeof machinesFr = {
  machines: {
    title: "Machines",
    lead: "What each machine has done since its last needle, its last oil and its last service.",
    due: "To do",
    dueNone: "Nothing is due.",
    all: "All machines",
    none: "There is no station yet.",
    describe: "Describe lines and stations",
    machine: "Station",
    today: "Stitches today",
    kinds: { needle: "Needle", oil: "Oil", service: "Service" },
    isDue: "due",
    never: "never noted",
    doneOn: (day: string) => `on ${day}`,
    stitches: (n: string, of: string) => `${n} stitches of ${of}`,
    hours: (n: string, of: string) => `${n} h of ${of}`,
    days: (n: number, of: string) => `${count(n, "working day", "working days")} of ${of}`,
    reached: (percent: string) => `${percent} of the limit`,
    share: (n: string) => `${n}%`,
    done: "Done",
    doneOf: (kind: string, station: string) => `Done: ${kind}, ${station}`,
    doneSaid: (kind: string, station: string) => `${kind} noted at ${station}.`,
    limits: "Change the limits",
    availability: "Counter heard",
    availabilityHint:
      "Share of the working time in which the counter was heard, day by day. A silent counter does not mean that the machine stood still.",
    noDayYet: "No working day is over yet.",
  },
};
