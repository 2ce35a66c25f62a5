import { createCounting } from "./formats.ts";
import type { prepareStoryFr } from "./prepare-story-fr.ts";

const { count } = createCounting("en");

/** English: the same keys as `prepare-story-fr.ts`. */
export const prepareStoryEn: typeof prepareStoryFr = {
  story: {
    title: (code) => `Bundle ${code}`,
    from: (code) => `Split off bundle ${code}`,
    joinedInto: (code) => `Joined into ${code}`,
    blocked: (why) => `Blocked, to settle: ${why}.`,
    settle: "Settle what does not fit",
    inProgress: "In progress",
    kinds: {
      cut: "Cut",
      badge: "Badge",
      scan: "Begun",
      finish: "Finished",
      split: "Split",
      join: "Joined",
      dispatch: "Gone outside",
      return: "Back",
      undo: "Undo",
      settle: "Settled by a supervisor",
      correction: "Correction",
      "hand-count": "Counted by hand",
      deduced: "Not scanned",
      machine: "Counted by the machine",
    },
    origins: {
      machine: "machine",
      scan: "scanned",
      hand: "by hand",
      deduced: "deduced",
      correction: "corrected",
    },
    marks: {
      deduced: "deduced",
      undone: "undone",
      refused: "refused",
      conflict: "to settle",
      offline: "offline",
    },
    ticket: (number) => `Ticket no. ${number} made`,
    ticketReplaced: (number) => `Ticket no. ${number}, replaced since`,
    ticketVoid: (number) => `Ticket no. ${number}, void since`,
    good: (n) => count(n, "good", "good"),
    rework: (n) => `${n} to repair`,
    second: (n) => `${n} second choice`,
    scrap: (n) => `${n} scrap`,
    pieces: (n) => count(n, "piece", "pieces"),
    machinePieces: (n) => `${n} by machine`,
    slip: (slip) => `slip ${slip}`,
    kept: "kept",
    dropped: "dropped",
    undo: "Undo",
    undoOf: ({ time, text }) => `Undo: ${time}, ${text}`,
    undoSure: "The pieces are as they were before it.",
    undoYes: "Take it back",
    undoNo: "Keep it",
    undone: "It is taken back. It stays in the story, struck out.",
  },
};
