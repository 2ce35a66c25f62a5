import type { copyFr } from "./copy-fr.ts";

/** A copy of one's own data. */
export const copyEn: typeof copyFr = {
  title: "My copy",
  lead: "Type the code that the station's tablet gave you. It serves once.",
  code: "Code",
  openCopy: "Open my copy",
  unreached: "The server does not answer. Try again in a moment.",
  print: "Print",
  save: "Save for a USB stick (JSON)",
  close: "Close and clear the screen",
  heading: (workshop) => `My data — ${workshop}`,
  readAt: (day, time) => `Read on ${day} at ${time}.`,
  hint: "All that the workshop keeps about you. You can ask for a correction, object or ask to be forgotten at a station or of a supervisor. You can also turn to the CNIL, cnil.fr.",
  part: {
    sheet: "Who you are here",
    where: "Where you were",
    looks: "Who looked",
    progress: "Your progress",
    requests: "Your requests",
    did: "What you did",
  },
  did: (kind, station) => `${kind} — ${station}`,
  undone: "undone",
  kinds: {
    badge: "Badge",
    scan: "Bundle scanned",
    finish: "Pieces finished",
    split: "Bundle split",
    join: "Parts joined",
    undo: "Undo",
    correction: "Count corrected",
    call: "Call",
    inspection: "Inspection",
  },
};
