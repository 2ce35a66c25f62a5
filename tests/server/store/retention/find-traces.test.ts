import { describe, expect, it } from "vitest";
import { createTraceFinder } from "../../../../server/src/store/retention/find-traces.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** How many of some texts are in a file that is read in pieces. */
function foundIn(pieces: readonly string[], traces: readonly string[]): number {
  const finder = createTraceFinder(traces.map(bytes));
  for (const piece of pieces) finder.read(bytes(piece));
  return finder.endFile();
}

describe("looking for deleted values", () => {
  it("[RT6] finds each of them wherever it lies, across two pieces too", () => {
    expect(foundIn(["..Lucarne....", "..Noa-B."], ["Lucarne", "Noa-B", "Marie"])).toBe(2);
    expect(foundIn(["....Luc", "arne"], ["Lucarne"])).toBe(1);
    expect(foundIn(["L", "u", "c", "a", "r", "n", "e"], ["Lucarne"])).toBe(1);
  });

  it("[RT6] finds neither a part of one nor one that lies across two files", () => {
    const finder = createTraceFinder([bytes("Lucarne")]);
    finder.read(bytes("Lucarn"));
    const first = finder.endFile();
    finder.read(bytes("e"));

    expect([first, finder.endFile()]).toEqual([0, 0]);
  });
});
