import type { DayNumber } from "@trame/shared";
import { and, asc, count, desc, eq, isNotNull, max, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { type DayRead, readDay } from "./day-read.ts";
import { boots, devices, facts, holds, places, quarantine, samples } from "./schema.ts";

/** A counter as the log knows it. */
export interface DeviceRead {
  readonly deviceId: string;
  readonly waitingSince: number | null;
  readonly hasSecret: boolean;
  readonly lastReceived: number | null;
  readonly samples: number;
  readonly openQuarantine: number;
  readonly suspects: number;
  readonly uncertain: number;
}

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

    readDevices(): DeviceRead[] {
      return readDevices(orm);
    },
  };
}

function readDevices(orm: BetterSQLite3Database): DeviceRead[] {
  const byDevice = <Row extends { deviceId: string }>(rows: Row[]): Map<string, Row> =>
    new Map(rows.map((row) => [row.deviceId, row]));
  const listed = orm
    .select({
      deviceId: devices.deviceId,
      waitingSince: devices.waitingSince,
      hasSecret: sql<number>`${isNotNull(devices.secretHash)}`,
    })
    .from(devices)
    .all();
  const heard = orm
    .select({ deviceId: boots.deviceId, lastReceived: max(samples.received), samples: count() })
    .from(boots)
    .innerJoin(samples, eq(samples.bootId, boots.id))
    .groupBy(boots.deviceId)
    .all();
  const open = orm
    .select({ deviceId: quarantine.deviceId, openQuarantine: count() })
    .from(quarantine)
    .where(eq(quarantine.state, "open"))
    .groupBy(quarantine.deviceId)
    .all();
  const held = orm
    .select({ deviceId: boots.deviceId, suspects: count() })
    .from(holds)
    .innerJoin(boots, eq(boots.id, holds.bootId))
    .groupBy(boots.deviceId)
    .all();
  const uncertain = orm
    .select({ deviceId: boots.deviceId, uncertain: count() })
    .from(facts)
    .innerJoin(boots, eq(boots.id, facts.bootId))
    .where(eq(facts.kind, "uncertain"))
    .groupBy(boots.deviceId)
    .all();
  const [heardOf, openOf, heldOf, uncertainOf] = [
    byDevice(heard),
    byDevice(open),
    byDevice(held),
    byDevice(uncertain),
  ];
  const listedOf = byDevice(listed);
  const ids = new Set([...listedOf.keys(), ...heardOf.keys(), ...openOf.keys()]);
  return [...ids].toSorted().map((deviceId) => ({
    deviceId,
    waitingSince: listedOf.get(deviceId)?.waitingSince ?? null,
    hasSecret: listedOf.get(deviceId)?.hasSecret === 1,
    lastReceived: heardOf.get(deviceId)?.lastReceived ?? null,
    samples: heardOf.get(deviceId)?.samples ?? 0,
    openQuarantine: openOf.get(deviceId)?.openQuarantine ?? 0,
    suspects: heldOf.get(deviceId)?.suspects ?? 0,
    uncertain: uncertainOf.get(deviceId)?.uncertain ?? 0,
  }));
}
