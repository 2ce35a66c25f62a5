import { percentile } from "../statistics.ts";
import type { ServerFigure, YearMeasured } from "./measure-year.ts";

/** The figures as Markdown. */
export function formatYear(measured: YearMeasured): string {
  const { size, samples, thinned, bytes, madeInSeconds, reads, year, few, ingest } = measured;
  const made = madeInSeconds === null ? "" : `, made in ${Math.round(madeInSeconds)} s`;
  return [
    `### A year in the store: ${size.stations} stations, ${size.days} days`,
    `${count(samples)} samples, ${count(thinned)} of them packed; ${(bytes / 1e9).toFixed(2)} GB${made}.`,
    table(
      ["processor time", "a year", "two days", "ratio"],
      reads.map(({ name, yearMs, fewMs, ratio }) => [
        name,
        ms(yearMs),
        ms(fewMs),
        ratio.toFixed(2),
      ]),
    ),
    table(
      ["server", "a year", "two days"],
      [
        row("start, to the line that says ready", [year, few], ({ startMs }) => ms(startMs)),
        row("a plan is put", [year, few], ({ planMs }) => ms(planMs)),
        row("board, p50", [year, few], ({ boardP50Ms }) => ms(boardP50Ms)),
        row("daily export, p50", [year, few], ({ exportP50Ms }) => ms(exportP50Ms)),
        row("resident memory", [year, few], ({ residentMb }) => mb(residentMb)),
      ],
    ),
    table(
      ["ingest, p99 of a pair", "quiet", "with reports", "ratio", "reports meanwhile"],
      [
        ...ingest.map(({ quietMs, reportingMs, reports }, index) => [
          `pair ${index + 1}`,
          ms(quietMs),
          ms(reportingMs),
          (reportingMs / quietMs).toFixed(2),
          String(reports),
        ]),
        ["median", "", "", ratioOf(measured).toFixed(2), ""],
      ],
    ),
  ].join("\n\n");
}

function ratioOf({ ingest }: YearMeasured): number {
  return percentile(
    ingest.map(({ quietMs, reportingMs }) => reportingMs / quietMs),
    50,
  );
}

function row(
  name: string,
  servers: readonly ServerFigure[],
  figure: (server: ServerFigure) => string,
): string[] {
  return [name, ...servers.map(figure)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

function mb(value: number | null): string {
  return value === null ? "unknown" : `${Math.round(value)} MB`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}
