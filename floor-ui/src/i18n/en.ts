import { createCounting } from "./formats.ts";
import type { Dictionary } from "./fr.ts";
import { simpleEn } from "./simple-en.ts";
import { stationEn } from "./station-en.ts";
import { wallEn } from "./wall-en.ts";

const { count } = createCounting("en");

/** English, asked for with `?lang=en`. */
export const en = {
  state: {
    running: "Running",
    waiting: "Waiting",
    stopped: "Stopped",
    noData: "No data",
    noCounter: "No counter",
    closed: "Closed",
  },
  live: {
    upToDate: (seconds: string) => `Up to date · ${seconds} s ago`,
    reconnecting: (seconds: string) => `Reconnecting · ${seconds} s ago`,
    dataOf: (time: string) => `Data of ${time}`,
    lostSince: (time: string) => `Connection lost since ${time}`,
    neverThere: "The server does not answer",
    connecting: "Connecting",
    broken: "Screen to be restarted",
    brokenHint: "It restarts as soon as the server answers.",
  },
  backup: {
    late: (ago: string) => `Last verified backup: ${ago}`,
    none: "No verified backup",
  },
  home: {
    title: "Trame",
    lead: "The workshop’s pieces, counted at the machine and shown live.",
    walls: "Wall boards",
    wallAll: "All lines",
    wallAllHint: "turns the page every 20 s when they do not fit",
    lineStations: (n: number) => count(n, "station", "stations"),
    lineDone: (n: number) => count(n, "piece done", "pieces done"),
    lineTarget: (target: string) => `target\u00a0${target}`,
    prepare: "Prepare and follow",
    prepareLinks: {
      day: {
        title: "The day",
        hint: "pieces, efficiency, stops, defects, and where they come from",
      },
      floor: { title: "Line follow-up", hint: "calls, stops to explain, who goes where" },
      orders: { title: "Orders and bundles", hint: "make, cut, print tickets, follow" },
      stations: { title: "Stations", hint: "one tablet per station" },
      inspect: { title: "Quality control", hint: "its link stands beside the station’s own" },
      follow: { title: "To settle", hint: "what does not fit together, what was left open" },
      import: { title: "Import", hint: "styles, routings, orders, people" },
    },
    forDesk: "At the desk",
    csv: "The day as CSV, for Excel",
    csvHint: "one row per station and hour",
    docs: "HTTP interface",
    docsHint: "each address, with an example",
    guides: "Guides",
    guidesLead: "In Trame’s folder, on the computer that runs it (in French):",
    guideStart: "Start in the workshop",
    guideStartHint: "open it to the network, describe the workshop, back up",
    guideStation: "Open a station",
    guideStationHint: "from cut cloth to the first bundle scanned",
    guideFloor: "Follow a line",
    guideFloorHint: "calls, stops, target, people, on a tablet or a phone",
    guideDay: "The day",
    guideDayHint: "reading a day’s figures, and the facts they come from",
    guideWall: "The walls",
    guideWallHint: "what they show, which one to choose, and rotation",
    guideImport: "Import",
    guideImportHint: "the columns of a file, with an example of each kind",
    guideWire: "Wire a counter",
    guideWireHint: "an ESP32, or a Tasmota module off the shelf",
    guideTry: "Try without a counter",
    guideTryHint: "a simulated workshop, with a bad network",
    otherLanguage: "Français",
    looking: "Looking for the workshop’s server",
  },
  first: {
    title: "First start",
    lead: "The workshop is empty. Seven questions, ten minutes, and the first piece is counted.",
    go: "Begin",
    leadBegun: "Your answers are kept.",
    resume: (at: string) => `Go on at question ${at}`,
  },
  ...stationEn,
  ...simpleEn,
  ...wallEn,
} satisfies Dictionary;
