import type { Step } from "@trame/shared";
import fc from "fast-check";

/** Steps that come after some of those made before them, listed in any order: every graph without a cycle. */
export const anyGraph: fc.Arbitrary<Step[]> = fc
  .array(fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .map((edges) =>
    edges.map((before, index) => ({
      code: `S${index}`,
      after: [...new Set(before.filter((earlier) => earlier < index))].map(
        (earlier) => `S${earlier}`,
      ),
    })),
  )
  .chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length }));
