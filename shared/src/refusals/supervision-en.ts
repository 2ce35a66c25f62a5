import type { SupervisionCode } from "./supervision-codes.ts";

/** What is said to whoever looks after the floor, and to whoever calls. */
export const supervisionEn = {
  "call-accepted": "The call is out.",
  "call-taken": "The call is taken.",
  "call-resolved": "The call is resolved.",
  "call-too-late": "The call is noted. It is more than 30 minutes old: nobody is told.",
  "call-open-already": "The call is out already, since {time}.",
  "call-unknown": "There is no such call. Open the list of calls again.",
  "call-undone": "This call was taken back at the station. Nothing is left to do.",
  "call-not-yours": "This call is another station’s. Resolve it there, or ask a supervisor.",
  "call-taken-already": "Somebody has been on it since {time}. Take another call, or go and see.",
  "call-resolved-already": "This call was resolved at {time}. Nothing is left to do.",
  "stop-accepted": "The stop is noted.",
  "stop-cause-unknown": "The cause “{cause}” is not on the list. Choose one that is.",
  "stop-place-unknown": "The plan knows no “{place}”. Choose a station or a line of the plan.",
  "stop-reversed": "The stop ends before it began. Put the times right.",
  "stop-too-soon": "That time is still to come. Choose one that has passed.",
  "stop-too-long": "A stop lasts 24 hours at most. Note it day by day.",
  "stop-changed":
    "Meanwhile this was noted here: {cause}, since {time}. Nothing was changed; look at the list and say it again if need be.",
  "cause-duplicate": "The cause “{code}” is on the list twice.",
  "inspection-accepted": "{pieces|piece|pieces} inspected, {good} good.",
  "inspection-empty": "No piece is told: count those that you looked at.",
  "upkeep-accepted": "The upkeep is noted.",
  "message-accepted": "The message is on the walls.",
  "message-over": "The message would be over already. Choose a time to come.",
  "target-accepted": "The target is noted.",
  "target-line-unknown": "There is no line “{line}” in the plan of that day: choose another.",
  "target-day-invalid": "“{day}” is no day: write it like 2026-11-23.",
  "target-day-far":
    "{day} is too far away: a target is given for a day between a year before and a year after.",
  "target-day-off": "Nobody works on {day}: change the hours of that day first.",
  "target-people-unknown":
    "Nobody knows who works on this line: give the attended minutes, or the number of people in the plan.",
  "target-garment-unknown":
    "Nobody knows how long this line takes for a piece: give the standard minutes, or start an order that has a routing.",
  "calendar-invalid": "The calendar is not taken: {count|thing has|things have} to be mended.",
  "range-reversed": "From {from} to {to} there is no day: the first comes after the second.",
  "range-too-long": "Ask for {count|day|days} at most at a time.",
} as const satisfies Record<SupervisionCode, string>;
