import { badgeToQr, PERSON_PICTOGRAMS } from "@trame/shared";
import { routingOfStyle, styleOf } from "../scenario/catalogue-of.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { SimulatedLine } from "../scenario/workshop.ts";
import type { Api } from "./api.ts";

/** What a crew needs before it begins. */
export interface Registered {
  /** What a badge's code says, by pseudonym. */
  readonly badges: ReadonlyMap<string, string>;
  /** By station. */
  readonly keys: ReadonlyMap<string, StationKey>;
}

/** With which a station's tablet writes. */
export interface StationKey {
  readonly key: string;
  /** Opens the station's page, from the server's root. */
  readonly link: string;
}

/** Makes the catalogue known to a server, and gives badges and keys. */
export async function register(
  api: Api,
  scenario: Scenario,
  lines: readonly SimulatedLine[],
): Promise<Registered> {
  for (const style of scenario.styles ?? []) {
    const { id, ...body } = styleOf(style);
    await api.send("PUT", `/api/v1/styles/${id}`, body);
    const { version: _, ...routing } = routingOfStyle(scenario, style);
    await api.send("POST", "/api/v1/routings", routing);
  }
  const badges = new Map<string, string>();
  const keys = new Map<string, StationKey>();
  for (const line of lines) {
    for (const [pseudonym, badge] of await registerPeople(api, line)) badges.set(pseudonym, badge);
    for (const { id } of line.scenario.stations) {
      keys.set(id, await api.send<StationKey>("POST", `/api/v1/stations/${id}/key`, {}));
    }
  }
  return { badges, keys };
}

async function registerPeople(api: Api, { scenario }: SimulatedLine): Promise<[string, string][]> {
  const people = new Map(scenario.people.map((person) => [person.pseudonym, person]));
  const badges: [string, string][] = [];
  for (const [index, { pseudonym, station, mode }] of [...people.values()].entries()) {
    const place = scenario.stations.find(({ id }) => id === station);
    const operation = scenario.operations.find(({ id }) => id === place?.operation)?.name;
    const id = idOf(pseudonym);
    const { badge } = await api.send<{ badge: number }>("PUT", `/api/v1/operators/${id}`, {
      pseudonym,
      pictogram: PERSON_PICTOGRAMS[index % PERSON_PICTOGRAMS.length],
      ...(operation !== undefined && { skills: [{ operation, level: 3 }] }),
      ...(mode !== undefined && { mode }),
    });
    badges.push([pseudonym, badgeToQr(badge)]);
  }
  return badges;
}

/** `Églantine 2` is `sim-eglantine-2`. */
function idOf(pseudonym: string): string {
  const plain = pseudonym.normalize("NFD").replaceAll(/[^A-Za-z0-9 ]/g, "");
  return `sim-${plain.trim().toLowerCase().replaceAll(/ +/g, "-")}`;
}
