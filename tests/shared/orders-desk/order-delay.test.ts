import { type DelayFacts, orderDelay } from "@trame/shared";
import { describe, expect, it } from "vitest";

const RUNNING: DelayFacts = {
  state: "running",
  ordered: 200,
  good: 20,
  cut: 200,
  daysLate: null,
  conflicts: 0,
  stopped: [],
  outside: 0,
  queues: [],
  kits: [],
};
const queue = (code: string, waiting: number, perHour: number | null) => ({
  ...{ styleId: "MASQUE", code, waiting, perHour, isEntry: code === "10" },
});

describe("what delays an order", () => {
  it("[OD3] is the first of its reasons that holds", () => {
    const all: DelayFacts = {
      ...RUNNING,
      cut: 120,
      conflicts: 2,
      stopped: ["S03"],
      outside: 30,
      queues: [queue("20", 60, 10)],
      kits: [
        { styleId: "POLO", complete: 4 },
        { styleId: "SWEAT", complete: 9 },
      ],
    };
    const steps: Partial<DelayFacts>[] = [
      { state: "prepared" },
      { cut: 0 },
      {},
      { conflicts: 0 },
      { conflicts: 0, stopped: [] },
      { conflicts: 0, stopped: [], queues: [] },
      { conflicts: 0, stopped: [], queues: [], outside: 0 },
      { conflicts: 0, stopped: [], queues: [], outside: 0, kits: [] },
      { conflicts: 0, stopped: [], queues: [], outside: 0, kits: [], cut: 200 },
    ];

    expect(steps.map((step) => orderDelay({ ...all, ...step }))).toEqual([
      { code: "not-released" },
      { code: "nothing-cut" },
      { code: "conflicts", bundles: 2 },
      { code: "stopped", stationIds: ["S03"] },
      { code: "queue", styleId: "MASQUE", operation: "20", pieces: 60, hours: 6 },
      { code: "outside", pieces: 30 },
      { code: "kit-style", styleId: "POLO", kits: 5 },
      { code: "not-cut", pieces: 80 },
      null,
    ]);
  });

  it("[OD3] is the operation where most waits for its own pace, not where most pieces are", () => {
    const queues = [queue("10", 500, 10), queue("20", 90, 30), queue("30", 50, 10)];

    expect(orderDelay({ ...RUNNING, queues })).toMatchObject({ operation: "30", hours: 5 });
  });

  it("[OD3] is no queue below two hours, nor one whose pace nobody knows", () => {
    const queues = [queue("20", 19, 10), queue("30", 80, null), queue("40", 80, 0)];

    expect(orderDelay({ ...RUNNING, queues })).toBeNull();
  });

  it("[OD3] is nothing while the order ends before its due day, but conflicts are still told", () => {
    const held: DelayFacts = { ...RUNNING, stopped: ["S03"], queues: [queue("20", 60, 10)] };
    const ahead = (over: Partial<DelayFacts>) => orderDelay({ ...held, daysLate: -1, ...over });

    expect([
      ahead({}),
      ahead({ conflicts: 1 }),
      ahead({ conflicts: 1, daysLate: 0 }),
      ahead({ daysLate: 1 }),
    ]).toEqual([
      null,
      { code: "to-settle", bundles: 1 },
      { code: "conflicts", bundles: 1 },
      { code: "stopped", stationIds: ["S03"] },
    ]);
  });

  it("[OD3] is nothing once all is made, whatever waits", () => {
    const done = { ...RUNNING, conflicts: 1, good: 200 };

    expect([
      orderDelay({ ...done, state: "done" }),
      orderDelay({ ...done, state: "closed", good: 5 }),
    ]).toEqual([null, null]);
  });
});
