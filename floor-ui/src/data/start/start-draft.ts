/** The questions of the first start, by name. */
export type StepName = "name" | "zone" | "hours" | "line" | "counter" | "piece" | "order" | "done";

/** How the first pieces come to be counted. */
export type CounterWay = "esp" | "tasmota" | "trial" | "scan";

/** Hours of one shift as typed, `08:00`; without a pause both of its times are empty. */
export interface ShiftDraft {
  readonly from: string;
  readonly to: string;
  readonly pauseFrom: string;
  readonly pauseTo: string;
}

/** A station as typed. */
export interface StationDraft {
  readonly operation: string;
  /** `0,42`. */
  readonly minutes: string;
}

/** A first order as typed, and what of it the server has already: each is made once, however often it is tried. */
export interface OrderDraft {
  readonly style: string;
  /** `S, M, L`. */
  readonly sizes: string;
  readonly colours: string;
  readonly customer: string;
  /** `2026-12-18`. */
  readonly dueOn: string;
  /** Pieces as typed, by `size|colour`. */
  readonly cells: Readonly<Record<string, string>>;
  readonly styleId: string | null;
  readonly hasRouting: boolean;
  readonly orderId: string | null;
}

/** All that was answered so far. It stays in this browser: a reload or a power cut resumes where one was. */
export interface StartDraft {
  readonly step: StepName;
  readonly name: string;
  readonly timeZone: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[];
  readonly shifts: readonly ShiftDraft[];
  readonly hasHolidays: boolean;
  readonly line: string;
  readonly stations: readonly StationDraft[];
  /** null until one was chosen. */
  readonly way: CounterWay | null;
  /** Which station has the counter, from 0. */
  readonly station: number;
  readonly deviceId: string;
  /** A button or a light barrier: each pulse is a piece. */
  readonly isPulse: boolean;
  /** Thread trims that complete a piece, as typed. */
  readonly trims: string;
  /** Of the first counter, 32 hex digits, drawn in this browser. */
  readonly secret: string;
  /** The plan as the server told it last, JSON; null until it was sent. */
  readonly saved: string | null;
  readonly order: OrderDraft;
  /** Code of the ticket that the first piece is scanned with; null until one was made. */
  readonly ticket: string | null;
}

const SCAN_STEPS: readonly StepName[] = [
  ...(["name", "zone", "hours", "line", "counter", "order", "piece"] as const),
];
const COUNTER_STEPS: readonly StepName[] = [
  ...(["name", "zone", "hours", "line", "counter", "piece", "order"] as const),
];

/** The questions in their order: without a counter a piece needs an order first. */
export function stepsOf({ way }: Pick<StartDraft, "way">): readonly StepName[] {
  return way === "scan" ? SCAN_STEPS : COUNTER_STEPS;
}

/** The step after the one where somebody is. */
export function stepAfter(draft: Pick<StartDraft, "way" | "step">): StepName {
  const steps = stepsOf(draft);
  return steps[steps.indexOf(draft.step) + 1] ?? "done";
}

/** The step before; null at the first. */
export function stepBefore(draft: Pick<StartDraft, "way" | "step">): StepName | null {
  const steps = stepsOf(draft);
  if (draft.step === "done") return steps.at(-1) ?? null;
  return steps[steps.indexOf(draft.step) - 1] ?? null;
}
