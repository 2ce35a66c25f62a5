import { createCounting } from "./formats.ts";
import type { settingsListsFr } from "./settings-lists-fr.ts";

const { count } = createCounting("en");

/** Causes, defects and thresholds. */
export const settingsListsEn: typeof settingsListsFr = {
  lists: {
    french: "In French",
    english: "In English",
    frenchOf: (what: string) => `In French, ${what}`,
    englishOf: (what: string) => `In English, ${what}`,
    classOf: (what: string) => `Class of ${what}`,
    class: "Class",
    classes: {
      planned: "Planned",
      waiting: "Waiting",
      machine: "Machine",
      material: "Material",
      quality: "Quality",
      organisation: "Organisation",
      support: "Support",
    },
    order: "Order",
    row: (n: number) => `row ${n}`,
    addCause: "Add a cause",
    addDefect: "Add a defect",
    firstSix: "The first six are the buttons of a stop.",
    firstOnes: "The first ones are shown first.",
    removedStays:
      "A row that is removed is offered no more; what was noted with it keeps its code.",
    added: (label: string) =>
      label === "" ? "A row without a name is added." : `“${label}” is added.`,
    removed: (label: string) => `“${label}” is offered no more.`,
    relabelled: (a: string, b: string) => `“${a}” is called “${b}” now.`,
    english2: (label: string, b: string) => `“${label}” is called “${b}” in English.`,
    reclassed: (label: string, a: string, b: string) =>
      `“${label}” changes from class ${a} to ${b}.`,
    reordered: (labels: string) => `The order becomes: ${labels}.`,
    toUsual: "The usual list takes the place of yours.",
    causes: (n: number) => count(n, "cause", "causes"),
    defects: (n: number) => count(n, "defect", "defects"),
  },
  limits: {
    calls: "Calls",
    callsLead: "A call that nobody takes is shown to everybody.",
    escalateAfterMinutes: "Shown to everybody after",
    isHeard: "Screens let it be heard too",
    stops: "Stops and waiting",
    stopsLead:
      "By operation. Empty: waiting after 2 min or 5 times the standard minutes; the cause is asked for after 5 min of stop.",
    operation: "Operation",
    wait: "Waiting after",
    waitOf: (operation: string) => `${operation}: waiting after, in minutes`,
    explain: "Cause asked after",
    explainOf: (operation: string) => `${operation}: cause asked after, in minutes`,
    upkeep: "Upkeep of machines",
    upkeepLead:
      "The first measure that is known counts: stitches, else hours of work, else working days.",
    kinds: { needle: "Needle", oil: "Oil", service: "Service" },
    measures: { stitches: "Stitches", hours: "Hours", days: "Days" },
    upkeepOf: (kind: string, measure: string) => `${kind}: ${measure}`,
    deduce: "Forgotten scans",
    deduceLead:
      "When a bundle is scanned further on, so many skipped operations are taken for done; beyond that the supervisor settles it.",
    limit: "Operations deduced at most",
    quality: "Quality",
    qualityLead: "Walls tick what is on target; beyond it the figure stays bare.",
    mostDhu: "Defects on 100 pieces, at most",
    leastFirstPass: "Good at the first look, at least",
    follow: "Bundles to follow",
    followLead: "A bundle that lingers is shown under “To settle”.",
    waitMinutes: "Waiting before an operation for",
    repairMinutes: "In repair for",
    outsideDays: "Outside for",
    units: { minutes: "min", days: "days", percent: "%" },
    change: (what: string, a: string, b: string) => `${what}: ${b} instead of ${a}.`,
    set: (what: string, a: string) => `${what}: ${a}.`,
    yes: "yes",
    no: "no",
    summary: {
      calls: (minutes: string) => `Calls after ${minutes} min`,
      quality: (dhu: string, first: string) => `DHU ${dhu}, first look ${first}`,
    },
    unread: "This must be a number.",
  },
};
