/** A scenario of two stations and a workshop on a virtual clock, for tests. */
import {
  createRandom,
  createVirtualClock,
  type Incident,
  layOutLines,
  loadScenario,
  repeatShift,
  type Scenario,
  type Simulation,
  type SimulationOptions,
  startSimulation,
  type VirtualClock,
} from "@trame/firmware-sim";
import {
  createRecordingBroker,
  NO_TROUBLE,
  type RecordingBroker,
  type Trouble,
} from "./recording-broker.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Monday 23 November 2026, 08:00 in Paris. */
export const MORNING = Date.parse("2026-11-23T08:00:00+01:00");

/** The first stations of Lons, without incidents. */
export async function shortLine(stations = 2): Promise<Scenario> {
  const lons = await loadScenario("lons");
  const [line] = layOutLines(lons, stations);
  return { ...(line?.scenario ?? lons), incidents: [] };
}

export interface Workshop {
  readonly clock: VirtualClock;
  readonly broker: RecordingBroker;
  readonly simulation: Simulation;
}

export interface WorkshopOptions {
  readonly scenario: Scenario;
  readonly seed?: number;
  readonly trouble?: Trouble;
  readonly pastMs?: number;
  readonly incidents?: readonly Incident[];
  readonly extra?: Partial<SimulationOptions>;
}

/** A workshop whose day began `pastMs` ago; it is 08:00 when none is given. */
export function openWorkshop(options: WorkshopOptions): Workshop {
  const { scenario, seed = 7, trouble = NO_TROUBLE, pastMs = 0, incidents = [], extra } = options;
  const clock = createVirtualClock(MORNING + pastMs);
  const random = createRandom(`network ${seed}`);
  const broker = createRecordingBroker({ clock, random, trouble });
  const to = MORNING + 8 * HOUR;
  const shift = { from: MORNING, to, windows: [{ from: MORNING, to }] };
  const boots = createRandom(`boots ${seed}`);
  const simulation = startSimulation({
    lines: [{ id: "L1", name: "Ligne 1", scenario }],
    seed,
    clock,
    dial: broker.dial,
    from: MORNING,
    nextShift: repeatShift(shift, 24 * HOUR),
    incidents,
    drawBoot: () => boots.hex(8),
    ...extra,
  });
  return { clock, broker, simulation };
}
