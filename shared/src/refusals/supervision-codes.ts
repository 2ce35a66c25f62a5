/** What a person who looks after the floor is told. */
export const SUPERVISION_STATUS = {
  "call-accepted": 200,
  "call-taken": 200,
  "call-resolved": 200,
  "stop-accepted": 200,
  "inspection-accepted": 200,
  "upkeep-accepted": 200,
  "message-accepted": 200,
  "target-accepted": 200,
} as const;

export type SupervisionCode = keyof typeof SUPERVISION_STATUS;
