import type { PeopleCode } from "./people-codes.ts";

/** Why nobody is shown a person's progress, and what to do. */
export const peopleEn = {
  "own-progress-off":
    "The workshop has not opened “My progress”: nothing is computed. Ask the supervisor.",
  "own-progress-elsewhere":
    "“My progress” is shown to the person alone, at the station where they are badged in: badge in here first.",
  "own-progress-badge":
    "This is not the badge of the person who is chosen at this station: “My progress” opens with your own badge only. Nothing was read.",
  "own-progress-station-only":
    "“My progress” is read on the tablet of the station where the person is badged in, not from here.",
  "own-progress-reason": "Write why the workshop opens “My progress”: the reason is kept.",
} as const satisfies Record<PeopleCode, string>;
