import { createCounting } from "./formats.ts";
import type { InspectWords } from "./inspect-fr.ts";

const { count } = createCounting("en");

export const inspectEn: InspectWords = {
  actions: "What the piece is",
  good: "Good",
  rework: "Repair",
  second: "Second",
  scrap: "Scrap",
  rest: "The rest is good",
  restOf: (pieces) => count(pieces, "piece", "pieces"),
  undo: "Undo",
  scan: "Scan",
  choose: "Or choose a bundle that waits",
  sample: "Inspect without a bundle",
  sampleText: "Nothing moves: the pieces count for the quality of the line.",
  sampleEnd: "End without a bundle",
  seen: (pieces) => count(pieces, "piece inspected", "pieces inspected"),
  said: "Inspected already",
  counts: {
    good: (n) => `${n} good`,
    rework: (n) => `${n} to repair`,
    second: (n) => count(n, "second", "seconds"),
    scrap: (n) => `${n} scrap`,
  },
  defectTitle: (outcome) => `${outcome}: which defect?`,
  placeTitle: (defect) => `${defect}: at which operation?`,
  unknown: "I do not know",
  noDefect: "Without saying",
  photo: "Photo",
  photoTaken: "Photo taken",
  photoSending: "Photo on its way…",
  photoLost: "Without the photo: no network",
  toldWithoutPhoto: "The piece is recorded without the photo: no network.",
  judge: "Next: say what each piece is.",
  back: "Back",
};
