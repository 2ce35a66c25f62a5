/**
 * Compares proposals of who does what with lines whose least cycle time is known.
 * Run alone: `node scripts/bench/balance.ts`, which prints a Markdown table.
 */
import { propose } from "../../server/src/balance/propose.ts";
import { createKnownLine, type People } from "./balance-lines.ts";
import { percentile } from "./statistics.ts";

/** What is compared. */
export interface BalanceOptions {
  /** Tasks and people of each line. */
  readonly sizes: readonly (readonly [tasks: number, people: number])[];
  readonly kinds: readonly People[];
  /** Lines of each size and kind. */
  readonly lines: number;
  /** Of a processor, for each line. */
  readonly seconds: number;
}

/** All lines of a size and kind. */
export interface BalanceFigure {
  readonly tasks: number;
  readonly people: number;
  readonly kind: People;
  readonly lines: number;
  readonly seconds: number;
  /** Proven to be the best within the time. */
  readonly exact: number;
  /** How much longer than the least cycle time; ratios. */
  readonly meanGap: number;
  readonly worstGap: number;
  /** Processor time until the answer. */
  readonly p50Ms: number;
}

/** The sizes of the lines on which such methods are compared, and one between. */
export const BALANCE: BalanceOptions = {
  sizes: [
    [20, 4],
    [25, 6],
    [28, 4],
    [28, 7],
    [50, 10],
    [70, 10],
    [70, 17],
    [75, 11],
    [75, 19],
  ],
  kinds: ["alike", "slower", "unable"],
  lines: 5,
  seconds: 1,
};

/** Proposes for each line in turn; the time is that of the processor, so that other programs don't change what is found. */
export function measureBalance({ sizes, kinds, lines, seconds }: BalanceOptions): BalanceFigure[] {
  return kinds.flatMap((kind) =>
    sizes.map(([tasks, people]) => {
      const runs = Array.from({ length: lines }, (_, index) =>
        measureLine({ tasks, people, kind, seed: index + 1 }, seconds),
      );
      const gaps = runs.map(({ gap }) => gap);
      return {
        tasks,
        people,
        kind,
        lines,
        seconds,
        exact: runs.filter(({ exact }) => exact).length,
        meanGap: gaps.reduce((sum, gap) => sum + gap, 0) / lines,
        worstGap: Math.max(...gaps),
        p50Ms: percentile(
          runs.map(({ ms }) => ms),
          50,
        ),
      };
    }),
  );
}

/** The figures as Markdown. */
export function formatBalance(figures: readonly BalanceFigure[]): string {
  const head = ["people", "tasks × people", "proven best", "mean gap", "worst gap", "time, p50"];
  const rows = figures.map((figure) => [
    figure.kind,
    `${figure.tasks} × ${figure.people}`,
    `${figure.exact} of ${figure.lines}`,
    percent(figure.meanGap),
    percent(figure.worstGap),
    `${Math.round(figure.p50Ms)} ms`,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
  return `### Who does what, ${figures[0]?.seconds ?? 0} s of a processor at most\n\n${table}`;
}

function measureLine(size: Parameters<typeof createKnownLine>[0], seconds: number) {
  const { request, best } = createKnownLine(size);
  const begun = processorMs();
  const said = propose(request, { now: processorMs, until: begun + 1_000 * seconds });
  const ms = processorMs() - begun;
  if ("code" in said) throw new Error(`${JSON.stringify(size)}: ${said.code}`);
  if (said.slowest < best) throw new Error(`${JSON.stringify(size)}: faster than can be`);
  return { gap: said.slowest / best - 1, exact: said.exact, ms };
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(2)} %`;
}

if (import.meta.main) console.log(formatBalance(measureBalance(BALANCE)));
