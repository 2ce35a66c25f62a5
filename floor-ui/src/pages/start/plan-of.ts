import { type Plan, type PlanDevice, type PlanStation, parseStandardMinutes } from "@trame/shared";
import type { ShiftDraft, StartDraft, StationDraft } from "../../data/start/start-draft.ts";

const LINE = "L1";
/** A button or a light barrier: no stitches, and each pulse is a piece. */
const PULSE = { minStitches: 0, trimsPerPiece: 1 };
const STITCHES = 40;
/** A counter of another make is asked that often, so that its first piece shows within a breath. ms */
const TASMOTA_REPORTS_MS = 2_000;

/** The id of a station by its place on the line: S01, S02 … */
export function stationIdOf(index: number): string {
  return `S${String(index + 1).padStart(2, "0")}`;
}

/** Standard minutes as typed; null when they can't be read. */
export function minutesOf({ minutes }: StationDraft): number | null {
  const parsed = parseStandardMinutes(minutes, "min");
  return parsed.ok ? parsed.minutes : null;
}

/** The plan that the answers come to, as far as they go: without a counter until one was chosen. */
export function planOf(draft: StartDraft, stationName: (number: number) => string): Plan {
  const device = deviceOf(draft);
  return {
    workshop: { name: draft.name.trim(), timeZone: draft.timeZone },
    calendar: {
      shifts: draft.shifts.map((shift) => ({ days: [...draft.days], ...shiftOf(shift) })),
      ...(draft.hasHolidays && { holidays: "FR" as const }),
    },
    lines: [
      {
        id: LINE,
        name: draft.line.trim(),
        operators: draft.stations.length,
        stations: draft.stations.map((station, index) => ({
          id: stationIdOf(index),
          name: stationName(index + 1),
          operation: station.operation.trim(),
          standardMinutes: minutesOf(station) ?? 0,
          ...(index === draft.station && bindingOf(draft, device)),
        })),
      },
    ],
    devices: device === null ? [] : [device],
  };
}

/** The plan as the server gives it back: a secret is told to nobody. */
export function withoutSecrets(plan: Plan): Plan {
  return { ...plan, devices: plan.devices.map(({ secret: _, ...device }) => device) };
}

function shiftOf({ from, to, pauseFrom, pauseTo }: ShiftDraft) {
  const hasPause = pauseFrom !== "" && pauseTo !== "";
  return { from, to, ...(hasPause && { breaks: [{ from: pauseFrom, to: pauseTo }] }) };
}

function deviceOf({ way, deviceId, secret }: StartDraft): PlanDevice | null {
  if (way === null || way === "scan") return null;
  const device = { id: deviceId.trim(), secret };
  if (way !== "tasmota") return device;
  return { ...device, make: "tasmota", reportEveryMs: TASMOTA_REPORTS_MS };
}

function bindingOf(draft: StartDraft, device: PlanDevice | null): Partial<PlanStation> {
  if (device === null) return {};
  const isPulse = draft.isPulse || draft.way !== "esp";
  const rule = isPulse
    ? PULSE
    : { minStitches: STITCHES, trimsPerPiece: Math.trunc(Number(draft.trims)) };
  return { device: device.id, ...rule };
}
