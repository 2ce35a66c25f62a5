import type { ServerClock } from "./clock.ts";
import { type Entry, encodeBatch } from "./store/entries.ts";
import type { Store } from "./store/open-store.ts";

/** The waist: whatever happens enters here. */
export interface Recorder {
  /**
   * Records entries that belong together. Resolves when they are on disk, power cut included;
   * rejects when they can't be stored: nothing may then be acknowledged.
   */
  record(entries: readonly Entry[]): Promise<void>;
  /** UTC ms, as facts are stamped. */
  now(): number;
  /** Resolves when all that was recorded before is on disk or refused. */
  flush(): Promise<void>;
}

/** Entries were refused though the disk is well: their device has had its share, or they can't be taken. */
export class NotTaken extends Error {
  constructor() {
    super("the entry was not taken");
  }
}

/** Entries that commit together, and those who wait for it. */
interface Group {
  readonly entries: Entry[];
  samples: number;
  readonly committed: Promise<ReadonlySet<number>>;
  readonly settle: (answer: Promise<ReadonlySet<number>>) => void;
}

/** A group is sent when the writer is free, or holds so many samples, or is so old. */
const GROUP_SAMPLES = 1_000;
const GROUP_MS = 5;
const NONE: ReadonlySet<number> = new Set();

/**
 * Gathers what all devices send into groups, so that they share one transaction and one write to disk ([S2]).
 * While a group commits the next one fills: under load groups grow by themselves, and a lone message never waits.
 */
export function createRecorder(
  store: Pick<Store, "commit">,
  clock: Pick<ServerClock, "now">,
): Recorder {
  let open: Group | null = null;
  let timer: NodeJS.Timeout | null = null;
  let underWay = 0;

  function send(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const group = open;
    if (group === null) return;
    open = null;
    underWay += 1;
    const answer = store
      .commit(encodeBatch(group.entries))
      .then(({ rejected }) => (rejected.length === 0 ? NONE : new Set(rejected)));
    group.settle(answer);
    const done = (): void => {
      underWay -= 1;
      if (underWay === 0) send();
    };
    answer.then(done, done);
  }

  function groupFor(): Group {
    if (open !== null) return open;
    open = createGroup();
    if (underWay === 0) setImmediate(send);
    else timer ??= setTimeout(send, GROUP_MS);
    return open;
  }

  return {
    now: clock.now,
    record(entries) {
      const group = groupFor();
      const first = group.entries.length;
      for (const entry of entries) {
        group.entries.push(entry);
        group.samples += entry.kind === "counts" ? entry.message.samples.length : 1;
      }
      const last = group.entries.length;
      if (group.samples >= GROUP_SAMPLES) send();
      return group.committed.then((rejected) => {
        if (rejected === NONE) return;
        for (let at = first; at < last; at++) if (rejected.has(at)) throw new NotTaken();
      });
    },
    async flush() {
      const last = open?.committed;
      send();
      await last?.catch(() => undefined);
    },
  };
}

function createGroup(): Group {
  const { promise, resolve } = Promise.withResolvers<ReadonlySet<number>>();
  // Nobody may wait any more when it fails; whoever does is told.
  promise.catch(() => undefined);
  return { entries: [], samples: 0, committed: promise, settle: resolve };
}
