import type { ServerClock } from "./clock.ts";
import type { Entry } from "./store/entries.ts";
import type { ActOutcome, ActRequest } from "./store/floor/act-request.ts";
import type { Store } from "./store/open-store.ts";

/** The waist: whatever happens enters here. */
export interface Recorder {
  /**
   * Records entries that belong together. Resolves when they are on disk, power cut included;
   * rejects when they can't be stored: nothing may then be acknowledged.
   */
  record(entries: readonly Entry[]): Promise<void>;
  /**
   * Records what a person did; resolves with the answer when it is on disk, refused or not.
   * @param isAdmin sent with the admin token
   */
  act(request: ActRequest, isAdmin: boolean): Promise<ActOutcome>;
  /** UTC ms, as facts are stamped. */
  now(): number;
  /** Resolves when all that was recorded before is on disk or refused. */
  flush(): Promise<void>;
}

/** What is recorded goes to the store, in the order in which it came. */
export function createRecorder(
  store: Pick<Store, "act" | "append" | "flushed">,
  clock: Pick<ServerClock, "now">,
): Recorder {
  return {
    now: clock.now,
    act: (request, isAdmin) => store.act(request, { received: clock.now(), isAdmin }),
    record: store.append,
    flush: store.flushed,
  };
}
