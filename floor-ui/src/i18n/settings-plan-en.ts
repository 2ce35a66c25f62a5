import { createCounting } from "./formats.ts";
import type { settingsPlanFr } from "./settings-plan-fr.ts";

const { count } = createCounting("en");

/** Lines and stations, and what changes about them. */
export const settingsPlanEn: typeof settingsPlanFr = {
  lines: {
    line: "Name of the line",
    addLine: "Add a line",
    newLine: (n: number) => `Line ${n}`,
    removeLine: "Remove the line",
    target: "Target a day",
    targetHint: "Pieces; empty: computed, or none",
    operators: "People on the line",
    stations: (n: number) => count(n, "station", "stations"),
    addStation: "Add a station",
    newStation: (n: number) => `Station ${n}`,
    edit: (station: string) => `Change ${station}`,
    shut: (station: string) => `Close ${station}`,
    station: "Name of the station",
    operation: "Operation",
    operationHint: "As the routing names it",
    others: "Other operations done here",
    othersHint: "With commas between them",
    minutes: "Standard minutes",
    minutesHint: "In min or in cmn: 0.42 min = 42 cmn",
    minutesBoth: (minutes: string, hundredths: string) => `${minutes} min = ${hundredths} cmn`,
    minutesUnread: "Write the time with its unit, like 0.42 min or 42 cmn.",
    counter: "Counter",
    noCounter: "None: pieces are scanned, or typed in",
    counterTaken: (device: string, station: string) => `${device} (now at ${station})`,
    stitches: "Stitches at least",
    stitchesHint: "Fewer are no piece. Empty: 40.",
    trims: "Thread trims per piece",
    trimsHint: "Empty: 4.",
    wait: "Waiting after",
    waitHint: "Minutes without a piece. Empty: 2 min, or 5 times the standard minutes.",
    row: "Row",
    column: "Column",
    spotHint: "Empty: stations follow each other.",
    removeStation: "Remove the station",
    removeSure: (station: string) =>
      `${station} leaves the screens. What it counted stays in the figures.`,
    removeLineSure: (line: string, stations: string) =>
      `${line} and its ${stations} leave the screens. What they counted stays.`,
    yes: "Remove",
    no: "Keep",
    empty: "There is no line yet.",
  },
  planChange: {
    workshop: (a: string, b: string) => `The workshop is called “${b}” instead of “${a}”.`,
    zone: (a: string, b: string) => `The time zone changes from ${a} to ${b}.`,
    lineAdded: (line: string, n: number) =>
      n === 0
        ? `The line “${line}” is added.`
        : `The line “${line}” is added with ${count(n, "station", "stations")}.`,
    lineRemoved: (line: string, n: number) =>
      n === 0
        ? `The line “${line}” is removed.`
        : `The line “${line}” is removed with ${count(n, "station", "stations")}.`,
    lineRenamed: (a: string, b: string) => `The line “${a}” is called “${b}” now.`,
    target: (line: string, a: string, b: string) =>
      `${line}: the target a day changes from ${a} to ${b}.`,
    operators: (line: string, a: string, b: string) => `${line}: ${b} people instead of ${a}.`,
    linesOrder: (names: string) => `The lines are in this order: ${names}.`,
    stationsOrder: (line: string, names: string) =>
      `${line}: the stations are in this order: ${names}.`,
    stationAdded: (station: string, line: string, operation: string) =>
      operation === ""
        ? `${station} is added to ${line}.`
        : `${station} is added to ${line}, for “${operation}”.`,
    stationRemoved: (station: string, line: string) => `${station} is removed from ${line}.`,
    stationRenamed: (a: string, b: string) => `${a} is called ${b} now.`,
    stationLine: (station: string, a: string, b: string) => `${station} moves from ${a} to ${b}.`,
    operation: (station: string, a: string, b: string) =>
      `${station} does “${b}” instead of “${a}”.`,
    operations: (station: string, a: string, b: string) =>
      `${station} also does: ${b} (before: ${a}).`,
    minutes: (station: string, a: string, b: string) =>
      `${station}: the standard time changes from ${a} to ${b} min.`,
    counterMoved: (station: string, a: string, b: string) =>
      `${station} changes from counter ${a} to ${b}.`,
    counterBound: (station: string, b: string) => `${station} is counted by ${b}.`,
    counterFreed: (station: string, a: string) =>
      `${station} has no counter any more (before: ${a}).`,
    stitches: (station: string, a: string, b: string) =>
      `${station}: a piece has at least ${b} stitches instead of ${a}.`,
    trims: (station: string, a: string, b: string) =>
      `${station}: a piece ends after ${b} thread trims instead of ${a}.`,
    spot: (station: string, a: string, b: string) => `${station} is shown ${b} instead of ${a}.`,
    spotAt: (row: string, column: string) => `in row ${row}, column ${column}`,
    spotUsual: "after the others",
    wait: (operation: string, a: string, b: string) =>
      `“${operation}”: waiting after ${b} instead of ${a}.`,
    explain: (operation: string, a: string, b: string) =>
      `“${operation}”: a stop asks for its cause after ${b} instead of ${a}.`,
    deviceAdded: (device: string) => `The counter ${device} is admitted.`,
    deviceRemoved: (device: string) => `The counter ${device} is admitted no more.`,
    deviceChanged: (device: string) => `The settings of the counter ${device} change.`,
    calendar: "The hours change.",
    minutesUnit: (minutes: string) => `${minutes} min`,
    usualTime: "the usual time",
    nothing: "none",
  },
  planFaults: {
    "id-duplicate": "Two lines, stations or counters have the same technical name: remove one.",
    "zone-unknown": "This zone is not known: choose it from the list.",
    "device-unknown": "This counter is not admitted yet: admit it under “Counters”.",
    "counter-taken": "This counter belongs to another station already: choose another.",
    "counter-unknown": "This counter has one channel only: choose it from the list again.",
    "topic-taken": "Another counter speaks under this address already.",
    "spot-incomplete": "A place is a row and a column: add the missing one, or empty the other.",
    "spot-taken": "Another station of the line has this place: change the row or the column.",
    "threshold-duplicate": "This operation has a limit already.",
    "threshold-empty": "This limit sets nothing: give a time, or empty it.",
    "threshold-unknown": "No station does this operation: the limit would do nothing.",
    "value-missing": "A value is missing here.",
    "value-not-number": "This must be a number.",
    "value-not-whole": "This must be a whole number.",
    "text-too-short": "Write something here.",
    "list-too-short": "Choose at least one day.",
  },
};
