import { formatCode } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { createLeaseDuty, createLockDuty } from "../../../floor-ui/src/data/station/duty.ts";
import type { Lease } from "../../../floor-ui/src/data/station/storage.ts";
import { createFakeTime } from "../support/fake-time.ts";
import { createTablet } from "./support/tablet.ts";

const code = (bundle: number) => formatCode({ order: 118, bundle });

describe("two tabs of one tablet", () => {
  it("[H7] one sends, both are told, and the order is that of the hands", async () => {
    const tablet = createTablet();
    const left = tablet.open();
    await tablet.pass(3000);
    const right = tablet.open();
    await tablet.pass(3000);
    const codes = [1, 2, 3, 4, 5, 6].map(code);
    for (const [index, text] of codes.entries()) {
      await (index % 2 === 0 ? left : right).model.scan(text, "scan");
    }
    await tablet.pass(3000);

    expect(tablet.floor.codes()).toEqual(codes);
    expect(tablet.floor.deliveries.length).toBe(6);
    expect([left, right].map(({ model }) => model.answer.value)).toMatchObject([
      { kind: "accepted", text: code(5) },
      { kind: "accepted", text: code(6) },
    ]);
  });

  it("[H7] both count what is kept, and when one dies the other sends it", async () => {
    const tablet = createTablet();
    const left = tablet.open();
    const right = tablet.open();
    await tablet.pass(3000);
    tablet.floor.setWeather("unheard");
    await tablet.pass(15_000);
    await right.model.scan(code(1), "scan");
    await left.model.scan(code(2), "scan");
    await tablet.idle();
    const kept = [left.model.kept.value, right.model.kept.value];
    right.die();
    tablet.floor.setWeather("fine");
    await tablet.pass(25_000);

    expect(kept).toEqual([2, 2]);
    expect([tablet.floor.codes(), left.model.kept.value]).toEqual([[code(1), code(2)], 0]);
  });

  it("[H7] two that send at once cost a request, never order nor a second act", async () => {
    const tablet = createTablet();
    const alone = {
      hasTabs: false,
      storage: (real: object) => ({ ...real, takeLease: async () => true }),
    };
    const left = tablet.open(alone as never);
    const right = tablet.open(alone as never);
    await tablet.pass(1000);
    tablet.floor.setWeather("unheard");
    await tablet.pass(16_000);
    for (const bundle of [1, 2, 3, 4]) {
      await (bundle % 2 === 0 ? left : right).model.scan(code(bundle), "scan");
    }
    tablet.floor.setWeather("fine");
    await tablet.pass(30_000);

    expect(tablet.floor.codes()).toEqual([1, 2, 3, 4].map(code));
    expect(await tablet.waiting()).toEqual([]);
  });
});

describe("the turn by a lease", () => {
  function setUp() {
    const time = createFakeTime();
    let row: { owner: string; until: number } | null = null;
    let step = 0;
    const storage = {
      takeLease: (owner: string, { now, ms, isForced }: Lease) => {
        const isHeld = row !== null && row.until > now && row.until <= now + ms;
        const isOurs = isForced || !isHeld || row?.owner === owner;
        if (isOurs) row = { owner, until: now + ms };
        return Promise.resolve(isOurs);
      },
    };
    const states: Record<string, boolean> = {};
    const start = (owner: string) => {
      const now = () => time.monotonic() + step;
      const duty = createLeaseDuty({ storage, owner, now, setTimer: time.setTimer });
      duty.start((isOnDuty) => {
        states[owner] = isOnDuty;
      });
      onTestFinished(duty.close);
      return duty;
    };
    const pass = async (ms: number) => {
      for (let left = ms; left > 0; left -= 500) {
        time.advance(500);
        for (let turn = 0; turn < 4; turn += 1) await null;
      }
    };
    return { states, start, pass, setClockBy: (ms: number) => (step += ms) };
  }

  it("[H7] has one holder, who can be relieved, and ends with its page", async () => {
    const { states, start, pass } = setUp();
    const a = start("a");
    await pass(1000);
    const b = start("b");
    await pass(4000);
    const first = { ...states };
    b.take();
    await pass(4000);
    const second = { ...states };
    b.close();
    await pass(8000);
    expect([first, second, states["a"]]).toEqual([
      { a: true, b: false },
      { a: false, b: true },
      true,
    ]);
    a.close();
  });

  it("[H7] is nobody's for ever when the clock was set back", async () => {
    const { states, start, pass, setClockBy } = setUp();
    const a = start("a");
    await pass(1000);
    a.close();
    setClockBy(-3_600_000);
    start("b");
    await pass(1000);
    expect(states["b"]).toBe(true);
  });
});

describe("the turn by a lock", () => {
  /** As the Web Locks specification has it: one name, `steal` and a queue. */
  function createLocks() {
    const queue: (() => void)[] = [];
    let holder: { reject: (error: unknown) => void } | null = null;
    const grant = (
      hold: () => Promise<void> | undefined,
      done: { resolve: () => void; reject: (error: unknown) => void },
    ) => {
      holder = done;
      Promise.resolve(hold())
        .then(() => {
          done.resolve();
          if (holder !== done) return;
          holder = null;
          queue.shift()?.();
        })
        .catch(done.reject);
    };
    const request = (
      _name: string,
      { steal = false }: LockOptions,
      hold: () => Promise<void> | undefined,
    ) =>
      new Promise<void>((resolve, reject) => {
        const done = { resolve, reject };
        const run = () => grant(hold, done);
        if (steal) {
          holder?.reject(new DOMException("stolen", "AbortError"));
          run();
        } else if (holder === null) run();
        else queue.push(run);
      });
    return { request } as unknown as LockManager;
  }

  it("[H7] goes to the tab that is looked at, and back when that one ends", async () => {
    const locks = createLocks();
    const states: Record<string, boolean> = {};
    const [a, b] = ["a", "b"].map((owner) => {
      const duty = createLockDuty(locks, "S01");
      duty.start((isOnDuty) => {
        states[owner] = isOnDuty;
      });
      return duty;
    }) as [ReturnType<typeof createLockDuty>, ReturnType<typeof createLockDuty>];
    const seen: unknown[] = [];
    const look = async () => {
      for (let turn = 0; turn < 10; turn += 1) await null;
      seen.push({ ...states });
    };
    await look();
    b.take();
    await look();
    a.take();
    a.take();
    await look();
    a.close();
    await look();

    expect(seen).toEqual([
      { a: true },
      { a: false, b: true },
      { a: true, b: false },
      { a: true, b: true },
    ]);
    b.close();
  });
});
