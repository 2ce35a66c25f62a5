import type { Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type MachinePieces, ownSpans } from "./machine-pieces.ts";

/** Work on a bundle that was opened at a station, with what the machine made meanwhile. */
export interface WorkRead {
  readonly bundleId: number;
  readonly operation: string;
  readonly stationId: string;
  /** UTC ms; `to` is when it was finished, or now. */
  readonly from: number;
  readonly to: number;
  /** Good, rework, second and scrap. */
  readonly declared: number;
  /** null where the station had no counter. */
  readonly made: number | null;
}

interface WorkRow extends Omit<WorkRead, "to" | "made"> {
  readonly to: number | null;
}

/** Reads what was worked, beside what machines made at the time ([Y8]). The machine's side is refreshed by the caller. */
export function createWorkReader(sqlite: Database, machine: MachinePieces) {
  const columns = `bundle_id AS bundleId, operation, station_id AS stationId, opened_at AS "from",
    finished_at AS "to", declared`;
  const known = "station_id IS NOT NULL AND opened_at IS NOT NULL";
  const ofBundle = sqlite.prepare<[number], WorkRow>(
    `SELECT ${columns} FROM works WHERE bundle_id = ? AND ${known}`,
  );
  const open = sqlite.prepare<[string], WorkRow>(
    `SELECT ${columns} FROM works WHERE station_id = ? AND finished_at IS NULL AND ${known}`,
  );
  const since = sqlite.prepare<[string, number], WorkRow>(
    `SELECT ${columns} FROM works WHERE station_id = ? AND finished_at > ? AND ${known}`,
  );

  /** All that was open at a station at or after a moment, ascending by when it was opened. */
  function openSince(stationId: string, from: number) {
    return [...open.all(stationId), ...since.all(stationId, from)]
      .map((row) => ({ ...row, to: row.to ?? Number.MAX_SAFE_INTEGER }))
      .toSorted((a, b) => a.from - b.from || a.bundleId - b.bundleId);
  }

  return {
    openSince,
    /** The work on a bundle, wherever it was. */
    ofBundle(bundleId: number, timeline: Timeline): WorkRead[] {
      return ofBundle.all(bundleId).map((row) => {
        const spans = openSince(row.stationId, row.from);
        const own = spans.find(
          (span) => span.bundleId === bundleId && span.operation === row.operation,
        );
        const made =
          own === undefined ? null : machine.made(row.stationId, ownSpans(spans, own), timeline);
        return { ...row, to: row.to ?? row.from, made };
      });
    },
    /** What was finished at a station in a stretch. */
    finished(
      stationId: string,
      { from, to }: { readonly from: number; readonly to: number },
      timeline: Timeline,
    ): WorkRead[] {
      const done = since.all(stationId, from - 1).filter((row) => (row.to ?? to) < to);
      const first = Math.min(...done.map((row) => row.from));
      const spans = done.length === 0 ? [] : openSince(stationId, first);
      const byWork = new Map(spans.map((span) => [workKey(span), span]));
      return done.map((row) => {
        const own = byWork.get(workKey(row));
        const made =
          own === undefined ? null : machine.made(stationId, ownSpans(spans, own), timeline);
        return { ...row, to: row.to ?? row.from, made };
      });
    },
  };
}

function workKey({ bundleId, operation }: { bundleId: number; operation: string }): string {
  return `${bundleId} ${operation}`;
}
