import type { ConnectCounter } from "./counter-client.ts";
import { type LoadResult, runLoad } from "./load.ts";
import { startTargets, type Target, type TargetName } from "./targets.ts";

/** How long and how often. */
export interface IngestOptions {
  readonly deviceCounts: readonly number[];
  readonly inFlight: readonly number[];
  /** Rounds in which all targets take turns; the median of each counts. */
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** What the counters speak with; raw sockets by default. */
  readonly connect?: ConnectCounter;
}

/** One row of the table: the same load against one target. */
export interface IngestFigure extends LoadResult {
  readonly target: TargetName;
  readonly devices: number;
  readonly inFlight: number;
  /** Slowest and fastest round, messages a second. */
  readonly range: readonly [number, number];
  /** Its rate over that of bare Aedes, medians of the same run. */
  readonly ofAedes: number;
}

/** Measures how many messages a second each target acknowledges. */
export async function measureIngest(options: IngestOptions): Promise<IngestFigure[]> {
  const figures: IngestFigure[] = [];
  for (const devices of options.deviceCounts) {
    const targets = await startTargets(devices);
    try {
      for (const inFlight of options.inFlight) {
        figures.push(...(await compare(targets, { ...options, devices, inFlight })));
      }
    } finally {
      for (const target of targets) await target.close();
    }
  }
  return figures;
}

interface Comparison extends Omit<IngestOptions, "inFlight"> {
  readonly devices: number;
  readonly inFlight: number;
}

async function compare(targets: readonly Target[], options: Comparison): Promise<IngestFigure[]> {
  const { devices, inFlight, rounds, warmUpMs, measureMs, connect } = options;
  const results = new Map<TargetName, LoadResult[]>();
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) {
      const result = await runLoad({
        ...target,
        inFlight,
        warmUpMs,
        measureMs,
        ...(connect === undefined ? {} : { connect }),
      });
      results.set(target.name, [...(results.get(target.name) ?? []), result]);
    }
  }
  const aedes = median(results.get("aedes") ?? []);
  return [...results].map(([target, runs]) => {
    const middle = median(runs);
    const rates = runs.map((run) => run.messagesPerSecond);
    return {
      ...middle,
      target,
      devices,
      inFlight,
      range: [Math.min(...rates), Math.max(...rates)],
      ofAedes: middle.messagesPerSecond / aedes.messagesPerSecond,
    };
  });
}

/** The run whose rate is in the middle. */
function median(runs: readonly LoadResult[]): LoadResult {
  const sorted = runs.toSorted((a, b) => a.messagesPerSecond - b.messagesPerSecond);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}
