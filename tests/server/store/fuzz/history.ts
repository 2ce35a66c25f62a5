import type { Plan } from "@trame/shared";
import { type BootSpec, type DeviceSpec, EVENINGS, type World } from "./world.ts";

/** A sample as it was truly taken. */
export interface TrueSample {
  readonly seq: number;
  readonly at: number;
  readonly up: number;
  readonly pieces: number;
  /** The total that is told. */
  readonly told: number;
  /** Pieces made since the sample before. */
  readonly made: number;
  readonly isLost: boolean;
}

export interface TrueBoot {
  readonly device: number;
  readonly boot: string;
  readonly beganAt: number;
  readonly samples: readonly TrueSample[];
  readonly spec: BootSpec;
  /** Milliseconds since power-on by its own quartz. */
  upAt(at: number): number;
}

/** A plan that holds, and when it was recorded. */
export interface TruePlan {
  readonly from: number;
  readonly recordedAt: number;
  readonly stations: readonly number[];
  readonly calendar: number;
  readonly plan: Plan;
}

/** What truly happened: the oracle that the ledger is compared with. */
export interface History {
  readonly start: number;
  readonly boots: readonly TrueBoot[];
  /** All that were recorded, in the order of recording. */
  readonly recorded: readonly TruePlan[];
  /** Those in force in the end, by `from`. */
  readonly plans: readonly TruePlan[];
}

const ZONE = "Europe/Paris";
const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
/** The device stays on for so long after its last sample, so that it can send again what was lost. */
const LINGER_MS = 30 * MINUTE;
const STITCHES = 60;
const TRIMS = 4;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** Day shift, night shift, and three shifts whose edges lie at half hours; all days, so that the night has its day. */
const CALENDAR_SHIFTS = [
  [{ days: EVERY_DAY, from: "08:00", to: "17:00", breaks: [{ from: "12:00", to: "13:00" }] }],
  [{ days: EVERY_DAY, from: "22:00", to: "06:00", breaks: [{ from: "01:30", to: "02:30" }] }],
  [
    { days: [1, 2, 3, 4, 5], from: "05:30", to: "13:30" },
    { days: [1, 2, 3, 4, 5], from: "13:30", to: "21:30" },
    { days: [1, 3, 6], from: "21:30", to: "05:30" },
  ],
];

/**
 * Makes the true history of a world.
 * @param marginMs nothing happens nearer than this to where an hour, a day or a plan begins: dating is not exact
 */
export function createHistory(world: World, marginMs: number): History {
  const start = EVENINGS[world.evening] ?? 0;
  const recorded = world.plans
    .map(({ fromMinute, recordedMinute, stations, calendar, operation }) => ({
      from: start + fromMinute * MINUTE,
      recordedAt: start + recordedMinute * MINUTE,
      stations: distinct(stations),
      calendar,
      plan: planOf(distinct(stations), calendar, operation),
    }))
    .toSorted((a, b) => a.recordedAt - b.recordedAt);
  const plans = [...new Map(recorded.map((plan) => [plan.from, plan])).values()].toSorted(
    (a, b) => a.from - b.from,
  );
  const froms = plans.map(({ from }) => from);
  const clear = (at: number): number => clearOf(at, { froms, marginMs });
  const boots = world.devices.flatMap((spec, device) =>
    bootsOf(spec, device, { start, clear }).map((boot) => keepBeside(boot, plans)),
  );
  return { start, boots, recorded, plans };
}

/** The station that a device is truly bound to; -1 for none. */
export function stationAt(plans: readonly TruePlan[], device: number, at: number): number {
  return plans.findLast(({ from }) => from <= at)?.stations[device] ?? -1;
}

/** The cell in which a moment lies, from the clock on the wall alone. */
export function cellAt(plans: readonly TruePlan[], at: number): { day: number; hour: number } {
  const hour = Math.floor(at / (2 * HALF_HOUR)) * 2 * HALF_HOUR;
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
  const time = wall.toPlainTime().toString().slice(0, 5);
  const yesterday = wall.toPlainDate().subtract({ days: 1 });
  const calendar = plans.findLast(({ from }) => from <= at)?.calendar ?? 0;
  const isNight = CALENDAR_SHIFTS[calendar]?.some(
    (shift) =>
      shift.to <= shift.from && time < shift.to && shift.days.includes(yesterday.dayOfWeek),
  );
  const date = isNight === true ? yesterday : wall.toPlainDate();
  return { day: Date.parse(`${date.toString()}T00:00Z`) / 86_400_000, hour };
}

/** Moments at which an hour, a day or a binding may change, ascending. */
export function edgesBetween(plans: readonly TruePlan[], from: number, to: number): number[] {
  const edges = plans.map((plan) => plan.from).filter((at) => from < at && at <= to);
  const first = Math.floor(from / HALF_HOUR) * HALF_HOUR + HALF_HOUR;
  for (let at = first; at <= to; at += HALF_HOUR) edges.push(at);
  return [...new Set(edges)].toSorted((a, b) => a - b);
}

/** What a sample says, with stitches and trims that follow from its pieces. */
export function amountsOf(pieces: number): { pieces: number; stitches: number; trims: number } {
  return { pieces, stitches: pieces * STITCHES, trims: pieces * TRIMS };
}

function bootsOf(
  { driftPpm, boots }: DeviceSpec,
  device: number,
  world: { start: number; clear: (at: number) => number },
): TrueBoot[] {
  let off = world.start;
  return boots.map((spec, index) => {
    const beganAt = world.clear(off + spec.offMinutes * MINUTE);
    const upAt = (at: number): number => Math.round((at - beganAt) * (1 + driftPpm / 1e6));
    const samples: TrueSample[] = [];
    let at = beganAt;
    let pieces = 0;
    const isLost = spec.samples[0]?.isLost ?? false;
    const powerOn = { gapSeconds: 0, pieces: 0, glitch: 0, isLost };
    for (const sample of [powerOn, ...spec.samples]) {
      at = world.clear(at + sample.gapSeconds * 1_000);
      pieces += sample.pieces;
      const seq = samples.length + 1;
      const told = Math.min(pieces + sample.glitch, 2 ** 32 - 1);
      const { pieces: made } = sample;
      samples.push({ seq, at, up: upAt(at), pieces, told, made, isLost: sample.isLost });
    }
    off = at + LINGER_MS;
    const boot = `${device}${index}`.padStart(8, "0");
    return { device, boot, beganAt, samples, spec, upAt };
  });
}

/** Losses move pieces to the next sample: so what must not move is not lost, nor is the last word of a boot. */
function keepBeside(boot: TrueBoot, plans: readonly TruePlan[]): TrueBoot {
  const { samples, device } = boot;
  const isNeeded = (sample: TrueSample, next: TrueSample | undefined): boolean =>
    next === undefined ||
    edgesBetween(plans, sample.at, next.at).some(
      (edge) => stationAt(plans, device, edge - 1) !== stationAt(plans, device, edge),
    );
  return {
    ...boot,
    samples: samples.map((sample, i) => ({
      ...sample,
      isLost: sample.isLost && !isNeeded(sample, samples[i + 1]),
    })),
  };
}

function clearOf(at: number, near: { froms: readonly number[]; marginMs: number }): number {
  const { froms, marginMs } = near;
  const half = Math.round(at / HALF_HOUR) * HALF_HOUR;
  const edge = [half, ...froms].find((candidate) => Math.abs(at - candidate) < marginMs);
  return edge === undefined ? at : clearOf(edge + marginMs, near);
}

/** A station has one counter: who comes second is bound to none. */
function distinct(stations: readonly number[]): number[] {
  return stations.map((station, i) => (stations.indexOf(station) === i ? station : -1));
}

function planOf(stations: readonly number[], calendar: number, operation: number): Plan {
  const bound = (station: number): { device?: string } => {
    const device = stations.indexOf(station);
    return device < 0 ? {} : { device: `dev-${device}` };
  };
  const station = (index: number) => ({
    id: `S${index}`,
    name: `Poste ${index}`,
    operation: index === 2 ? "Finir" : `Assembler ${operation}`,
    standardMinutes: 0.5 + operation,
    ...bound(index),
  });
  return {
    workshop: { name: "Atelier", timeZone: ZONE },
    calendar: { shifts: CALENDAR_SHIFTS[calendar] ?? [] },
    lines: [
      { id: "L1", name: "Ligne 1", operators: 2, stations: [station(0)] },
      { id: "L2", name: "Ligne 2", target: 100, stations: [station(1), station(2)] },
    ],
    devices: stations.map((_, device) => ({ id: `dev-${device}` })),
  };
}
