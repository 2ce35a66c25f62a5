import type { Plan } from "@trame/shared";
import type { DeskApi, DeskRefusal } from "../desk/desk-api.ts";
import { mergeChanges } from "./merge.ts";
import { isSame } from "./same.ts";

/** What a person changed: before and after. */
export interface Edit<Value> {
  readonly base: Value;
  readonly edited: Value;
}

/** How an edit goes on into the plans that are recorded for later. */
export interface Carry<Value> {
  readonly address: "/api/v1/plan" | "/api/v1/calendar";
  /** The day from which the edit holds; null: from now on. */
  readonly day: string | null;
  /** YYYY-MM-DD of a moment (UTC ms) in the workshop's zone. */
  readonly dayOf: (at: number) => string;
  readonly take: (answer: never) => Value;
  /** The later one with the edit; null where it can't be laid onto it. */
  readonly lay: (edit: Edit<Value>, later: Value) => Value | null;
}

/** A later plan that is without the edit. */
export interface LeftPlan {
  /** UTC ms; null: which plans are later could not be read. */
  readonly from: number | null;
  /** null: both made something else under one id. */
  readonly refusal: DeskRefusal | null;
}

export interface PlanFroms {
  readonly now: number;
  /** Ascending. UTC ms */
  readonly froms: readonly number[];
}

const VERSIONS = "/api/v1/plan/versions";
const CHANGED_MEANWHILE = 412;
const TRIES = 3;

/**
 * A later plan with what was changed before it: what the later one itself changes stays as it has it ([SE12]). null where
 * both made another line or station under one id: neither may pass for the other.
 */
export function carriedInto(base: Plan, edited: Plan, later: Plan): Plan | null {
  const isTwice = [lineEntries, stationEntries].some((entriesOf) => {
    const [known, planned] = [entriesOf(base), entriesOf(later)];
    return [...entriesOf(edited)].some(
      ([id, entry]) => !known.has(id) && planned.has(id) && !isSame(planned.get(id), entry),
    );
  });
  return isTwice ? null : mergeChanges({ base, mine: later, theirs: edited });
}

/** Moments of the plans after the one that was written, once it is written: its own is the first of its day. */
export function laterFroms(
  { now, froms }: PlanFroms,
  { day, dayOf }: Pick<Carry<unknown>, "day" | "dayOf">,
): number[] {
  if (day === null) return froms.filter((from) => from > now);
  return froms.filter((from) => dayOf(from) >= day).slice(1);
}

/** Does an edit that was written to every later plan too, oldest first; tells which are without it. */
export async function carryOn<Value>(
  api: Pick<DeskApi, "read" | "readWhole" | "replace">,
  carry: Carry<Value>,
  edit: Edit<Value>,
): Promise<LeftPlan[]> {
  const versions = await api.read<PlanFroms>(VERSIONS);
  if (!versions.ok) return [{ from: null, refusal: versions }];
  const left: LeftPlan[] = [];
  for (const from of laterFroms(versions.value, carry)) {
    const outcome = await carryTo(api, { ...carry, edit, from });
    if (outcome !== "done") left.push({ from, refusal: outcome === "clash" ? null : outcome });
  }
  return left;
}

async function carryTo<Value>(
  api: Pick<DeskApi, "readWhole" | "replace">,
  to: Carry<Value> & { readonly edit: Edit<Value>; readonly from: number },
): Promise<"done" | "clash" | DeskRefusal> {
  const moment = new Date(to.from).toISOString();
  for (let tried = 1; ; tried += 1) {
    const read = await api.readWhole<never>(`${to.address}?at=${moment}`);
    if (!read.ok) return read;
    const later = to.take(read.value.value);
    const value = to.lay(to.edit, later);
    if (value === null) return "clash";
    if (isSame(value, later)) return "done";
    const whole = { value, version: read.value.version };
    const answer = await api.replace<unknown>(`${to.address}?from=${moment}`, whole);
    if (answer.ok) return "done";
    if (answer.status !== CHANGED_MEANWHILE || tried === TRIES) return answer;
  }
}

function lineEntries({ lines }: Plan): ReadonlyMap<string, unknown> {
  // A station of a line that both added is looked at by itself.
  return new Map(lines.map(({ id, stations: _, ...line }) => [id, line]));
}

function stationEntries(plan: Plan): ReadonlyMap<string, unknown> {
  const stations = plan.lines.flatMap((line) => line.stations);
  return new Map(stations.map((station) => [station.id, station]));
}
