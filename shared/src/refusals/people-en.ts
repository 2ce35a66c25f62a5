import type { PeopleCode } from "./people-codes.ts";

/** Why somebody's data is not shown or changed, and what to do. */
export const peopleEn = {
  "own-data-station-only":
    "“My data” is read on the tablet of a station, with the person's own badge, not from here.",
  "own-data-badge":
    "Nobody has this badge: “My data” opens with your own badge only. Nothing was read.",
  "own-requests-many":
    "Ten of your requests wait for an answer: the workshop answers them before you can make another.",
  "own-export-code":
    "This code opens nothing: it serves once, for half an hour. Ask for another at a station.",
  "person-request-unknown": "There is no such request.",
  "person-request-answered": "This request was answered already: read the list again.",
  "person-request-words": "Write why, in simple words: the person reads it at their station.",
  "names-key-missing":
    "The names can't be read: the file names-key is not on this machine. Put back the key that was printed.",
  "names-key-shown":
    "The key was shown once already. It is in the file names-key of the data folder.",
  "names-key-wrong": "This is not the key of these names: read it again sign by sign.",
  "names-key-there": "This machine has the key of the names already.",
  "accompanied-off":
    "One person's figures are shown to the named supervisor alone, in the mode “accompanied”.",
  "badge-pin-wanted": "Type your PIN to badge in: you chose that your badge needs it.",
} as const satisfies Record<PeopleCode, string>;
