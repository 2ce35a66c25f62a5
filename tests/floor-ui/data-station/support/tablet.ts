import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { onTestFinished } from "vitest";
import { startStation } from "../../../../floor-ui/src/data/station/create-station-model.ts";
import { createLeaseDuty } from "../../../../floor-ui/src/data/station/duty.ts";
import { createIdbStorage } from "../../../../floor-ui/src/data/station/idb-storage.ts";
import type { Kept, StationStorage } from "../../../../floor-ui/src/data/station/storage.ts";
import type { TabMessage, Tabs } from "../../../../floor-ui/src/data/station/tabs.ts";
import { createFakeTime, type FakeTime } from "../../support/fake-time.ts";
import { createFakeFloor, type FakeFloor } from "./fake-floor.ts";

/** What a test may change of a page before it starts. */
export interface PageOptions {
  /** The page dies when it has taken so many steps: a step is the begin or the end of a write, a read or a request. */
  readonly diesAfter?: number;
  readonly storage?: (real: StationStorage) => StationStorage;
  readonly key?: () => string | null;
  /** The tablet was taken out. */
  readonly onRevoked?: (storage: StationStorage) => void;
  readonly hasTabs?: boolean;
  /** `S01` when not given. */
  readonly stationId?: string;
}

/** UTC ms at which a tablet's day begins here. */
export const MORNING = Date.UTC(2026, 2, 16, 7);

/** A tablet with its disk, its clock and its network; pages open, die and open again on it. */
export function createTablet(floor: FakeFloor = createFakeFloor()) {
  globalThis.indexedDB = new IDBFactory();
  const time = createFakeTime();
  const listeners = new Set<(message: TabMessage) => void>();
  let wallOffset = MORNING - time.monotonic();
  let drawn = 0;
  let busy = 0;
  const pages: { die(): void }[] = [];

  function open(options: PageOptions = {}) {
    const life = createLife(options.diesAfter ?? Number.POSITIVE_INFINITY);
    const { stationId = "S01" } = options;
    const own = createIdbStorage(stationId);
    const real = options.storage?.(own) ?? own;
    const storage = mortal(real, life, (by) => {
      busy += by;
    });
    const controls = startStation({
      stationId,
      storage,
      // A request may hang for ever: only the disk is waited for.
      fetch: mortalCall(floor.fetch, life, () => {}),
      tabs: options.hasTabs === false ? NO_TABS : tabsOf(listeners, life),
      duty: createLeaseDuty({ storage, owner: `tab-${pages.length}`, now, setTimer: livingTimer }),
      onRevoked: () => options.onRevoked?.(storage),
      key: options.key ?? (() => "a-key-of-this-station"),
      language: () => "fr",
      now,
      monotonic: time.monotonic,
      setTimer: livingTimer,
      random: () => 0.5,
      drawHex: () => {
        drawn += 1;
        return `key-${String(drawn).padStart(6, "0")}`;
      },
    });
    function livingTimer(run: () => void, afterMs: number) {
      return time.setTimer(() => life.isAlive() && run(), afterMs);
    }
    const page = { ...controls, die: life.end, steps: life.steps, isAlive: life.isAlive };
    pages.push(page);
    return page;
  }

  const now = () => time.monotonic() + wallOffset;

  /** Until nothing reads, writes or asks any more. */
  async function idle(): Promise<void> {
    for (let quiet = 0; quiet < 4; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = busy === 0 ? quiet + 1 : 0;
    }
  }

  /** Lets time go by, in steps short enough for what was begun to end in between. */
  async function pass(ms: number, step = 250): Promise<void> {
    await idle();
    for (let left = ms; left > 0; left -= step) {
      time.advance(Math.min(step, left));
      await idle();
    }
  }

  async function kept(): Promise<Kept> {
    const storage = createIdbStorage("S01");
    const read = await storage.read();
    storage.close();
    return read;
  }

  onTestFinished(() => {
    for (const page of pages) page.die();
  });

  return {
    floor,
    time: time as FakeTime,
    open,
    idle,
    pass,
    now,
    /** Somebody sets the tablet's clock. */
    setClockBy(ms: number) {
      wallOffset += ms;
    },
    /** What is on the disk, read as a new page would. */
    kept,
    /** What of it waits. */
    waiting: async () => (await kept()).waiting,
  };
}

export type Tablet = ReturnType<typeof createTablet>;
export type Page = ReturnType<Tablet["open"]>;

const NO_TABS: Tabs = { post() {}, listen: () => () => {} };

function createLife(diesAfter: number) {
  let steps = 0;
  let isOver = false;
  return {
    isAlive: () => !isOver,
    steps: () => steps,
    /** False when the page is dead by now. */
    step() {
      steps += 1;
      if (steps > diesAfter) isOver = true;
      return !isOver;
    },
    end() {
      isOver = true;
    },
  };
}

type Life = ReturnType<typeof createLife>;

function tabsOf(listeners: Set<(message: TabMessage) => void>, life: Life): Tabs {
  let own: ((message: TabMessage) => void) | null = null;
  return {
    post(message) {
      if (!life.isAlive()) return;
      const copy = structuredClone(message);
      for (const listener of listeners) if (listener !== own) listener(copy);
    },
    listen(onMessage) {
      own = (message) => life.isAlive() && onMessage(message);
      const mine = own;
      listeners.add(mine);
      return () => listeners.delete(mine);
    },
  };
}

/** Every call is two steps; on a dead page nothing begins, and what had begun is never heard of. */
function mortalCall<Arguments extends unknown[], Result>(
  call: (...given: Arguments) => Promise<Result>,
  life: Life,
  count: (by: number) => void,
): (...given: Arguments) => Promise<Result> {
  return (...given) => {
    if (!life.step()) return new Promise<Result>(() => {});
    count(1);
    const done = call(...given);
    return new Promise<Result>((resolve, reject) => {
      done.then(
        (result) => {
          count(-1);
          if (life.step()) resolve(result);
        },
        (error) => {
          count(-1);
          if (life.step()) reject(error);
        },
      );
    });
  };
}

function mortal(storage: StationStorage, life: Life, count: (by: number) => void): StationStorage {
  const wrap = <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    mortalCall(call, life, count);
  return {
    append: wrap(storage.append),
    tell: wrap(storage.tell),
    next: wrap(storage.next),
    settle: wrap(storage.settle),
    requeue: wrap(storage.requeue),
    read: wrap(storage.read),
    keepView: wrap(storage.keepView),
    forget: wrap(storage.forget),
    remember: wrap(storage.remember),
    takeLease: wrap(storage.takeLease),
    close: storage.close,
  };
}
