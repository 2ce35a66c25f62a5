import type { DayNumber } from "@trame/shared";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { type DayRead, readDay } from "./day-read.ts";
import { type DeviceRead, readDevices } from "./device-reads.ts";
import { boots, holds, places, quarantine } from "./schema.ts";

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
export function createReads(orm: BetterSQLite3Database) {
  return {
    readDay: (day: DayNumber): DayRead => readDay(orm, day),

    readSuspects(): SuspectRead[] {
      return orm
        .select({
          bootId: holds.bootId,
          seq: holds.seq,
          fromSeq: holds.fromSeq,
          deviceId: boots.deviceId,
          counter: boots.counter,
          boot: boots.boot,
          kind: holds.kind,
          pieces: holds.pieces,
          stitches: holds.stitches,
          trims: holds.trims,
          at: holds.at,
          stationId: places.stationId,
        })
        .from(holds)
        .innerJoin(boots, eq(boots.id, holds.bootId))
        .leftJoin(places, eq(places.id, holds.placeId))
        .orderBy(asc(holds.at))
        .all();
    },

    /** A page of quarantined messages, newest first, older than `beforeId` when one is given. */
    readQuarantine(state: QuarantineRead["state"], beforeId: number | null): QuarantineRead[] {
      const older = beforeId === null ? sql`1` : sql`${quarantine.id} < ${beforeId}`;
      return orm
        .select({
          id: quarantine.id,
          deviceId: quarantine.deviceId,
          topic: quarantine.topic,
          index: quarantine.index,
          fault: quarantine.fault,
          payload: quarantine.payload,
          firstAt: quarantine.firstAt,
          lastAt: quarantine.lastAt,
          seen: quarantine.seen,
          state: quarantine.state,
        })
        .from(quarantine)
        .where(and(eq(quarantine.state, state), older))
        .orderBy(desc(quarantine.id))
        .limit(PAGE)
        .all();
    },

    readDevices: (): DeviceRead[] => readDevices(orm),
  };
}
