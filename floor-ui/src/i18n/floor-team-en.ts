import { createCounting } from "./formats.ts";

const { count, word } = createCounting("en");

/** The supervisor's page: people, machines, counters, what is to be settled. */
export const floorTeamEn = {
  floorTeam: {
    title: "Assign",
    held: (n: number) => count(n, "station held", "stations held"),
    none: "Nobody is free.",
    needsSignIn: "Sign in to see who is where.",
    to: (station: string) => station,
    toOf: (name: string, station: string) => `Send ${name}: ${station}`,
    choose: "Choose",
    chooseOf: (name: string) => `Choose a station for ${name}`,
    where: (name: string) => `Where does ${name} go?`,
    unknown: "not noted",
    unknownHint:
      "“Not noted”: the operation is not among their skills. You can send them there all the same.",
    spareAt: (station: string) => `nothing planned, still at ${station}`,
    knows: (operations: string) => `Can do: ${operations}`,
    absent: "Absent",
    absentOf: (name: string) => `${name} is absent`,
    back: "Back",
    backOf: (name: string) => `${name} is back`,
    absentees: "Absent today",
    sentText: (name: string, station: string) => `${name}, ${station}`,
    freedText: (name: string) => `${name}, free`,
    absentText: (name: string) => `${name}, absent`,
    backText: (name: string) => `${name}, back`,
    why: {
      bottleneck: (name: string, station: string) =>
        `${name} can do this operation: help at ${station} eases the bottleneck.`,
      empty: (name: string, station: string) =>
        `${name} can do this operation, and nobody is at ${station}.`,
    },
    proposal: "See the proposal of who does what",
  },
  floorMachines: {
    title: "Upkeep due",
    none: "No upkeep due",
    kinds: { needle: "Needle", oil: "Oil", service: "Service" },
    done: "Done",
    doneOf: (station: string, upkeep: string) => `Done: ${station}, ${upkeep}`,
    doneText: (station: string, upkeep: string) => `${station}, ${upkeep}`,
    stitches: (n: string) => `${n}\u00a0stitches`,
    hours: (n: string) => `${n}\u00a0h of running`,
    days: (n: number) => count(n, "day worked", "days worked"),
    share: (percent: string) => `${percent}% of the limit`,
    due: "due",
  },
  floorDevices: {
    title: "Counters to look at",
    none: "All counters are well",
    kinds: {
      waiting: "Waits for a station",
      unbound: "Without a station",
      silent: "Silent",
      suspect: "Jump to check",
      quarantine: "Unreadable message",
      uncertain: "Uncertain count",
    },
    waiting: "It showed the pairing code. Give it a station in the plan.",
    unbound: "It counts, but for no station. Give it a station in the plan.",
    silent: (since: string) =>
      `Nothing received for ${since}. Check the plug, then the counter's lamp, then the Wi-Fi.`,
    underAMinute: "less than a minute",
    silentNever: "Nothing received. Check the plug, then the counter's name and secret.",
    leap: (jump: { pieces: string; time: string }) =>
      `${jump.pieces} pieces at once at ${jump.time}: more than anybody can sew. Were they sewn?`,
    before: (jump: { pieces: string; time: string }) =>
      `${jump.pieces} pieces were on the counter already when it came to this station, at ${jump.time}.`,
    quarantine: (message: { reason: string; time: string; seen: number }) =>
      `${message.reason} (${message.time}, ${count(message.seen, "time", "times")}) Take it in, or let it go.`,
    uncertain: (n: number) =>
      `The counter fell back ${count(n, "time", "times")}: pieces may be missing. Compare with the bundles, and write what is missing.`,
    accept: "Count",
    acceptOf: (device: string, pieces: string) => `Count ${pieces} pieces of ${device}`,
    reject: "Don't count",
    rejectOf: (device: string, pieces: string) => `Don't count ${pieces} pieces of ${device}`,
    acceptText: (pieces: string) => `${pieces} pieces counted`,
    rejectText: (pieces: string) => `${pieces} pieces dropped`,
    release: "Take it in",
    releaseOf: (device: string) => `Take it in: message of ${device}`,
    dismiss: "Let it go",
    dismissOf: (device: string) => `Let it go: message of ${device}`,
    releaseText: (device: string) => `message of ${device} taken in`,
    dismissText: (device: string) => `message of ${device} let go`,
    counts: "Write by hand",
    plan: "Stations",
  },
  floorSettle: {
    title: "To settle",
    none: "Nothing to settle",
    conflicts: (n: number) => count(n, "offline act", "offline acts"),
    conflictsHint: (n: number) => `that ${word(n, "does", "do")} not fit the rest`,
    differences: (n: number) => count(n, "difference", "differences"),
    differencesHint: () => "between the machine and what was declared",
    carried: (n: number) => count(n, "bundle left open", "bundles left open"),
    carriedHint: () => "since the day before",
    open: "See and settle all",
  },
};
