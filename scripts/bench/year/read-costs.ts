import { createExportRows, writeDayCsv } from "../../../server/src/reports/daily-export.ts";
import { openReader } from "../../../server/src/store/database.ts";
import { createReads } from "../../../server/src/store/reads.ts";
import { percentile } from "../statistics.ts";

/** What one read costs in a store of a year, and in one of the same day with little before it. */
export interface ReadCost {
  readonly name: string;
  readonly yearMs: number;
  readonly fewMs: number;
  /** Median of the ratios of neighbouring measurements. */
  readonly ratio: number;
}

type Reads = ReturnType<typeof createReads>;

/** A day's work ends before its evening. */
const EVENING_MS = 20 * 3_600_000;
const DAY_MS = 86_400_000;

const WORK: Readonly<Record<string, (reads: Reads, day: number) => unknown>> = {
  "daily export": (reads, day) => writeDayCsv(day, createExportRows(reads.readDay(day), day)),
  "stops of the day": (reads, day) =>
    reads.readStops({ day, now: day * DAY_MS + EVENING_MS, lineId: null, stationId: null }),
  "day report, computed": (reads, day) =>
    reads.readReportDay({ day, asOf: day * DAY_MS + EVENING_MS }),
};

/**
 * Reads the same day of both stores in turn, each time by a reader that has just been opened: what the machine does besides
 * disturbs both alike.
 */
export function measureReads(
  files: { readonly year: string; readonly few: string },
  { day, rounds }: { readonly day: number; readonly rounds: number },
): ReadCost[] {
  return Object.entries(WORK).map(([name, work]) => {
    const pairs = Array.from({ length: rounds }, (_, round) => {
      const order = round % 2 === 0 ? (["year", "few"] as const) : (["few", "year"] as const);
      const took = order.map((which) => [which, timed(files[which], work, day)] as const);
      return Object.fromEntries(took) as Record<"year" | "few", number>;
    });
    return {
      name,
      yearMs: percentile(
        pairs.map(({ year }) => year),
        50,
      ),
      fewMs: percentile(
        pairs.map(({ few }) => few),
        50,
      ),
      ratio: percentile(
        pairs.map(({ year, few }) => year / few),
        50,
      ),
    };
  });
}

/** Processor time of the read alone: this process waits for nothing but its disk. */
function timed(file: string, work: (reads: Reads, day: number) => unknown, day: number): number {
  const sqlite = openReader(file);
  try {
    const reads = createReads(sqlite);
    const before = process.cpuUsage();
    work(reads, day);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  } finally {
    sqlite.close();
  }
}
