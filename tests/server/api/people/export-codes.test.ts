import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createExportCodes } from "../../../../server/src/api/routes/people/export-codes.ts";

const NOW = 1_000_000;

describe("a code for a copy of one's data", () => {
  it("[PD8] is drawn anew each time, of signs that are not mistaken", () => {
    const codes = createExportCodes(randomBytes);
    const drawn = Array.from({ length: 200 }, (_, n) => codes.draw(`person-${n}`, NOW).code);
    expect(new Set(drawn).size).toBe(200);
    expect(drawn.join("")).not.toMatch(/[^2-9A-Z-]|[IO01]/);
  });

  it("[PD8] opens once, and nothing to whoever guesses", () => {
    const codes = createExportCodes(randomBytes);
    const { code } = codes.draw("luc", NOW);
    for (let n = 0; n < 200; n += 1) expect(codes.take(`guess-${n}`, NOW)).toBeNull();
    expect(codes.take(code, NOW)).toBe("luc");
    expect(codes.take(code, NOW)).toBeNull();
  });
});
