import { setImmediate } from "node:timers";
import type { Entry } from "./entries.ts";
import type { RingReader } from "./entry-ring.ts";
import type { Request } from "./thread-calls.ts";

/** What is posted to a writer that sleeps: something is in the ring. */
export const WAKE = "wake";

/** What the writer's thread is sent: a call, word that there are entries, or nothing more to come. */
type Sent = Request | typeof WAKE | null;

/** A group commits together; entries that are longer by themselves do so alone. */
const GROUP_SAMPLES = 1_000;

interface Work {
  readonly ring: RingReader;
  serve(call: Request | null): void;
  /** Commits entries together; `done` counts all that were ever taken. */
  commit(entries: readonly Entry[], done: number): void;
}

/**
 * Takes calls and entries in the order in which they were made, though they come on two ways. Entries wait only for the group before
 * them, and what came meanwhile is the next one: under load groups grow by themselves ([S20]). Between two groups whatever else the
 * thread has to do gets its turn.
 * @returns hears what the thread is sent
 */
export function takeTurns({ ring, serve, commit }: Work): (sent: Sent) => void {
  const calls: (Request | null)[] = [];
  let served = 0;
  let done = 0;
  let isDue = false;
  let isClosed = false;

  function work(): void {
    isDue = false;
    serveDue();
    if (isClosed) return;
    const upTo = calls[0]?.after ?? Number.POSITIVE_INFINITY;
    const entries = ring.take({ samples: GROUP_SAMPLES, entries: upTo - done, calls: served });
    if (entries.length > 0) {
      done += entries.length;
      commit(entries, done);
    } else if (ring.sleep()) return;
    isDue = true;
    setImmediate(work);
  }

  /** Calls before which no more entries were made than are done. */
  function serveDue(): void {
    for (let call = calls[0]; call !== undefined && (call?.after ?? 0) <= done; call = calls[0]) {
      calls.shift();
      served += 1;
      isClosed ||= call === null;
      serve(call);
    }
  }

  return (sent) => {
    if (sent !== WAKE) calls.push(sent);
    if (!isDue) work();
  };
}
