import { withAuthor } from "./author.ts";
import type { ServerClock } from "./clock.ts";
import { type Entry, encodeBatch } from "./store/entries.ts";
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
  store: Pick<Store, "act" | "commit">,
  clock: Pick<ServerClock, "now">,
): Recorder {
  let open: Group | null = null;
  let timer: NodeJS.Timeout | null = null;
  const underWay = new Set<Promise<unknown>>();

  function send(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const group = open;
    if (group === null) return;
    open = null;
    // A group is of many, and whoever happens to be the one that sends it wrote none of it ([JC2]).
    const answer = withAuthor(null, () => store.commit(encodeBatch(group.entries))).then(
      ({ rejected }) => (rejected.length === 0 ? NONE : new Set(rejected)),
    );
    group.settle(answer);
    underWay.add(answer);
    const done = (): void => {
      underWay.delete(answer);
      if (underWay.size === 0) send();
    };
    answer.then(done, done);
  }

  function groupFor(samples: number): Group {
    if (open !== null && open.samples + samples > GROUP_SAMPLES) send();
    if (open !== null) return open;
    const group = createGroup();
    open = group;
    if (underWay.size > 0) timer = setTimeout(send, GROUP_MS);
    else setImmediate(() => group === open && send());
    return group;
  }

  return {
    now: clock.now,
    act: (request, isAdmin) => store.act(request, { received: clock.now(), isAdmin }),
    record(entries) {
      const samples = entries.reduce((sum, entry) => sum + samplesOf(entry), 0);
      const group = groupFor(samples);
      const first = group.entries.length;
      group.entries.push(...entries);
      group.samples += samples;
      const last = group.entries.length;
      if (group.samples >= GROUP_SAMPLES) send();
      return group.committed.then((rejected) => {
        if (rejected === NONE) return;
        for (let at = first; at < last; at++) if (rejected.has(at)) throw new NotTaken();
      });
    },
    async flush() {
      send();
      await Promise.allSettled(underWay);
    },
  };
}

function samplesOf(entry: Entry): number {
  switch (entry.kind) {
    case "counts":
      return entry.message.samples.length;
    case "events":
      return entry.message.events.length;
    case "readings":
    case "quarantine":
      return 1;
  }
}

function createGroup(): Group {
  const { promise, resolve } = Promise.withResolvers<ReadonlySet<number>>();
  // Nobody may wait any more when it fails; whoever does is told.
  promise.catch(() => undefined);
  return { entries: [], samples: 0, committed: promise, settle: resolve };
}
