import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKnownLine, type People } from "../../../scripts/bench/balance-lines.ts";
import { propose } from "../../../server/src/balance/propose.ts";
import type { BalanceRequest, Proposal } from "../../../server/src/balance/request.ts";
import { faultsOf, leastCycleOf } from "./support/check-proposal.ts";
import { smallLines } from "./support/small-lines.ts";

/** A clock that goes on by one each time it is looked at. */
function countLooks() {
  const clock = { looks: 0, now: () => ++clock.looks };
  return clock;
}

/** A proposal found within so many looks at the clock, the same on every machine. */
function proposeWithin(request: BalanceRequest, until: number): Proposal {
  const said = propose(request, { now: countLooks().now, until });
  if ("code" in said) throw new Error(said.code);
  return said;
}

const SHIRT: BalanceRequest = {
  tasks: 5,
  precedence: [
    [0, 1],
    [1, 2],
    [0, 3],
    [2, 4],
    [3, 4],
  ],
  times: [
    [0.4, 0.5, 0.6, null, 0.3],
    [0.7, 0.2, null, 0.5, 0.4],
  ],
};

describe("a proposal of who does what", () => {
  it("[Z1] gives each task once to somebody who can, and keeps the precedence along the order", () => {
    expect(proposeWithin(SHIRT, 1_000)).toEqual({
      assignment: [1, 1, 0, 1, 0],
      order: [1, 0],
      slowest: 1.4,
      exact: true,
    });
  });

  it("[Z1] holds for lines of every size, with whatever time there is", () => {
    const sizes = fc.record({
      tasks: fc.integer({ min: 20, max: 75 }),
      people: fc.integer({ min: 4, max: 19 }),
      kind: fc.constantFrom<People>("alike", "slower", "unable"),
      seed: fc.nat(),
    });
    const holds = fc.property(sizes, fc.integer({ min: 0, max: 40 }), (size, until) => {
      const { request } = createKnownLine(size);
      expect(faultsOf(request, proposeWithin(request, until))).toEqual([]);
    });
    fc.assert(holds, { numRuns: 25, seed: 23 });
  });

  it("[Z1] what checks it finds each kind of fault", () => {
    const said = proposeWithin(SHIRT, 1_000);
    const faulty = (change: Partial<Proposal>) => faultsOf(SHIRT, { ...said, ...change });
    expect(faulty({})).toEqual([]);
    expect(faulty({ assignment: [1, 1, 1, 1, 0] })).toContain("1 can't do 2");
    expect(faulty({ order: [0, 1] })).toContain("2 comes before 1");
    expect(faulty({ order: [1] })).toContain("not everybody once");
    expect(faulty({ assignment: [1, 1, 0, 1] })).toContain("not each task once");
    expect(faulty({ slowest: 1.3 })).toContain("slowest is 1.4");
  });

  it("[Z2] one that says so is the best there is, and one is said to be impossible only if it is", () => {
    const holds = fc.property(smallLines, (request) => {
      const said = propose(request, { now: () => 0, until: 1 });
      const least = leastCycleOf(request);
      if ("code" in said) {
        expect(["balance-nobody", "balance-impossible"]).toContain(said.code);
        expect(least).toBe(Number.POSITIVE_INFINITY);
      } else {
        expect(faultsOf(request, said)).toEqual([]);
        expect(said).toMatchObject({ slowest: least, exact: true });
      }
    });
    fc.assert(holds, { numRuns: 300, seed: 7 });
  });

  it("[Z3] stops when its time is over, and says that it may not be the best", () => {
    const { request, best } = createKnownLine({ tasks: 75, people: 19, kind: "unable", seed: 1 });
    const clock = countLooks();
    const said = propose(request, { now: clock.now, until: 100 });
    expect(clock.looks).toBe(100);
    expect(said).toMatchObject({ exact: false });
    expect(faultsOf(request, said as Proposal)).toEqual([]);
    expect((said as Proposal).slowest).toBeGreaterThan(best);
  });

  it("[Z3] more time finds what is no slower", () => {
    const { request } = createKnownLine({ tasks: 70, people: 17, kind: "slower", seed: 3 });
    const found = [0, 500, 3_000].map((until) => proposeWithin(request, until).slowest);
    expect(found).toEqual(found.toSorted((a, b) => b - a));
    expect(found[2]).toBeLessThan(found[0]!);
  });

  it.each<readonly [number, number, People]>([
    [20, 4, "alike"],
    [28, 7, "unable"],
    [50, 10, "slower"],
    [75, 11, "unable"],
    [75, 19, "slower"],
  ])(
    "[Z4] %i tasks and %i people, %s: within a twentieth of the best known",
    (tasks, people, kind) => {
      const { request, best } = createKnownLine({ tasks, people, kind, seed: 2 });
      const { slowest, exact } = proposeWithin(request, 10_000);
      expect(slowest / best).toBeLessThan(1.05);
      expect(exact).toBe(slowest === best);
    },
  );

  it("[Z5] a person who can do nothing, or too little, has no task and comes last", () => {
    const times = [
      [null, null],
      [1, 5],
      [1, 1],
    ];
    expect(proposeWithin({ tasks: 2, precedence: [[1, 0]], times }, 1_000)).toEqual({
      assignment: [1, 2],
      order: [2, 1, 0],
      slowest: 1,
      exact: true,
    });
  });

  it("[Z6] minutes add up as they are written, however many digits they have", () => {
    const times = [[0.1, 0.2, 0.7]];
    expect(proposeWithin({ tasks: 3, precedence: [], times }, 10).slowest).toBe(1);
    const thirds = [[1 / 3, 1 / 3, 1 / 3]];
    expect(proposeWithin({ tasks: 3, precedence: [], times: thirds }, 10).slowest).toBe(1);
  });
});
