import { count, eq, inArray, isNotNull, max, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { boots, devices, facts, holds, inbox, quarantine, samples } from "./schema.ts";

/** A counter as the log knows it. */
export interface DeviceRead {
  readonly deviceId: string;
  readonly waitingSince: number | null;
  readonly hasSecret: boolean;
  /** When a sample of its newest boot came last; UTC ms. */
  readonly lastReceived: number | null;
  /** Samples kept while it waits; null for the others: counting them would take longer as the log grows. */
  readonly samples: number | null;
  readonly openQuarantine: number;
  readonly suspects: number;
  readonly uncertain: number;
}

/** Reads every counter that was ever listed or heard, by id, from one snapshot of the store. */
export function readDevices(orm: BetterSQLite3Database): DeviceRead[] {
  return orm.transaction(() => {
    const listed = readListed(orm);
    const lastReceived = readLastReceived(orm);
    const kept = readKept(orm, listed);
    const openQuarantine = readOpenQuarantine(orm);
    const suspects = readSuspects(orm);
    const uncertain = readUncertain(orm);
    const ids = new Set([...listed.keys(), ...lastReceived.keys(), ...openQuarantine.keys()]);
    return [...ids].toSorted().map((deviceId) => {
      const waitingSince = listed.get(deviceId)?.waitingSince ?? null;
      return {
        deviceId,
        waitingSince,
        hasSecret: listed.get(deviceId)?.hasSecret === 1,
        lastReceived: lastReceived.get(deviceId) ?? null,
        samples: waitingSince === null ? null : (kept.get(deviceId) ?? 0),
        openQuarantine: openQuarantine.get(deviceId) ?? 0,
        suspects: suspects.get(deviceId) ?? 0,
        uncertain: uncertain.get(deviceId) ?? 0,
      };
    });
  });
}

type Listed = ReturnType<typeof readListed>;

function readListed(orm: BetterSQLite3Database) {
  const rows = orm
    .select({
      deviceId: devices.deviceId,
      waitingSince: devices.waitingSince,
      hasSecret: sql<number>`${isNotNull(devices.secretHash)}`,
    })
    .from(devices)
    .all();
  return new Map(rows.map((row) => [row.deviceId, row]));
}

/** What has not been moved to `samples` yet. */
function readInbox(orm: BetterSQLite3Database) {
  const rows = orm
    .select({ deviceId: boots.deviceId, received: max(inbox.received), kept: count() })
    .from(inbox)
    .innerJoin(boots, eq(boots.id, inbox.bootId))
    .groupBy(boots.deviceId)
    .all();
  return new Map(rows.map((row) => [row.deviceId, row]));
}

/** Of the newest boot of each channel the sample with the highest `seq`: found by key, however long the log is. */
function readLastReceived(orm: BetterSQLite3Database): Map<string, number> {
  const newest = orm
    .select({ id: max(boots.id) })
    .from(boots)
    .groupBy(boots.deviceId, boots.counter);
  const rows = orm
    .select({
      deviceId: boots.deviceId,
      received: sql<number | null>`(SELECT ${samples.received} FROM ${samples}
        WHERE ${samples.bootId} = ${boots.id} ORDER BY ${samples.seq} DESC LIMIT 1)`,
    })
    .from(boots)
    .where(inArray(boots.id, newest))
    .all();
  const last = new Map<string, number>();
  for (const { deviceId, received } of [...rows, ...readInbox(orm).values()]) {
    if (received !== null) last.set(deviceId, Math.max(received, last.get(deviceId) ?? 0));
  }
  return last;
}

function readKept(orm: BetterSQLite3Database, listed: Listed): Map<string, number> {
  const waiting = [...listed.values()].filter(({ waitingSince }) => waitingSince !== null);
  const waitingIds = waiting.map(({ deviceId }) => deviceId);
  const rows = orm
    .select({ deviceId: boots.deviceId, kept: count() })
    .from(boots)
    .innerJoin(samples, eq(samples.bootId, boots.id))
    .where(inArray(boots.deviceId, waitingIds))
    .groupBy(boots.deviceId)
    .all();
  const moved = new Map(rows.map(({ deviceId, kept }) => [deviceId, kept]));
  const unmoved = readInbox(orm);
  return new Map(waitingIds.map((id) => [id, (moved.get(id) ?? 0) + (unmoved.get(id)?.kept ?? 0)]));
}

function readOpenQuarantine(orm: BetterSQLite3Database): Map<string, number> {
  const rows = orm
    .select({ deviceId: quarantine.deviceId, open: count() })
    .from(quarantine)
    .where(eq(quarantine.state, "open"))
    .groupBy(quarantine.deviceId)
    .all();
  return new Map(rows.map(({ deviceId, open }) => [deviceId, open]));
}

function readSuspects(orm: BetterSQLite3Database): Map<string, number> {
  const rows = orm
    .select({ deviceId: boots.deviceId, held: count() })
    .from(holds)
    .innerJoin(boots, eq(boots.id, holds.bootId))
    .groupBy(boots.deviceId)
    .all();
  return new Map(rows.map(({ deviceId, held }) => [deviceId, held]));
}

function readUncertain(orm: BetterSQLite3Database): Map<string, number> {
  const rows = orm
    .select({ deviceId: boots.deviceId, intervals: count() })
    .from(facts)
    .innerJoin(boots, eq(boots.id, facts.bootId))
    .where(eq(facts.kind, "uncertain"))
    .groupBy(boots.deviceId)
    .all();
  return new Map(rows.map(({ deviceId, intervals }) => [deviceId, intervals]));
}
