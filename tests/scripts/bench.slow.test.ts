import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const BENCH = fileURLToPath(new URL("../../scripts/bench.ts", import.meta.url));
const REPORT = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));

/** Ratios of the rows that name a target, as printed. */
function ratiosOf(report: string, target: string): number[] {
  const rows = report
    .split("\n")
    .filter((line) => line.split("|").some((cell) => cell.trim() === target));
  return rows.flatMap((row) => row.split("|").slice(1, -1).map(Number)).filter((cell) => cell > 0);
}

describe("the short benchmark", () => {
  it("measures ingest, pixels, frames, memory and scans, prints ratios, and leaves the written ones alone", async () => {
    const before = await readFile(REPORT, "utf8");
    const { stdout } = await promisify(execFile)(process.execPath, [BENCH, "--short"]);

    expect(ratiosOf(stdout, "trame").length).toBeGreaterThanOrEqual(5);
    expect(ratiosOf(stdout, "relay")).toContain(1);
    expect(stdout).toMatch(/\| 20 \| [0-9.]+ \| [0-9.]+ ms \|/);
    expect(ratiosOf(stdout, "an empty page")).toContain(1);
    expect(ratiosOf(stdout, "wall at work").length).toBeGreaterThanOrEqual(2);
    expect(stdout).toMatch(/\| at rest, \d+ s after the start \| \d+ MB \|/);
    expect(await readFile(REPORT, "utf8")).toBe(before);
  });

  it("makes a store of some days, and measures reports and ingest at it", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [BENCH, "--short", "--year"]);

    for (const name of ["daily export", "day report, computed", "stops of the day"]) {
      expect(ratiosOf(stdout, name)).toHaveLength(1);
    }
    expect(stdout).toMatch(/[0-9,]{6,} samples, [0-9,]{3,} of them packed/);
    expect(ratiosOf(stdout, "a day's export each second")).toHaveLength(3);
  });
});
