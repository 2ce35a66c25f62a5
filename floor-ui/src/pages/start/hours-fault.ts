import type { ShiftDraft } from "../../data/start/start-draft.ts";

/** What is wrong with the hours of a team, by the name of its sentence. */
export type ShiftFaultCode = "noTime" | "sameTime" | "halfPause" | "pauseReversed" | "pauseOutside";

/** The first field to mend. */
export interface ShiftFault {
  readonly code: ShiftFaultCode;
  /** Which team, from 0. */
  readonly index: number;
  readonly field: keyof ShiftDraft;
}

const DAY_MINUTES = 1_440;

/** The first thing that is wrong with the hours as typed; null when they can be worked by. */
export function findShiftFault(shifts: readonly ShiftDraft[]): ShiftFault | null {
  for (const [index, shift] of shifts.entries()) {
    const fault = timesFault(shift) ?? pauseFault(shift);
    if (fault !== null) return { ...fault, index };
  }
  return null;
}

type Fault = Omit<ShiftFault, "index">;

function timesFault({ from, to }: ShiftDraft): Fault | null {
  if (from === "") return { code: "noTime", field: "from" };
  if (to === "") return { code: "noTime", field: "to" };
  return from === to ? { code: "sameTime", field: "to" } : null;
}

function pauseFault({ from, to, pauseFrom, pauseTo }: ShiftDraft): Fault | null {
  if (pauseFrom === "" && pauseTo === "") return null;
  if (pauseFrom === "") return { code: "halfPause", field: "pauseFrom" };
  if (pauseTo === "") return { code: "halfPause", field: "pauseTo" };
  const length = minutesSince(from, to);
  const start = minutesSince(from, pauseFrom);
  const end = minutesSince(from, pauseTo);
  if (start >= length) return { code: "pauseOutside", field: "pauseFrom" };
  if (end > length) return { code: "pauseOutside", field: "pauseTo" };
  return end <= start ? { code: "pauseReversed", field: "pauseTo" } : null;
}

/** A team may work past midnight. */
function minutesSince(from: string, time: string): number {
  return (minuteOf(time) - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
