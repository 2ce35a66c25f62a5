import type { DayNumber } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createCatalogueReads } from "./catalogue/reads.ts";
import { createDayReader, type DayRead } from "./day-read.ts";
import { createDeviceReader, type DeviceRead } from "./device-reads.ts";
import { createExportReads } from "./exports/export-reads.ts";
import { createFloorReads } from "./floor/floor-reads.ts";
import { createJournalReads } from "./journal/journal-read.ts";
import { createOrdersDeskReads } from "./orders-desk/orders-desk-reads.ts";
import { createPeopleReads } from "./people/people-reads.ts";
import { createFigureMask, maskedCells } from "./privacy/figure-mask.ts";
import { createRetentionReads } from "./retention/purge-read.ts";

/** Something withheld until a person looks at it. */
export interface SuspectRead {
  readonly bootId: number;
  readonly seq: number;
  readonly fromSeq: number;
  readonly deviceId: string;
  readonly counter: string;
  readonly boot: string;
  readonly kind: "leap" | "before";
  readonly pieces: number;
  readonly stitches: number;
  readonly trims: number;
  readonly at: number;
  readonly stationId: string | null;
}

/** A message that could not be read. */
export interface QuarantineRead {
  readonly id: number;
  readonly deviceId: string;
  readonly topic: string;
  readonly index: number;
  readonly fault: string;
  readonly payload: Uint8Array;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly seen: number;
  readonly state: "open" | "released" | "dismissed";
}

/** Quarantined messages on one page. */
const PAGE = 200;

/** The queries of reports, over a connection that cannot write. */
export function createReads(sqlite: Database) {
  const suspects = sqlite.prepare<[], SuspectRead>(
    `SELECT h.boot_id AS bootId, h.seq, h.from_seq AS fromSeq, b.device_id AS deviceId, b.counter,
            b.boot, h.kind, h.pieces, h.stitches, h.trims, h.at, p.station_id AS stationId
     FROM holds h JOIN boots b ON b.id = h.boot_id LEFT JOIN places p ON p.id = h.place_id
     ORDER BY h.at, h.boot_id, h.seq`,
  );
  const quarantined = sqlite.prepare<[string, number], QuarantineRead>(
    `SELECT id, device_id AS deviceId, topic, idx AS "index", fault, payload,
            first_at AS firstAt, last_at AS lastAt, seen, state
     FROM quarantine WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ${PAGE}`,
  );
  const readDay = createDayReader(sqlite);
  const mask = createFigureMask(sqlite);
  const dayClock = sqlite.prepare<[number], number>("SELECT clock FROM days WHERE day = ?").pluck();
  const readDevices = createDeviceReader(sqlite);
  return {
    ...createCatalogueReads(sqlite),
    ...createExportReads(sqlite),
    ...createFloorReads(sqlite),
    ...createJournalReads(sqlite),
    ...createOrdersDeskReads(sqlite),
    ...createPeopleReads(sqlite),
    ...createRetentionReads(sqlite),
    /** As it is told to people: under groups where figures are not told per station ([PR7]). */
    readDay: sqlite.transaction((day: DayNumber): DayRead => {
      const read = readDay(day);
      const groups = mask(read.plans, day);
      return groups === null
        ? read
        : { ...read, isGrouped: true, cells: maskedCells(read.cells, groups) };
    }),
    /** Of the last write that changed the day; 0 when nothing ever did. */
    readDayClock: (day: DayNumber): number => dayClock.get(day) ?? 0,
    readDevices: (): DeviceRead[] => readDevices(),
    readSuspects: (): SuspectRead[] => suspects.all(),
    /** A page of quarantined messages, newest first, older than `beforeId` when one is given. */
    readQuarantine: (state: QuarantineRead["state"], beforeId: number | null): QuarantineRead[] =>
      quarantined.all(state, beforeId ?? Number.MAX_SAFE_INTEGER),
  };
}
