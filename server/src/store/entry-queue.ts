import type { Entry } from "./entries.ts";
import { createRingWriter } from "./entry-ring.ts";

/** Entries were refused though the disk is well: their device has had its share, or they can't be taken. */
export class NotTaken extends Error {
  constructor() {
    super("the entry was not taken");
  }
}

/** What the writer tells of a group of entries. */
export interface Committed<Failure = Error> {
  /** Of all entries ever put in, so many are on disk or refused now. */
  readonly done: number;
  /** Of the ring: all before it may be written over. */
  readonly position: number;
  /** Which of the group were not taken: counted from its first. */
  readonly rejected: readonly number[];
  /** Why nothing of the group could be stored; null when it was. */
  readonly error: Failure | null;
  /** The log's clock after it. */
  readonly clock: number;
}

/** The way of entries to the writer, as whoever records sees it. */
export interface EntryQueue {
  /**
   * Takes entries that belong together, one at least. Resolves when they are on disk, power cut included.
   * @throws {NotTaken} when the store refused one of them; else what the disk said
   */
  append(entries: readonly Entry[]): Promise<void>;
  /** Resolves when all that was appended before is on disk or refused. */
  flushed(): Promise<void>;
  /**
   * Makes a call come after all that was appended before it, and before all that is appended from now on.
   * @param post is told how many entries come before the call; what can't be posted is no call
   */
  placeCall(post: (after: number) => void): void;
  hear(committed: Committed): void;
  /** The writer is no more. */
  fail(error: Error): void;
}

/**
 * Puts entries into the ring from which the writer takes them, and lets those know who wait for them.
 * @param wake sends the writer a message, since it sleeps
 */
export function createEntryQueue(memory: SharedArrayBuffer, wake: () => void): EntryQueue {
  const ring = createRingWriter(memory);
  const waiters = createWaiters();
  /** What the ring had no room for. */
  let backlog: { readonly entry: Entry; readonly calls: number }[] = [];
  let appended = 0;
  let done = 0;
  let calls = 0;
  let death: Error | null = null;

  function show(): void {
    if (ring.show()) wake();
  }

  function refill(): void {
    const kept = backlog.findIndex(({ entry, calls }) => !ring.put(entry, calls));
    backlog = kept < 0 ? [] : backlog.slice(kept);
    show();
  }

  return {
    append(entries) {
      if (death !== null) return Promise.reject(death);
      for (const entry of entries) {
        if (backlog.length > 0 || !ring.put(entry, calls)) backlog.push({ entry, calls });
      }
      const first = appended;
      appended += entries.length;
      show();
      return waiters.wait(first, appended);
    },
    flushed: waiters.last,
    placeCall(post) {
      post(appended);
      calls += 1;
    },
    hear({ done: end, position, rejected, error }) {
      ring.free(position);
      if (backlog.length > 0) refill();
      if (error !== null) waiters.fail(error, end);
      else if (rejected.length > 0) waiters.refuse(new Set(rejected.map((at) => done + at)), end);
      done = end;
      waiters.settle(done);
    },
    fail(error) {
      death = error;
      waiters.fail(error, appended);
      waiters.settle(appended);
    },
  };
}

/** Somebody who waits for entries, as all are counted: from the first to before the end. */
interface Waiter {
  readonly first: number;
  readonly end: number;
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  failure: Error | null;
}

/** Those who wait for entries, in the order of these. */
function createWaiters() {
  let waiters: Waiter[] = [];

  /** Who waits for an entry before this one. */
  function* before(end: number): Iterable<Waiter> {
    for (const waiter of waiters) {
      if (waiter.first >= end) return;
      yield waiter;
    }
  }

  return {
    wait(first: number, end: number): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiters.push({ first, end, promise, resolve, reject, failure: null });
      return promise;
    },
    /** Resolves when all who wait now have heard. */
    async last(): Promise<void> {
      await Promise.allSettled([waiters.at(-1)?.promise]);
    },
    /** Nothing before this entry was stored of what was not done. */
    fail(error: Error, end: number): void {
      for (const waiter of before(end)) waiter.failure ??= error;
    },
    /** These entries were not taken. */
    refuse(refused: ReadonlySet<number>, end: number): void {
      for (const waiter of before(end)) {
        for (let at = waiter.first; at < waiter.end; at++) {
          if (refused.has(at)) waiter.failure ??= new NotTaken();
        }
      }
    },
    /** Lets those hear whose entries are all done. */
    settle(done: number): void {
      const left = waiters.findIndex(({ end }) => end > done);
      const settled = left < 0 ? waiters : waiters.slice(0, left);
      waiters = left < 0 ? [] : waiters.slice(left);
      for (const { resolve, reject, failure } of settled) {
        if (failure === null) resolve();
        else reject(failure);
      }
    },
  };
}
