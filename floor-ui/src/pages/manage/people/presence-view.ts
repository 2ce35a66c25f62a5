import type { PersonRow, PresenceList } from "../../../data/floor/rows.ts";

/** `GET /api/v1/presence`, as the team's page reads it. */
export interface TeamPresence extends Pick<PresenceList, "free" | "absent"> {
  readonly stations: readonly {
    readonly stationId: string;
    readonly people: readonly (PersonRow & { readonly since: number })[];
    readonly expected: readonly PersonRow[];
  }[];
}

/** Somebody today. In the order of pseudonyms: any other order would be a ranking of some kind. */
export interface PresenceRow {
  readonly operatorId: string;
  readonly name: string;
  readonly pictogram: string | null;
  readonly state: "here" | "expected" | "free" | "away";
  /** Where they are or are expected; null when nowhere. */
  readonly stationId: string | null;
  /** UTC ms. */
  readonly since: number | null;
}

/** Everybody of whom something is known today, each once. */
export function presenceRows({ stations, free, absent }: TeamPresence): PresenceRow[] {
  const at = { stationId: null, since: null };
  const here = stations.flatMap(({ stationId, people }) =>
    people.map((one) => rowOf(one, { state: "here", stationId, since: one.since })),
  );
  const expected = stations.flatMap(({ stationId, expected: names }) =>
    names.map((one) => rowOf(one, { state: "expected", stationId, since: null })),
  );
  const others = [
    ...free.map((one) => rowOf(one, { state: "free", ...at })),
    ...absent.map((one) => rowOf(one, { state: "away", ...at })),
  ];
  const known = new Map([...others, ...expected, ...here].map((row) => [row.operatorId, row]));
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
}

type Person = Pick<PresenceRow, "operatorId" | "name" | "pictogram">;

function rowOf(
  { operatorId, name, pictogram }: Person,
  rest: Pick<PresenceRow, "state" | "stationId" | "since">,
): PresenceRow {
  return { operatorId, name, pictogram, ...rest };
}
