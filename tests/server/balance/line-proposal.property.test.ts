import {
  backwardTasks,
  divisionFaults,
  divisionOf,
  evenOut,
  type LineProblem,
  lineWork,
  type Operation,
  type PlanStation,
  type Skilled,
  slowestMinutes,
  timesOf,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propose } from "../../../server/src/balance/propose.ts";
import { operation, order, routing } from "../../shared/orders/builders.ts";

interface RandomLine {
  readonly operations: Operation[];
  readonly stations: PlanStation[];
  readonly people: readonly (Skilled & { readonly id: string })[];
}

/** Up to eight operations, each after some before it; stations that do one or two of them; one to five people with skills and a pace. */
const lines: fc.Arbitrary<RandomLine> = fc.integer({ min: 1, max: 8 }).chain((count) => {
  const codes = Array.from({ length: count }, (_, index) => `${index + 1}0`);
  const anyCode = fc.constantFrom(...codes);
  const operationOf = (code: string, index: number) =>
    fc
      .record({
        after: fc.uniqueArray(fc.constantFrom(...codes.slice(0, Math.max(1, index))), {
          maxLength: 2,
        }),
        standardMinutes: fc.integer({ min: 1, max: 200 }).map((each) => each / 100),
      })
      .map(({ after, standardMinutes }) =>
        operation(code, { standardMinutes, after: index === 0 ? [] : after }),
      );
  const station = fc.tuple(anyCode, fc.option(anyCode)).map(([own, other]) => ({
    ...{ operation: own, name: "Poste", standardMinutes: 1 },
    ...(other !== null && { operations: [other] }),
  }));
  const skill = fc.record({ operation: anyCode, level: fc.integer({ min: 1, max: 4 }) });
  const person = fc.record({
    skills: fc.array(skill, { maxLength: 2 * count }),
    pace: fc.integer({ min: 5, max: 15 }).map((each) => each / 10),
  });
  return fc.record({
    operations: fc.tuple(...codes.map(operationOf)),
    stations: fc
      .array(station, { minLength: 1, maxLength: 10 })
      .map((all) => all.map((each, index) => ({ ...each, id: `S${index}` }))),
    people: fc
      .array(person, { minLength: 1, maxLength: 5 })
      .map((all) => all.map((each, index) => ({ ...each, id: `p${index}` }))),
  });
});

function problemOf({ operations, stations, people }: RandomLine): LineProblem {
  const catalogue = { styles: [], routings: [routing({ operations })] };
  const work = lineWork(order(), catalogue, stations);
  return {
    ...work,
    people: people.map(({ id, ...skilled }) => ({
      operatorId: id,
      times: timesOf(work.tasks, skilled),
    })),
  };
}

describe("a proposal for a line", () => {
  it("[PS5] [PS17] gives each task once to somebody who can do it, sends nothing back, and is never slower for being evened out", () => {
    let proposed = 0;
    fc.assert(
      fc.property(lines, (line) => {
        const problem = problemOf(line);
        if (problem.tasks.length === 0) return;
        const said = propose(
          {
            tasks: problem.tasks.length,
            precedence: problem.precedence,
            times: problem.people.map(({ times }) => times),
          },
          { now: () => 0, until: 1 },
        );
        if ("code" in said) return;
        proposed += 1;
        const division = divisionOf(problem, said);
        const even = evenOut(problem, division);
        for (const each of [division, even]) {
          expect(divisionFaults(problem, each)).toEqual([]);
          expect(backwardTasks(problem, each)).toEqual([]);
        }
        expect(slowestMinutes(problem, division)).toBeCloseTo(said.slowest, 9);
        expect(slowestMinutes(problem, even)).toBeLessThanOrEqual(said.slowest + 1e-9);
      }),
      { numRuns: 120 },
    );
    expect(proposed).toBeGreaterThan(20);
  });
});
