import { percentile } from "../statistics.ts";
import type { IngestPair, ServerFigure, YearMeasured } from "./measure-year.ts";

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
      [
        "p99 of an acknowledgement, asked meanwhile",
        "quiet",
        "asked",
        "ratio",
        "of each pair",
        "median",
        "answers",
      ],
      [...Map.groupBy(ingest, ({ asked }) => asked)].map(([asked, pairs]) =>
        ingestRow(asked, pairs),
      ),
    ),
  ].join("\n\n");
}

/**
 * Each half of a pair lies beside the other in time: what the machine does besides disturbs both. A pair has few messages beyond
 * its p99, so that of all pairs together is told too.
 */
function ingestRow(asked: string, pairs: readonly IngestPair[]): string[] {
  const ratios = pairs.map(
    ({ quietMs, reportingMs }) => percentile(reportingMs, 99) / percentile(quietMs, 99),
  );
  const quiet = percentile(
    pairs.flatMap(({ quietMs }) => quietMs),
    99,
  );
  const reporting = percentile(
    pairs.flatMap(({ reportingMs }) => reportingMs),
    99,
  );
  return [
    asked,
    ms(quiet),
    ms(reporting),
    (reporting / quiet).toFixed(2),
    ratios.map((ratio) => ratio.toFixed(2)).join(", "),
    percentile(ratios, 50).toFixed(2),
    count(pairs.reduce((sum, { reports }) => sum + reports, 0)),
  ];
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
