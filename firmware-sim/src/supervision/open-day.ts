/** What a supervisor sets at the beginning of a day: a target for each line, a message to the wall. */
import type { Clock } from "../clock.ts";
import type { Api } from "../floor/api.ts";
import { idOf } from "../floor/register.ts";
import type { SimulatedLine } from "../scenario/workshop.ts";

export interface OpenDayOptions {
  readonly api: Api;
  readonly lines: readonly SimulatedLine[];
  readonly clock: Clock;
  readonly nextKey: () => string;
  readonly timeZone: string;
}

/** What of the board is needed here. */
interface Board {
  readonly day: string;
  readonly windows: readonly { readonly from: number; readonly to: number }[];
  readonly lines: readonly { readonly lineId: string; readonly target: number | null }[];
}

const MINUTE_MS = 60_000;
/** The van comes so long after now. */
const VAN_MS = 120 * MINUTE_MS;

/** Tells the server; answers with what it refused, in its own words. */
export async function openDay(options: OpenDayOptions): Promise<string[]> {
  const { api, lines, clock, nextKey } = options;
  const refusals: string[] = [];

  async function say(method: "POST" | "PUT", path: string, word: object): Promise<void> {
    const at = clock.now();
    const head = { key: nextKey(), at, sentAt: at, origin: "hand" };
    const { status, body } = await api.ask(method, `/api/v1/${path}`, {
      body: { ...head, ...word },
    });
    if (status !== 200) refusals.push(`${path} ${status} ${JSON.stringify(body)}`);
  }

  const board = await api.get<Board>("/api/v1/board");
  for (const line of lines) {
    const of = sourceOf(line, board);
    if (of !== null)
      await say("PUT", "targets", { lineId: line.id, day: board.day, pieces: null, of });
  }
  for (const operatorId of absentOf(lines)) {
    const body = { operatorId, isAbsent: true };
    const { status, body: said } = await api.ask("PUT", "/api/v1/absences", { body });
    if (status !== 200) refusals.push(`absences ${status} ${JSON.stringify(said)}`);
  }
  await say("POST", "messages", { lineId: null, text: messageAt(options) });
  return refusals;
}

/** Computed from people, hours and standard minutes, so that it comes close to the plan's. */
function sourceOf({ id, scenario }: SimulatedLine, { windows, lines }: Board) {
  const planned = lines.find(({ lineId }) => lineId === id)?.target ?? null;
  const dayMinutes = windows.reduce((sum, { from, to }) => sum + to - from, 0) / MINUTE_MS;
  const shares = scenario.people.reduce((sum, { present: [from, to] }) => sum + to - from, 0);
  const personMinutes = Math.round(shares * dayMinutes);
  const manned = new Set(scenario.stations.map(({ operation }) => operation));
  const standardMinutes = scenario.operations
    .filter((operation) => manned.has(operation.id))
    .reduce((sum, operation) => sum + operation.standardMinutes, 0);
  if (planned === null || personMinutes === 0 || standardMinutes === 0) return null;
  const efficiency = Math.round(((planned * standardMinutes) / personMinutes) * 100) / 100;
  return { personMinutes, efficiency, standardMinutes: Math.round(standardMinutes * 100) / 100 };
}

function absentOf(lines: readonly SimulatedLine[]): Set<string> {
  const others = lines.flatMap(({ scenario }) => scenario.others ?? []);
  return new Set(
    others.filter(({ isAbsent }) => isAbsent === true).map(({ pseudonym }) => idOf(pseudonym)),
  );
}

/** « Livraison à 16 h » */
function messageAt({ clock, timeZone }: OpenDayOptions): string {
  const hour = new Intl.DateTimeFormat("fr-FR", { hour: "numeric", hourCycle: "h23", timeZone })
    .formatToParts(clock.now() + VAN_MS)
    .find(({ type }) => type === "hour")?.value;
  return `Livraison à ${Number(hour)}\u00a0h`;
}
