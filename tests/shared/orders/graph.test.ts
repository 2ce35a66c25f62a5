import { ancestorsOf, endsOf, inOrder, type Step } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGraph } from "./graphs.ts";

function step(code: string, ...after: string[]): Step {
  return { code, after };
}

describe("steps in order", () => {
  it("[O3] are as listed where nothing else is asked", () => {
    const steps = [step("10"), step("20", "10"), step("30"), step("40", "20", "30")];
    expect(inOrder(steps)).toEqual(steps);
  });

  it("[O3] come after all that they wait for, in any graph, and none is lost or doubled", () => {
    fc.assert(
      fc.property(anyGraph, (steps) => {
        const ordered = inOrder(steps);
        const codes = ordered.map(({ code }) => code);
        expect(codes.toSorted()).toEqual(steps.map(({ code }) => code).toSorted());
        for (const [place, { after }] of ordered.entries()) {
          expect(codes.slice(0, place)).toEqual(expect.arrayContaining([...after]));
        }
      }),
    );
  });

  it("[O3] leave out what waits for itself and what comes after it", () => {
    const steps = [
      step("10"),
      step("20", "10", "30"),
      step("30", "20"),
      step("40", "30"),
      step("50", "10"),
    ];
    expect(inOrder(steps).map(({ code }) => code)).toEqual(["10", "50"]);
  });

  it("[O3] end where nothing comes after, and know all that comes before", () => {
    const steps = [step("10"), step("20", "10"), step("30", "20"), step("35", "10")];
    expect(endsOf(steps).map(({ code }) => code)).toEqual(["30", "35"]);
    expect([...ancestorsOf(steps, "30")].toSorted()).toEqual(["10", "20"]);
  });
});
