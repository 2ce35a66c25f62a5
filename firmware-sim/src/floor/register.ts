import {
  badgeToQr,
  type OperatorMode,
  PERSON_PICTOGRAMS,
  type Span,
  type WorkPattern,
} from "@trame/shared";
import { routingOfStyle, styleOf } from "../scenario/catalogue-of.ts";
import type { Person, Scenario } from "../scenario/scenario.ts";
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

/** The hours of the workshop. */
export interface Shift extends Span {
  readonly timeZone: string;
}

/** Makes the catalogue known to a server, and gives badges and keys. */
export async function register(
  api: Api,
  scenario: Scenario,
  { lines, shift }: { readonly lines: readonly SimulatedLine[]; readonly shift: Shift },
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
    for (const [pseudonym, badge] of await registerPeople(api, line, shift))
      badges.set(pseudonym, badge);
    for (const { id } of line.scenario.stations) {
      keys.set(id, await api.send<StationKey>("POST", `/api/v1/stations/${id}/key`, {}));
    }
  }
  return { badges, keys };
}

interface Hired {
  readonly pseudonym: string;
  readonly skills: readonly { readonly operation: string; readonly level: number }[];
  readonly mode?: Partial<OperatorMode> | undefined;
  readonly pattern?: WorkPattern | null;
}

async function registerPeople(
  api: Api,
  { scenario }: SimulatedLine,
  shift: Shift,
): Promise<[string, string][]> {
  const badges: [string, string][] = [];
  for (const [index, { pseudonym, mode, pattern, skills }] of hire(scenario, shift).entries()) {
    const { badge } = await api.send<{ badge: number }>(
      "PUT",
      `/api/v1/operators/${idOf(pseudonym)}`,
      {
        pseudonym,
        pictogram: PERSON_PICTOGRAMS[index % PERSON_PICTOGRAMS.length],
        skills,
        ...(mode !== undefined && { mode }),
        ...(pattern != null && { pattern }),
      },
    );
    badges.push([pseudonym, badgeToQr(badge)]);
  }
  return badges;
}

/** Who has a station, knowing what is done there well and what comes after it a little; then who has none. */
function hire(scenario: Scenario, shift: Shift): Hired[] {
  const { operations, stations, others = [] } = scenario;
  const nameOf = (id: string) => operations.find((each) => each.id === id)?.name;
  const people = new Map(scenario.people.map((person) => [person.pseudonym, person]));
  const seated = [...people.values()].map(({ pseudonym, station, mode, present }) => {
    const own = operations.findIndex(
      ({ id }) => id === stations.find((place) => place.id === station)?.operation,
    );
    const skills = [own, own + 1].flatMap((place, index) => {
      const operation = operations[place]?.name;
      return own < 0 || operation === undefined ? [] : [{ operation, level: 3 - index }];
    });
    return { pseudonym, skills, mode, pattern: patternOf(present, shift) };
  });
  const free = others.flatMap(({ pseudonym, operations: known }) => {
    const skills = known.flatMap((id) => {
      const operation = nameOf(id);
      return operation === undefined ? [] : [{ operation, level: 3 }];
    });
    return skills.length === 0 ? [] : [{ pseudonym, skills }];
  });
  return [...seated, ...free];
}

/** The hours of part time; null for who is there all day. */
function patternOf([from, to]: Person["present"], shift: Shift): WorkPattern | null {
  if (from === 0 && to === 1) return null;
  const length = shift.to - shift.from;
  const at = (share: number) =>
    Temporal.Instant.fromEpochMilliseconds(Math.round(shift.from + share * length))
      .toZonedDateTimeISO(shift.timeZone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" });
  return [{ days: [1, 2, 3, 4, 5, 6, 7], from: at(from), to: at(to) }];
}

/** Of an operator: `Églantine 2` is `sim-eglantine-2`. */
export function idOf(pseudonym: string): string {
  const plain = pseudonym.normalize("NFD").replaceAll(/[^A-Za-z0-9 ]/g, "");
  return `sim-${plain.trim().toLowerCase().replaceAll(/ +/g, "-")}`;
}
