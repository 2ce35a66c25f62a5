import { batch } from "@preact/signals";
import type { StationView } from "@trame/shared";
import { createBackOff } from "./back-off.ts";
import type { Core, StationDeps } from "./core.ts";
import { hearReader } from "./counter-reader.ts";
import { request } from "./post.ts";
import { meet, reach } from "./receive.ts";
import type { HeldAct, StationState } from "./state.ts";

/** Keeps the server's view up to date. */
export interface ViewKeeper {
  /** Asks for it now, or as soon as a second has passed since the last time. */
  refresh(): void;
  close(): void;
}

const AT_MOST_EVERY_MS = 1_000;
/** What other stations do changes what waits here, and nobody tells. */
const AT_LEAST_EVERY_MS = 15_000;
/** The line's bundles are most of a view, and few of them change: at rest they are asked for less often. */
const LINE_EVERY_MS = 60_000;

/** Asks for nothing before the first `refresh`. */
export function createViewKeeper(core: Pick<Core, "deps" | "state" | "courier">): ViewKeeper {
  const { deps } = core;
  let askedAt = Number.NEGATIVE_INFINITY;
  let wholeAt = Number.NEGATIVE_INFINITY;
  let isAsking = false;
  let isWanted = false;
  let isClosed = false;
  let cancel = () => {};
  const backOff = createBackOff(refresh, deps);

  function ask(): void {
    askedAt = deps.monotonic();
    const isWhole = isWanted || askedAt - wholeAt >= LINE_EVERY_MS;
    if (isWhole) wholeAt = askedAt;
    isAsking = true;
    isWanted = false;
    backOff.cancel();
    fetchView(core, isWhole)
      .catch(() => false)
      .then(follow)
      .catch(() => {});
  }

  function follow(isThere: boolean): void {
    isAsking = false;
    if (isClosed) return;
    if (isThere) backOff.succeeded();
    else backOff.failed();
    if (isWanted) refresh();
    else if (isThere) plan(AT_LEAST_EVERY_MS);
  }

  function plan(afterMs: number): void {
    cancel();
    cancel = deps.setTimer(ask, afterMs);
  }

  function refresh(): void {
    isWanted = true;
    if (!isAsking) plan(Math.max(0, AT_MOST_EVERY_MS - (deps.monotonic() - askedAt)));
  }

  return {
    refresh,
    close() {
      isClosed = true;
      cancel();
      backOff.cancel();
    },
  };
}

/** True when the server answered. `isWhole`: with the bundles of the line. What may hold an act already is left aside. */
async function fetchView(
  { deps, state, courier }: Pick<Core, "deps" | "state" | "courier">,
  isWhole: boolean,
): Promise<boolean> {
  if (deps.key() === null) {
    turnAway(deps, state);
    return false;
  }
  // What was accepted before the question is in the answer; what is accepted meanwhile may not be.
  const before = state.acts.peek();
  const holds = before.filter(({ status }) => status === "taken");
  // What was accepted is laid over the line's bundles until they are asked for again.
  const line = isWhole || holds.length > 0 ? null : state.told.peek();
  const path = `/api/v1/stations/${encodeURIComponent(deps.stationId)}${line === null ? "" : "?bundles=false"}`;
  const response = await request(path, deps, { method: "GET" });
  if (response === null || response.status >= 500) {
    if (state.connection.peek() === "connected") state.connection.value = "offline";
    return false;
  }
  if (response.status === 401 || response.status === 403) {
    turnAway(deps, state);
    return false;
  }
  const isBack = state.connection.peek() !== "connected";
  batch(() => {
    reach(state);
    state.isStationUnknown.value = response.status === 404;
    if (response.status === 200 && isSettled(state, before))
      accept(deps, state, { told: response.json, line, holds });
  });
  if (isBack) courier.kick();
  return true;
}

/** What a tablet that was taken out has been told is nobody's any more. */
function turnAway({ key }: StationDeps, state: StationState): void {
  const isRevoked = key() === null;
  state.connection.value = isRevoked ? "unpaired" : "refused";
  if (isRevoked) state.told.value = null;
}

/**
 * Nothing was done or answered since the question. Else the view may hold an act that is laid over it too, and would be seen
 * twice; the answer to that act asks again.
 */
function isSettled({ acts, onTheWay }: StationState, before: readonly HeldAct[]): boolean {
  return onTheWay.peek() === 0 && acts.peek().every((held) => before.includes(held));
}

interface Got {
  readonly told: unknown;
  /** The view whose line's bundles go on; null when these were asked for. */
  readonly line: StationView | null;
  readonly holds: StationState["acts"]["value"];
}

function accept(
  { storage, now }: StationDeps,
  state: StationState,
  { told, line, holds }: Got,
): void {
  if (!isView(told)) return;
  const view = line === null ? told : { ...line, ...told, lineBundles: line.lineBundles };
  const numbers = new Set(holds.map(({ act }) => act.number));
  hearReader(state, view, now());
  state.told.value = view;
  state.acts.value = state.acts.peek().filter(({ act }) => !numbers.has(act.number));
  for (const { operation } of view.open) meet(state, operation);
  storage.keepView(view, [...numbers]).catch(() => {});
}

/** Looks at the frame only: the server is of the same version as the page. */
function isView(value: unknown): value is StationView {
  const { station, open, present, lineBundles } = value as Partial<StationView>;
  const lists = [open, present, lineBundles];
  return typeof station === "object" && lists.every((list) => Array.isArray(list));
}
