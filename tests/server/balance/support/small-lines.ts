import fc from "fast-check";
import type { BalanceRequest } from "../../../../server/src/balance/request.ts";

/** Lines small enough to try everything: up to six tasks and three people, who can't do some of them. */
export const smallLines: fc.Arbitrary<BalanceRequest> = fc
  .record({ tasks: fc.integer({ min: 1, max: 6 }), people: fc.integer({ min: 1, max: 3 }) })
  .chain(({ tasks, people }) => {
    const task = fc.nat({ max: tasks - 1 });
    const minutes = fc.option(
      fc.integer({ min: 0, max: 12 }).map((each) => each / 4),
      { freq: 4 },
    );
    const row = fc.array(minutes, { minLength: tasks, maxLength: tasks });
    return fc.record({
      tasks: fc.constant(tasks),
      // The smaller number of a pair may wait for the larger one: numbers tell no order.
      precedence: fc
        .array(fc.tuple(task, task), { maxLength: 6 })
        .map((pairs) => pairs.filter(([a, b]) => (a * 7) % 11 < (b * 7) % 11)),
      times: fc.array(row, { minLength: people, maxLength: people }),
    });
  });
