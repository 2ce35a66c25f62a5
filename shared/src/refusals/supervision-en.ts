import type { SupervisionCode } from "./supervision-codes.ts";

/** What is said to whoever looks after the floor, and to whoever calls. */
export const supervisionEn = {
  "call-accepted": "The call is out.",
  "call-taken": "The call is taken.",
  "call-resolved": "The call is resolved.",
  "stop-accepted": "The stop is noted.",
  "inspection-accepted": "The inspection is noted.",
  "upkeep-accepted": "The upkeep is noted.",
  "message-accepted": "The message is on the walls.",
  "target-accepted": "The target is noted.",
} as const satisfies Record<SupervisionCode, string>;
