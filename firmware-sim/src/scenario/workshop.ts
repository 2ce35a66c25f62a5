import { operationsOf } from "./catalogue-of.ts";
import type { LinePlan, Scenario, StationPlan } from "./scenario.ts";

/** A line that plays the scenario, with ids of its own. */
export interface SimulatedLine {
  readonly id: string;
  readonly name: string;
  /** What of the scenario is this line's. */
  readonly scenario: Scenario;
  /** The style that it sews; the scenario's first when not given. */
  readonly style?: string | null;
  /** All of the style's sets when not given. */
  readonly share?: SetShare;
}

/** Which sets of a style a line sews: the first, and every so many after. */
export interface SetShare {
  readonly first: number;
  readonly every: number;
}

/**
 * As many workshops side by side as it takes for so many stations, the last one cut short after its first stations. The first
 * keeps the scenario's ids; in the second `S01` is `S01-2` and `sim-01` is `sim-01-2`. Lines of one style share its sets.
 */
export function layOutLines(
  scenario: Scenario,
  stations: number = scenario.stations.length,
): SimulatedLine[] {
  const perCopy = scenario.stations.length;
  const copies = Array.from({ length: Math.ceil(stations / perCopy) }, (_, copy) =>
    layOutCopy(scenario, { copy, stations: scenario.stations.slice(0, stations - copy * perCopy) }),
  );
  const lines = copies.flat();
  return lines.map((line, index) => {
    const like = (other: Unshared) => other.style === line.style;
    const share = {
      first: lines.slice(0, index).filter(like).length,
      every: lines.filter(like).length,
    };
    return { ...line, id: `L${index + 1}`, share };
  });
}

type Unshared = Pick<SimulatedLine, "name" | "scenario"> & { readonly style: string | null };

function layOutCopy(
  scenario: Scenario,
  { copy, stations }: { readonly copy: number; readonly stations: readonly StationPlan[] },
): Unshared[] {
  const style = scenario.styles?.[0]?.id ?? null;
  const only = { style, targets: scenario.targets };
  const plans: readonly (Omit<LinePlan, "style" | "name"> & {
    readonly style: string | null;
    readonly name?: string;
  })[] = scenario.lines ?? [only];
  return plans.flatMap((plan, place): Unshared[] => {
    const own = stations.filter(({ line }) => line === plan.name);
    if (own.length === 0) return [];
    const number = copy * plans.length + place + 1;
    const name = plan.name === undefined ? `Ligne ${number}` : plan.name + suffixOf(copy, " ");
    const part = partOf({ ...scenario, targets: plan.targets }, { copy, stations: own });
    const operations = operationsOf(scenario, plan.style);
    return [{ name, style: plan.style, scenario: { ...part, operations } }];
  });
}

/** The scenario with some of its stations, and who and what belongs to them. */
function partOf(
  scenario: Scenario,
  { copy, stations }: { readonly copy: number; readonly stations: readonly StationPlan[] },
): Scenario {
  const suffix = suffixOf(copy, "-");
  const isThere = (id: string) => stations.some((station) => station.id === id);
  const move = <Placed extends { readonly station: string }>(placed: readonly Placed[]) =>
    placed
      .filter(({ station }) => isThere(station))
      .map((each) => ({ ...each, station: each.station + suffix }));
  const { people, incidents, flow } = scenario;
  return {
    ...scenario,
    stations: stations.map((station) => ({
      ...station,
      id: station.id + suffix,
      ...(station.device !== undefined && { device: station.device + suffix }),
    })),
    // Nobody is in two places.
    people: move(people).map((person) => ({
      ...person,
      pseudonym: person.pseudonym + suffixOf(copy, " "),
    })),
    incidents: move(incidents),
    flow: {
      ...flow,
      leftOpen: (flow.leftOpen ?? []).filter(isThere).map((id) => id + suffix),
    },
  };
}

function suffixOf(copy: number, before: string): string {
  return copy === 0 ? "" : `${before}${copy + 1}`;
}
