import { createCounting } from "./formats.ts";
import type { peopleOwnFr } from "./people-own-fr.ts";

const { count } = createCounting("en");

/** What people ask about their data, their names and whom somebody accompanies. */
export const peopleOwnEn: typeof peopleOwnFr = {
  requests: {
    title: "Requests about data",
    lead: "Everybody may ask for a correction, object, or ask to be forgotten. Answer in simple words, within a month: they read it at their station.",
    none: "Nobody has asked for anything.",
    open: (n) => count(n, "request waits", "requests wait"),
    kind: { correction: "Correct", objection: "Object", deletion: "Delete" },
    about: {
      sheet: "their sheet",
      skills: "their skills",
      presence: "where they were",
      work: "their work",
      name: "their name",
      all: "everything",
    },
    line: (kind, about) => `${kind}: ${about}`,
    asked: (day) => `asked on ${day}`,
    before: (day) => `to be answered before ${day}`,
    answered: (day) => `answered on ${day}`,
    answer: "Answer",
    choose: "Choose",
    todo: {
      correction: "Correct it first, then answer.",
      objection: "See first what can change, then answer.",
      deletion:
        "To delete everything: “Remove…”, on their row. Otherwise say what is kept, and why.",
    },
    answers: { done: "It is done", partly: "It is done in part", refused: "No" },
    words: "What the person will read",
    wordsHint: "Needed unless all is done: say why.",
    send: "Answer",
    sendTo: (name) => `Answer ${name}`,
    sent: (name) => `${name} will read the answer at their station.`,
  },
  names: {
    title: "Civil names",
    lead: "Optional, kept under lock, shown here alone. Each time they are opened is noted, and people see it.",
    show: "Show the names",
    hide: "Hide the names",
    name: "Civil name",
    nameOf: (pseudonym) => `Civil name of ${pseudonym}`,
    save: "Save",
    saveOf: (pseudonym) => `Save the name of ${pseudonym}`,
    saved: (pseudonym) => `The name of ${pseudonym} is kept.`,
    unreadable: (n) =>
      `${count(n, "name can't be read", "names can't be read")}: the key is not on this machine.`,
    key: "Key of the names",
    keyLead:
      "It is on this machine, in the file names-key, and in no backup. A backup that is restored on another machine gives no names until this key is put back there.",
    keyNone:
      "There is no key on this machine yet: it is made with the first name. If the names come from a backup, put the printed key back here.",
    keyShow: "Show the key, once",
    keyShown: "Print this key and keep it apart, in an envelope. It will not be shown again.",
    keyPrint: "Print",
    keyGone: "The key was shown once.",
    keyType: "Printed key",
    keyRestore: "Put the key back",
    keyRestored: "The names can be read again.",
  },
  accompanied: {
    title: "Accompany somebody",
    lead: "You are the one who was named to accompany. One person at a time; they see each look.",
    forOne: (name) =>
      `Only the account ${name === null ? "that was named" : `“${name}”`} sees a person's progress, one at a time. Each person sees who looked.`,
    person: "Person",
    choose: "Choose",
    open: "See their progress",
    close: "Close",
    operation: "Operation",
    days: "Days",
    first: "At first",
    latest: "Now",
    pace: (pieces) => `${pieces} pieces/h`,
    few: "too few days",
    none: "There is nothing to show yet.",
    ofOwn: "Against their own first days, never against others.",
  },
  pin: {
    remove: "Take the PIN away",
    removeOf: (pseudonym) => `Take the PIN of ${pseudonym} away`,
    sure: "Their badge will be enough.",
    yes: "Take away",
    no: "Keep",
    removed: "The PIN is taken away.",
  },
};
