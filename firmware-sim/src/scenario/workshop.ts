import type { Scenario } from "./scenario.ts";

/** A line that plays the scenario, with ids of its own. */
export interface SimulatedLine {
  readonly id: string;
  readonly name: string;
  readonly scenario: Scenario;
}

/**
 * As many lines side by side as it takes for `devices` counters, the last one cut short after its first stations. The first
 * line keeps the scenario's ids; in the second `S01` is `S01-2` and `sim-01` is `sim-01-2`.
 */
export function layOutLines(
  scenario: Scenario,
  devices: number = scenario.stations.length,
): SimulatedLine[] {
  const perLine = scenario.stations.length;
  return Array.from({ length: Math.ceil(devices / perLine) }, (_, index) => {
    const number = index + 1;
    const suffix = index === 0 ? "" : `-${number}`;
    const stations = scenario.stations.slice(0, devices - index * perLine).map((station) => ({
      ...station,
      id: station.id + suffix,
      device: station.device + suffix,
    }));
    const isThere = (station: string) => stations.some(({ id }) => id === station);
    const move = <Placed extends { readonly station: string }>(placed: readonly Placed[]) =>
      placed
        .map((each) => ({ ...each, station: each.station + suffix }))
        .filter(({ station }) => isThere(station));
    const { people, incidents } = scenario;
    return {
      id: `L${number}`,
      name: `Ligne ${number}`,
      scenario: { ...scenario, stations, people: move(people), incidents: move(incidents) },
    };
  });
}
