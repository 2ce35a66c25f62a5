import type { Plan, PlanLine } from "@trame/shared";
import type { CounterWay, ShiftDraft, StartDraft } from "../../data/start/start-draft.ts";
import { planOf, withoutSecrets } from "./plan-of.ts";

/** How the page writes what the plan holds. */
export interface AdoptWords {
  readonly station: (number: number) => string;
  readonly decimal: (value: number) => string;
}

/**
 * The answers that a plan would come from, so that the questions go on from it; null for a plan that they can't say whole: it would lose
 * something as soon as it is sent again.
 */
export function adopt(plan: Plan, draft: StartDraft, words: AdoptWords): StartDraft | null {
  const [line] = plan.lines;
  if (line === undefined) return null;
  const { name, timeZone } = plan.workshop;
  const answers: StartDraft = {
    ...draft,
    ...counterOf(plan, line, draft),
    name,
    timeZone,
    days: plan.calendar.shifts[0]?.days ?? [],
    shifts: plan.calendar.shifts.map(shiftOf),
    hasHolidays: plan.calendar.holidays !== undefined,
    line: line.name,
    stations: line.stations.map(({ operation, standardMinutes }) => ({
      operation,
      minutes: words.decimal(standardMinutes),
    })),
    saved: JSON.stringify(plan),
  };
  const again = withoutSecrets(planOf(answers, words.station));
  return inOrder(again) === inOrder(plan) ? answers : null;
}

type Counter = Pick<StartDraft, "step" | "way" | "station" | "deviceId" | "isPulse" | "trims">;

/** With a counter its question comes again: its secret is told to nobody, and is sent anew from there. */
function counterOf({ devices: [device] }: Plan, line: PlanLine, draft: StartDraft): Counter {
  const { way, station, deviceId, isPulse, trims } = draft;
  const isLater = draft.step === "order" || draft.step === "piece" || draft.step === "done";
  if (device === undefined) {
    const isScan = way === "scan";
    const step = isScan && isLater ? draft.step : "counter";
    const at = station < line.stations.length ? station : 0;
    return { step, way: isScan ? way : null, station: at, deviceId, isPulse, trims };
  }
  const at = line.stations.findIndex((each) => each.device === device.id);
  const bound = line.stations[at];
  const sewn = bound?.minStitches === 0 ? trims : String(bound?.trimsPerPiece ?? trims);
  return {
    step: "counter",
    way: wayOf(device.make, way),
    station: at,
    deviceId: device.id,
    isPulse: bound?.minStitches === 0,
    trims: sewn,
  };
}

function wayOf(make: string | undefined, way: CounterWay | null): CounterWay {
  if (make === "tasmota") return "tasmota";
  return way === "trial" ? "trial" : "esp";
}

function shiftOf({ from, to, breaks = [] }: Plan["calendar"]["shifts"][number]): ShiftDraft {
  const [pause] = breaks;
  return { from, to, pauseFrom: pause?.from ?? "", pauseTo: pause?.to ?? "" };
}

/** The same text for the same plan, whoever wrote its fields in whatever order. */
function inOrder(plan: Plan): string {
  return JSON.stringify(plan, (_key, value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
