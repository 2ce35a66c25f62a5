import { batch } from "@preact/signals";
import type { StationView } from "@trame/shared";
import { createBackOff } from "./back-off.ts";
import type { Core, StationDeps } from "./core.ts";
import { hearReader } from "./counter-reader.ts";
import { request } from "./post.ts";
import { meet, reach } from "./receive.ts";
import type { StationState } from "./state.ts";

/** Keeps the server's view up to date. */
export interface ViewKeeper {
  /** Asks for it now, or as soon as a second has passed since the last time. */
  refresh(): void;
  close(): void;
}

const AT_MOST_EVERY_MS = 1_000;
/** What other stations do changes what waits here, and nobody tells. */
const AT_LEAST_EVERY_MS = 15_000;

/** Asks for nothing before the first `refresh`. */
export function createViewKeeper(core: Pick<Core, "deps" | "state" | "courier">): ViewKeeper {
  const { deps } = core;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isAsking = false;
  let isWanted = false;
  let isClosed = false;
  let cancel = () => {};
  const backOff = createBackOff(refresh, deps);

  function ask(): void {
    isAsking = true;
    isWanted = false;
    askedAt = deps.monotonic();
    backOff.cancel();
    fetchView(core)
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

/** True when the server answered. */
async function fetchView({
  deps,
  state,
  courier,
}: Pick<Core, "deps" | "state" | "courier">): Promise<boolean> {
  if (deps.key() === null) {
    state.connection.value = "unpaired";
    return false;
  }
  // What was accepted before the question is in the answer; what is accepted meanwhile may not be.
  const holds = state.acts.peek().filter(({ status }) => status === "taken");
  const path = `/api/v1/stations/${encodeURIComponent(deps.stationId)}`;
  const response = await request(path, deps, { method: "GET" });
  if (response === null || response.status >= 500) {
    if (state.connection.peek() === "connected") state.connection.value = "offline";
    return false;
  }
  if (response.status === 401 || response.status === 403) {
    state.connection.value = "refused";
    return false;
  }
  const isBack = state.connection.peek() !== "connected";
  batch(() => {
    reach(state);
    state.isStationUnknown.value = response.status === 404;
    if (response.status === 200) accept(deps, state, { view: response.json, holds });
  });
  if (isBack) courier.kick();
  return true;
}

function accept(
  { storage, now }: StationDeps,
  state: StationState,
  got: { view: unknown; holds: StationState["acts"]["value"] },
): void {
  if (!isView(got.view)) return;
  const numbers = new Set(got.holds.map(({ act }) => act.number));
  hearReader(state, got.view, now());
  state.told.value = got.view;
  state.acts.value = state.acts.peek().filter(({ act }) => !numbers.has(act.number));
  for (const { operation } of got.view.open) meet(state, operation);
  storage.keepView(got.view, [...numbers]).catch(() => {});
}

/** Looks at the frame only: the server is of the same version as the page. */
function isView(value: unknown): value is StationView {
  const { station, open, present, lineBundles } = value as Partial<StationView>;
  const lists = [open, present, lineBundles];
  return typeof station === "object" && lists.every((list) => Array.isArray(list));
}
