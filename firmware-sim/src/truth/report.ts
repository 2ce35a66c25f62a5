import { createHours, formatHour } from "./hours.ts";
import type { StationTruth } from "./truth.ts";

/** What was truly sewn, as it is written to a file. */
export interface TruthReport {
  readonly scenario: string;
  readonly seed: number;
  readonly speed: number;
  /** UTC, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly stations: readonly StationReport[];
}

/** One station; `pieces` is all that was sewn, whatever became of its samples. */
export interface StationReport {
  readonly stationId: string;
  /** null at a table. */
  readonly deviceId: string | null;
  readonly operation: string;
  readonly pieces: number;
  /** Of those: told in messages that were never acknowledged. */
  readonly unsure: number;
  /** Of those: never told to the broker. */
  readonly lost: number;
  readonly boots: number;
  readonly miscounted: number;
  /** What people's words add to the pieces or take off them. */
  readonly declared: number;
  /** Clock hours that hold pieces, ascending. */
  readonly hours: readonly { readonly hour: string; readonly pieces: number }[];
}

/** How a report is headed. */
export type ReportHead = Pick<
  TruthReport,
  "scenario" | "seed" | "speed" | "from" | "to" | "timeZone"
>;

/** Sums the truth of each station by clock hour. */
export function createReport(head: ReportHead, truths: readonly StationTruth[]): TruthReport {
  const hourOf = createHours(head.timeZone);
  const stations = truths.map((truth): StationReport => {
    const pieces = [...truth.kept, ...truth.unsure, ...truth.lost];
    const byHour = new Map<number, number>();
    for (const at of pieces) byHour.set(hourOf(at), (byHour.get(hourOf(at)) ?? 0) + 1);
    const { station, device, operation, unsure, lost, boots, miscounted } = truth;
    return {
      stationId: station,
      deviceId: device,
      operation,
      pieces: pieces.length,
      unsure: unsure.length,
      lost: lost.length,
      boots,
      miscounted,
      declared: truth.declared.reduce((sum, each) => sum + each.pieces, 0),
      hours: [...byHour]
        .sort(([a], [b]) => a - b)
        .map(([hour, count]) => ({ hour: formatHour(hour, head.timeZone), pieces: count })),
    };
  });
  return { ...head, stations };
}

/** The report as a table for people: stations below each other, hours side by side. */
export function formatReport(report: TruthReport): string {
  const hours = [...new Set(report.stations.flatMap((each) => each.hours.map(({ hour }) => hour)))];
  hours.sort((a, b) => Date.parse(a) - Date.parse(b));
  const isDeclared = report.stations.some(({ declared }) => declared !== 0);
  const declaredHead = isDeclared ? ["déclarées"] : [];
  const head = [
    "poste",
    "opération",
    ...hours.map(nameHour),
    "total",
    ...declaredHead,
    "non reçues",
  ];
  const rows = report.stations.map((station) => {
    const byHour = new Map(station.hours.map(({ hour, pieces }) => [hour, pieces]));
    const missing = station.lost + station.unsure;
    return [
      station.stationId,
      station.operation,
      ...hours.map((hour) => String(byHour.get(hour) ?? "·")),
      String(station.pieces),
      ...(isDeclared ? [formatDeclared(station.declared)] : []),
      missing === 0 ? "" : String(missing),
    ];
  });
  return layOutTable([head, ...rows]);
}

function formatDeclared(pieces: number): string {
  if (pieces === 0) return "";
  return pieces > 0 ? `+${pieces}` : `−${-pieces}`;
}

function nameHour(hour: string): string {
  return `${Number(hour.slice(11, 13))} h`;
}

/** Two columns of words, the others of figures. */
function layOutTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column < 2 ? cell.padEnd(width) : cell.padStart(width);
    }),
  );
  return lines.map((cells) => cells.join("  ").trimEnd()).join("\n");
}
