import type { Act } from "./act.ts";
import type { Courier, Verdict } from "./courier.ts";
import type { PostOptions } from "./post.ts";
import type { StationState } from "./state.ts";
import type { StationStorage } from "./storage.ts";
import type { Duty, Tabs } from "./tabs.ts";

/** What a station's data is made from; a browser's things, or those of a test. */
export interface StationDeps extends PostOptions {
  readonly stationId: string;
  readonly storage: StationStorage;
  readonly tabs: Tabs;
  readonly duty: Duty;
  /** UTC ms by the tablet's clock, which people set. */
  readonly now: () => number;
  /** ms since the page began, by a clock that nobody sets. */
  readonly monotonic: () => number;
  /** 0 to 1, as `Math.random()`. */
  readonly random: () => number;
  /** So many hex digits that nobody else draws. */
  readonly drawHex: (digits: number) => string;
}

/** Someone who waits for the server's word on an act, for as long as nobody was told that it is kept. */
export interface Waiter {
  verdict: Verdict | null;
  /** The verdict is there, or there will be none soon. */
  wake(): void;
}

/** What the parts of a station's data hand each other. */
export interface Core {
  readonly deps: StationDeps;
  readonly state: StationState;
  readonly courier: Courier;
  readonly waiters: Map<string, Waiter>;
  /** By key: what was done since this page began, and when by the clock that nobody sets. */
  readonly doneAt: Map<string, number>;
  /** Asks for the server's view, soon. */
  refresh(): void;
}

/**
 * When an act is sent, by the clock that dated it: the server takes `sentAt − at` for the act's age. A clock that was set back
 * since must not make it younger than this page knows it to be.
 */
export function sentAtOf({ deps, doneAt }: Pick<Core, "deps" | "doneAt">, { body }: Act): number {
  const since = doneAt.get(body.key);
  const known = since === undefined ? 0 : Math.round(deps.monotonic() - since);
  return Math.max(deps.now(), body.at + known);
}
