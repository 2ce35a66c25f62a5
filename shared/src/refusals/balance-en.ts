import type { BalanceCode } from "./balance-codes.ts";

/** Why there is no proposal, and what to do. */
export const balanceEn = {
  "balance-row-length":
    "Person {person} has {count} times: there must be one for each of the {tasks} tasks, null where they can't.",
  "balance-task-unknown": "Tasks go from 0 to {last}: correct this pair.",
  "balance-nobody": "Nobody can do task {task}: give at least one person a time for it.",
  "balance-circle": "These tasks wait for each other in a circle: remove one of its pairs.",
  "balance-impossible":
    "No proposal is possible: with what each person can do, the order of the tasks can't be kept.",
  "balance-not-found":
    "No proposal was found in time: give it more seconds, or each person more tasks they can do.",
  "balance-busy": "Too many proposals are asked for already: try again in a minute.",

  "balance-cannot":
    "{name} does not have “{operation}” among their skills: give it to somebody else, or note the skill.",
  "balance-task-missing": "Nobody has “{operation}”: give it to somebody.",
  "balance-task-twice": "“{operation}” is given twice: leave it to one person.",
  "balance-tasks-changed":
    "The operations of the line have changed meanwhile: ask for a new proposal.",
  "balance-person-twice": "{name} is in it twice: keep one place.",
  "balance-person-elsewhere": "{name} is neither on this line nor free: ask for a new proposal.",
  "posting-absent": "{name} is away today: choose somebody else, or note that they are back.",
  "posting-station-unknown": "That station is not in today’s plan: choose one from the list.",
  "absence-past": "That day is over: an absence is noted for today or for later.",
  "absence-far": "That day is too far off: an absence is noted a year ahead at most.",
} as const satisfies Record<BalanceCode, string>;
