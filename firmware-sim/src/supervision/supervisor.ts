/** People who tell what keeps them from sewing, and a supervisor who comes: over the interface of the screens. */
import type { CallKind } from "@trame/shared";
import type { Clock } from "../clock.ts";
import type { Act } from "../floor/act.ts";
import type { Api } from "../floor/api.ts";
import type { Random } from "../random.ts";
import type { Said } from "../scenario/scenario.ts";
import type { FloorHappening } from "../sewing/events.ts";
import { type CallKey, listedKey, ownKey } from "./call-key.ts";
import { drawSaid } from "./said-of.ts";
import { listedStop } from "./stop-range.ts";
import type { CallTruth, StopTruth, WordTruth } from "./word-truth.ts";

/** A trouble at a station. */
export interface TroubledScene {
  readonly line: string;
  readonly station: string;
  /** UTC ms of the clock. */
  readonly at: number;
  readonly what: Extract<FloorHappening, { kind: "trouble" }>;
}

/** Hears of troubles, and has what follows of them sent. */
export interface Supervisor {
  hears(scene: TroubledScene): void;
  /** What was said by a moment, UTC ms. */
  truth(by: number): WordTruth;
}

export interface SupervisorDeps {
  readonly random: Random;
  readonly nextKey: () => string;
  /** UTC ms of the clock, so many ms of sewing after a moment of it. */
  readonly after: (at: number, ms: number) => number;
  /** Sends it with the acts of a line. */
  readonly push: (line: string, act: Act) => void;
  readonly clock: Clock;
  readonly api: Pick<Api, "get">;
  /** Whether there is a counter's button within reach. */
  readonly canPress: (station: string) => boolean;
  readonly press: (station: string, button: CallKind) => void;
  /** Who sews there. */
  readonly who: (station: string) => { readonly assignmentId?: string };
}

/** When it began, ended, and what people say of it. */
interface Case {
  readonly scene: TroubledScene;
  readonly from: number;
  readonly to: number;
  readonly said: Said;
  readonly random: Random;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** From the trouble to the call. */
const CALLED_AFTER_MS = [15 * SECOND_MS, 50 * SECOND_MS] as const;
/** From its end to its cause, given in one tap. */
const EXPLAINED_AFTER_MS = [20 * SECOND_MS, 120 * SECOND_MS] as const;

export function createSupervisor(deps: SupervisorDeps): Supervisor {
  const { after } = deps;
  const calls: CallTruth[] = [];
  const stops: (StopTruth & { readonly explainedAt: number | null })[] = [];
  const chanceAt = createChance(deps.random);

  return {
    hears(scene) {
      const { what, station, at } = scene;
      const random = chanceAt(station);
      const said = what.said ?? drawSaid(what.trouble, random);
      const to = after(at, what.minutes * MINUTE_MS);
      const on = { scene, from: Math.floor(at), to: Math.floor(to), said, random };
      const call = tellCall(deps, on);
      if (call !== null) calls.push(call);
      tellUpkeep(deps, on);
      const explainedAt = tellCause(deps, on);
      const stop = { stationId: station, from: on.from, to: on.to, cause: said.cause };
      stops.push({ ...stop, explainedAt });
    },
    truth: (by) => ({
      calls: calls.filter(({ at }) => at <= by).map((call) => knownBy(call, by)),
      stops: stops
        .filter(({ to }) => to <= by)
        .map(({ explainedAt, cause, ...stop }) => ({
          ...stop,
          cause: explainedAt !== null && explainedAt <= by ? cause : null,
        })),
    }),
  };
}

function knownBy(call: CallTruth, by: number): CallTruth {
  const known = (at: number | null) => (at !== null && at <= by ? at : null);
  return { ...call, takenAt: known(call.takenAt), resolvedAt: known(call.resolvedAt) };
}

/** A stream of its own for the nth trouble of each station: the same whatever happens elsewhere. */
function createChance(random: Random): (station: string) => Random {
  const troubles = new Map<string, number>();
  return (station) => {
    const count = (troubles.get(station) ?? 0) + 1;
    troubles.set(station, count);
    return random.fork(`${station} ${count}`);
  };
}

/** Who is under the eyes of the supervisor as often presses the counter's button as the tablet's. */
const BY_BUTTON = 0.5;

/** The call, who comes, and that it is over. */
function tellCall(deps: SupervisorDeps, on: Case): CallTruth | null {
  const { scene, from, to, said, random } = on;
  const { after, nextKey } = deps;
  const { call, takenAfterMinutes } = said;
  const waitedMs = random.between(...CALLED_AFTER_MS);
  const at = Math.floor(after(from, waitedMs));
  if (call === null || at >= to) return null;
  const { line, station } = scene;
  const key = sendCall(deps, on, { call, at });
  const takenAt =
    takenAfterMinutes === null
      ? null
      : Math.floor(Math.min(after(at, takenAfterMinutes * MINUTE_MS), (at + to) / 2));
  const step = (name: "take" | "resolve", when: number) =>
    deps.push(line, {
      get path() {
        return `calls/${key.value}/${name}`;
      },
      key: nextKey(),
      stationId: null,
      at: when,
      isForeseen: true,
      before: key.read,
      body: () => ({ origin: "hand" }),
    });
  if (takenAt !== null) step("take", takenAt);
  step("resolve", to);
  return { stationId: station, call, at, takenAt, resolvedAt: to };
}

/** By the tablet, or by the counter's button where the call is still to come. */
function sendCall(
  deps: SupervisorDeps,
  { scene: { line, station }, random }: Case,
  { call, at }: Pick<CallTruth, "call" | "at">,
): CallKey {
  const { clock, nextKey } = deps;
  const isByButton = random.chance(BY_BUTTON) && at > clock.now();
  if (isByButton && deps.canPress(station)) {
    clock.at(at, () => deps.press(station, call));
    return listedKey(deps.api, { station, call });
  }
  const key = nextKey();
  const word = { origin: "hand", call, ...deps.who(station) };
  deps.push(line, {
    ...{ path: "calls", key, at },
    stationId: station,
    isForeseen: true,
    body: () => word,
  });
  return ownKey(key);
}

/** Help is told while it goes on, the cause of a stop when it is over; when it was, null for never. */
function tellCause(deps: SupervisorDeps, { scene, from, to, said, random }: Case): number | null {
  const { api, clock, after, nextKey } = deps;
  const afterMs = random.between(...EXPLAINED_AFTER_MS);
  const { cause } = said;
  if (cause === null) return null;
  const { line, station, what } = scene;
  const word = { origin: "hand", scope: { stationId: station }, cause };
  const send = (at: number, more: Pick<Act, "body" | "before">) =>
    deps.push(line, {
      ...{ path: "stops", key: nextKey(), stationId: null, isForeseen: true, at },
      ...more,
    });
  const at = after(to, afterMs);
  if (what.trouble === "support") {
    const begun = after(from, CALLED_AFTER_MS[0]);
    send(begun, { body: () => ({ ...word, from, to: null }) });
    send(at, { body: () => ({ ...word, from, to }) });
    return begun;
  }
  const range = listedStop({ api, clock, stationId: station, from, to, at });
  send(at, { before: range.read, body: () => ({ ...word, ...range.value }) });
  return at;
}

/** Where the thread is at fault and a mechanic came, the needle is a new one. */
function tellUpkeep({ nextKey, push }: SupervisorDeps, { scene, to, said }: Case): void {
  const { line, station } = scene;
  if (said.cause !== "thread" || said.call !== "mechanic") return;
  const body = () => ({ origin: "hand", stationId: station, upkeep: "needle" });
  const path = `machines/${station}/upkeep`;
  push(line, { path, key: nextKey(), stationId: null, at: to, isForeseen: true, body });
}
