import type { PrivacyCode } from "./privacy-codes.ts";

/** What a change of what is told of people lacks, and what to do. */
export const privacyEn = {
  "privacy-reason":
    "This setting shows more of people than before, or for longer: write why, in other words than for the last change. The reason is kept and stands in the notice.",
  "privacy-date":
    "Note the day from which the setting holds: today or before, and not before the previous change.",
  "privacy-consultation":
    "Accompanying and minutes per operation need a consultation first: note who was consulted and when, on the day from which the setting holds at the latest.",
  "privacy-supervisor": "Accompanying needs one person who accompanies: choose their account.",
  "privacy-supervisor-alone":
    "Nobody accompanies in this mode: take the chosen account out, or change to accompanying.",
  "privacy-supervisor-unknown": "This account does not exist, or is closed: choose another one.",
} as const satisfies Record<PrivacyCode, string>;
