import { type DayNumber, formatDay } from "@trame/shared";
import type { DayRead } from "../store/day-read.ts";
import { createExportRows, writeDayCsv } from "./daily-export.ts";

export type DayFileFormat = "csv" | "json";

/** A day's export as it is sent: the same clock, the same bytes ([X7]). */
export interface DayFile {
  /** Of the day. */
  readonly clock: number;
  /** In memory of its own, so that it can be handed to another thread without a copy. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface DayFileAsked {
  readonly day: DayNumber;
  readonly format: DayFileFormat;
}

interface DayReads {
  readDayClock(day: DayNumber): number;
  readDay(day: DayNumber): DayRead;
}

/** A week of a workshop of a hundred stations. */
const KEPT_BYTES = 1_000_000;

/** Makes the daily export's files where days are read, and keeps the last ones for as long as their days' clocks stay. */
export function createDayFiles({ readDayClock, readDay }: DayReads) {
  const kept = new Map<string, DayFile>();
  let size = 0;

  function keep(key: string, file: DayFile): void {
    forget(key);
    kept.set(key, file);
    size += file.bytes.byteLength;
    for (const oldest of kept.keys()) {
      if (size <= KEPT_BYTES) return;
      forget(oldest);
    }
  }

  function forget(key: string): void {
    size -= kept.get(key)?.bytes.byteLength ?? 0;
    kept.delete(key);
  }

  return ({ day, format }: DayFileAsked): DayFile => {
    const key = `${day} ${format}`;
    const known = kept.get(key);
    const file =
      known?.clock === readDayClock(day) ? known : writeFile(readDay(day), { day, format });
    keep(key, file);
    // What is handed over is gone from here.
    return { clock: file.clock, bytes: file.bytes.slice() };
  };
}

function writeFile(read: DayRead, { day, format }: DayFileAsked): DayFile {
  const rows = createExportRows(read, day);
  const text =
    format === "csv" ? writeDayCsv(day, rows) : JSON.stringify({ day: formatDay(day), rows });
  return { clock: read.clock, bytes: new TextEncoder().encode(text) };
}
