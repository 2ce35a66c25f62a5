import type { Plan, PlanDevice, PlanLine, PlanStation } from "@trame/shared";

/** Fields to change; null takes a field away. */
export type StationChanges = {
  readonly [Field in keyof Omit<PlanStation, "id">]?: PlanStation[Field] | null;
};
export type LineChanges = {
  readonly [Field in keyof Omit<PlanLine, "id" | "stations">]?: PlanLine[Field] | null;
};

/** Room for a counter's own piece rule is left to the counter. */
const NEW_STATION = { operation: "", standardMinutes: 1 };

/** The next id that nobody has, numbered on as the others are: L3 after L2, S08 after S07. */
export function freeId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.flatMap((id) =>
    id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length)) ? [id.slice(prefix.length)] : [],
  );
  const width = Math.max(1, ...numbers.map((digits) => digits.length));
  const next = Math.max(0, ...numbers.map(Number)) + 1;
  return `${prefix}${String(next).padStart(width, "0")}`;
}

/** An id for what has a name of its own: `esp-07`. */
export function stationIds(plan: Plan): string[] {
  return plan.lines.flatMap(({ stations }) => stations.map(({ id }) => id));
}

export function addLine(plan: Plan, name: string): Plan {
  const id = freeId(
    "L",
    plan.lines.map((line) => line.id),
  );
  return { ...plan, lines: [...plan.lines, { id, name, stations: [] }] };
}

export function changeLine(plan: Plan, lineId: string, changes: LineChanges): Plan {
  return onLine(plan, lineId, (line) => merged(line, changes));
}

/** A line goes with its stations; their counters stay, bound to nothing. */
export function removeLine(plan: Plan, lineId: string): Plan {
  return tidied({ ...plan, lines: plan.lines.filter(({ id }) => id !== lineId) });
}

/** One place further on for 1, back for -1. */
export function moveLine(plan: Plan, lineId: string, by: 1 | -1): Plan {
  return { ...plan, lines: moved(plan.lines, lineId, by) };
}

/** A station at the end of a line, named by its number. */
export function addStation(
  plan: Plan,
  lineId: string,
  station: Partial<PlanStation> & Pick<PlanStation, "name">,
): Plan {
  const id = freeId("S", stationIds(plan));
  return onLine(plan, lineId, (line) => ({
    ...line,
    stations: [...line.stations, { ...NEW_STATION, id, ...station }],
  }));
}

/** The threshold of an operation goes along where its last station is given another name for it. */
export function changeStation(plan: Plan, stationId: string, changes: StationChanges): Plan {
  const before = stationOf(plan, stationId);
  const after = onStation(plan, stationId, (station) => merged(station, changes));
  const operation = changes.operation;
  if (before === undefined || typeof operation !== "string") return after;
  return tidied(withRenamedThreshold(after, before.operation, operation));
}

export function removeStation(plan: Plan, stationId: string): Plan {
  const lines = plan.lines.map((line) => ({
    ...line,
    stations: line.stations.filter(({ id }) => id !== stationId),
  }));
  return tidied({ ...plan, lines });
}

/** Within its line: one place further on for 1, back for -1. */
export function moveStation(plan: Plan, stationId: string, by: 1 | -1): Plan {
  const lines = plan.lines.map((line) => ({
    ...line,
    stations: moved(line.stations, stationId, by),
  }));
  return { ...plan, lines };
}

/** A counter counts for one station: it leaves the one that had it. null: the station has none. */
export function bindDevice(plan: Plan, stationId: string, deviceId: string | null): Plan {
  const freed = plan.lines
    .flatMap(({ stations }) => stations)
    .filter(({ id, device }) => device === deviceId && deviceId !== null && id !== stationId)
    .reduce((all, { id }) => changeStation(all, id, { device: null, counter: null }), plan);
  return changeStation(freed, stationId, { device: deviceId, counter: null });
}

/** A counter that the plan knows from now on; one that it knows already is given what is new. */
export function addDevice(plan: Plan, device: PlanDevice): Plan {
  const isKnown = plan.devices.some(({ id }) => id === device.id);
  const devices = isKnown
    ? plan.devices.map((each) => (each.id === device.id ? { ...each, ...device } : each))
    : [...plan.devices, device];
  return { ...plan, devices };
}

/** A counter that comes in no more; its station keeps what it counted. */
export function removeDevice(plan: Plan, deviceId: string): Plan {
  const freed = plan.lines
    .flatMap(({ stations }) => stations)
    .filter(({ device }) => device === deviceId)
    .reduce((all, { id }) => changeStation(all, id, { device: null, counter: null }), plan);
  return { ...freed, devices: freed.devices.filter(({ id }) => id !== deviceId) };
}

/** Minutes after which a station of the operation waits, and a stop asks for its cause; null: the usual ones. */
export function setThreshold(
  plan: Plan,
  operation: string,
  minutes: { readonly waitMinutes: number | null; readonly explainMinutes: number | null },
): Plan {
  const others = (plan.thresholds ?? []).filter((each) => each.operation !== operation);
  const own = merged({ operation }, minutes);
  const isEmpty = minutes.waitMinutes === null && minutes.explainMinutes === null;
  return withThresholds(plan, isEmpty ? others : [...others, own]);
}

export function stationOf(plan: Plan, stationId: string): PlanStation | undefined {
  return plan.lines.flatMap(({ stations }) => stations).find(({ id }) => id === stationId);
}

function onLine(plan: Plan, lineId: string, change: (line: PlanLine) => PlanLine): Plan {
  return { ...plan, lines: plan.lines.map((line) => (line.id === lineId ? change(line) : line)) };
}

function onStation(
  plan: Plan,
  stationId: string,
  change: (station: PlanStation) => PlanStation,
): Plan {
  const lines = plan.lines.map((line) => ({
    ...line,
    stations: line.stations.map((station) =>
      station.id === stationId ? change(station) : station,
    ),
  }));
  return { ...plan, lines };
}

/** Fields of null are left out, as the plan has them. */
function merged<Of extends object>(of: Of, changes: object): Of {
  const fields = Object.entries({ ...of, ...changes }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(fields) as Of;
}

function moved<Of extends { readonly id: string }>(
  list: readonly Of[],
  id: string,
  by: 1 | -1,
): Of[] {
  const from = list.findIndex((each) => each.id === id);
  const to = from + by;
  const [one, other] = [list[from], list[to]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((each, index) => {
    if (index === from) return other;
    return index === to ? one : each;
  });
}

function withRenamedThreshold(plan: Plan, before: string, after: string): Plan {
  const { thresholds = [] } = plan;
  const isNamed = operationsOf(plan).has(before);
  const isTaken = thresholds.some(({ operation }) => operation === after);
  if (isNamed || isTaken) return plan;
  const renamed = thresholds.map((each) =>
    each.operation === before ? { ...each, operation: after } : each,
  );
  return withThresholds(plan, renamed);
}

/** Thresholds of operations that no station names would be refused. */
function tidied(plan: Plan): Plan {
  const named = operationsOf(plan);
  const { thresholds = [] } = plan;
  return withThresholds(
    plan,
    thresholds.filter(({ operation }) => named.has(operation)),
  );
}

function withThresholds(plan: Plan, thresholds: NonNullable<Plan["thresholds"]>): Plan {
  const { thresholds: _, ...rest } = plan;
  return thresholds.length === 0 ? rest : { ...rest, thresholds };
}

function operationsOf(plan: Plan): ReadonlySet<string> {
  return new Set(plan.lines.flatMap(({ stations }) => stations.map(({ operation }) => operation)));
}
