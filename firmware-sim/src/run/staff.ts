import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";
import { type Api, createApi } from "../floor/api.ts";
import { type Crew, openCrew } from "../floor/open-crew.ts";
import { createRandom } from "../random.ts";
import type { MadeHours } from "../scenario/hours-around.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { SimulatedLine } from "../scenario/workshop.ts";
import type { NextShift } from "../sewing/shifts.ts";
import type { StationTruth } from "../truth/truth.ts";
import type { SimOptions } from "./options.ts";

/** What is played, and when. */
export interface PreparedRun {
  readonly scenario: Scenario;
  readonly lines: readonly SimulatedLine[];
  readonly clock: Clock;
  /** When the sewing begins, UTC ms. */
  readonly from: number;
  /** Nothing was done to what waits then before this, UTC ms. */
  readonly begin: number;
  readonly hours: MadeHours;
  readonly nextShift: NextShift;
  readonly timeZone: string;
}

/** People at the stations, and the server that they use. */
export interface Staff {
  readonly api: Api;
  readonly crew: Crew;
}

/** From one act to the next on the same packet pass seconds: at a higher speed less than they are on their way. */
const FASTEST = 60;
const TAG_BYTES = 2;

/** The people of a run; null where it has none: a scenario without orders, no token, machines only, or too fast. */
export async function staff(
  options: SimOptions,
  { scenario, lines, clock, begin, hours }: PreparedRun,
  print: (line: string) => void,
): Promise<Staff | null> {
  const { server, token, speed, seed, isMachinesOnly } = options;
  if (server === null || token === null || isMachinesOnly) return null;
  if (scenario.orders === undefined) return null;
  if (speed > FASTEST) {
    print(`Au-delà de la vitesse ${FASTEST}, les compteurs parlent seuls : ni tickets, ni badges.`);
    return null;
  }
  const api = createApi({ server, token });
  const crew = await openCrew({
    ...{ api, scenario, lines, clock, speed },
    random: createRandom(seed).fork("floor"),
    tag: randomBytes(TAG_BYTES).toString("hex"),
    cutAt: begin,
    shift: hours.shift,
  });
  return { api, crew };
}

/** What people declared beside what the counters know; a table has nothing else. */
export function withDeclared(
  truths: readonly StationTruth[],
  lines: readonly SimulatedLine[],
  staffed: Staff | null,
): StationTruth[] {
  if (staffed === null) return [...truths];
  const declared = staffed.crew.truth.declared();
  const known = new Map(truths.map((truth) => [truth.station, truth]));
  return lines.flatMap(({ scenario: { stations, operations } }) =>
    stations.flatMap(({ id, operation }) => {
      const name = operations.find((each) => each.id === operation)?.name ?? operation;
      const truth = known.get(id) ?? tableTruth(id, name);
      return [{ ...truth, declared: declared.get(id) ?? [] }];
    }),
  );
}

function tableTruth(station: string, operation: string): StationTruth {
  const nothing = { kept: [], unsure: [], lost: [], boots: 0, blurred: 0, miscounted: 0 };
  return { station, device: null, operation, ...nothing, declared: [] };
}
