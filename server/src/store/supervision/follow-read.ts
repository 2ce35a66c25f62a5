import {
  type BundleCard,
  FOLLOW_SETTING,
  type FollowSettings,
  followSettingsOf,
  type PlanLine,
  type Timeline,
  workedMinutes,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { BUNDLE_COLUMNS, BUNDLE_TABLES, type BundleRow, cardOf } from "../floor/bundle-cards.ts";
import { createSettings } from "../settings.ts";
import { createLineSlots } from "./line-slots.ts";

/** Why a bundle does not go on. */
export type FollowDetail = "in-conflict" | "station-stopped" | "in-repair" | "outside" | "waits";

/** A bundle that somebody should look after. */
export interface FollowedBundle {
  readonly bundle: BundleCard;
  /** `late`: it only waits, and too long. */
  readonly reason: "blocked" | "late";
  /** UTC ms: since when that is the reason. */
  readonly since: number;
  /** Working minutes since then. */
  readonly minutes: number;
  /** Where it is, was last, or is waited for. */
  readonly stationId: string | null;
  readonly detail: FollowDetail;
}

export interface FollowAsked {
  /** UTC ms. */
  readonly now: number;
  /** null: of every line. */
  readonly lineId: string | null;
  /** Stations that stand still, and since when where that is known. */
  readonly stopped: readonly { readonly stationId: string; readonly since: number | null }[];
}

interface FoundRow extends BundleRow {
  readonly since: number | null;
  readonly lastStation: string | null;
}

interface Found {
  readonly row: FoundRow;
  readonly since: number;
  readonly stationId: string | null;
  readonly detail: FollowDetail;
}

const DAY_MS = 86_400_000;
/** Working time is counted over so many days; what is older is worse than all the rest anyhow. */
const DAYS_BACK = 14;
const LISTED_MAX = 100;
/** Bundles looked at before each operation, those that wait longest. */
const BEFORE_EACH = 20;
const MOVED_AT = "json_extract(s.body, '$.movedAt')";
/** A bundle in conflict may go on: it is in conflict since the first act that does not fit. */
const CONFLICT_AT = `(SELECT min(a.at) FROM json_each(s.body, '$.conflicts') c
  JOIN acts a ON a.key = json_extract(c.value, '$.key'))`;

/** Reads the bundles to follow, the worst first, over a connection that cannot write. */
export function createFollowRead(
  sqlite: Database,
  { catalogue, timeline }: { catalogue: CatalogueStore; timeline: () => Timeline },
) {
  const statements = prepare(sqlite);
  const settings = createSettings(sqlite);
  const { orders, routings } = catalogue;
  const slotsOf = createLineSlots({
    open: orders.open,
    routingOf: (styleId, version) => routings.find(styleId, version),
  });

  function blocked({ stopped, now }: FollowAsked, limits: FollowSettings): Found[] {
    const minutes = (found: Found): number => minutesSince(timeline(), found.since, now);
    return [
      ...statements.inConflict.all().map(foundAs("in-conflict", now)),
      ...stopped.flatMap(({ stationId, since }) =>
        statements.openAt.all(stationId).map(foundAs("station-stopped", now, since)),
      ),
      ...statements.inRepair
        .all()
        .map(foundAs("in-repair", now))
        .filter((found) => minutes(found) >= limits.repairMinutes),
      ...statements.outside
        .all()
        .map(foundAs("outside", now))
        .filter(({ since }) => now - since >= limits.outsideDays * DAY_MS),
    ];
  }

  /** Bundles that wait to be begun are stock: they are not late. */
  function late(line: PlanLine, now: number, { waitMinutes }: FollowSettings): Found[] {
    return slotsOf(line)
      .filter(({ isEntry }) => !isEntry)
      .flatMap(({ stationIds, sources }) =>
        sources.flatMap(({ orderId, styleId, codes }) =>
          codes
            .flatMap((code) => statements.waiting.all(orderId, styleId, code))
            .map((row) => ({ row, stationId: stationIds[0] ?? null })),
        ),
      )
      .map((found) => ({ ...found, since: found.row.since ?? now, detail: "waits" as const }))
      .filter(({ since }) => minutesSince(timeline(), since, now) >= waitMinutes);
  }

  return sqlite.transaction((asked: FollowAsked): FollowedBundle[] => {
    catalogue.styles.reload();
    const { now, lineId } = asked;
    const lines = (timeline().planAt(now)?.lines ?? []).filter(
      ({ id }) => lineId === null || id === lineId,
    );
    const stations = new Set(lines.flatMap(({ stations: all }) => all.map(({ id }) => id)));
    const limits = followSettingsOf(settings.get(FOLLOW_SETTING));
    const found = [
      ...blocked(asked, limits).filter(
        ({ stationId }) => lineId === null || (stationId !== null && stations.has(stationId)),
      ),
      ...lines.flatMap((line) => late(line, now, limits)),
    ];
    return worstFirst(found)
      .slice(0, LISTED_MAX)
      .map(({ row, since, stationId, detail }) => ({
        bundle: cardOf(catalogue, row),
        reason: detail === "waits" ? "late" : "blocked",
        ...{ since, stationId, detail },
        minutes: minutesSince(timeline(), since, now),
      }));
  });
}

/** `atLeast`: the reason is no older, though the bundle lay there before. */
function foundAs(detail: FollowDetail, now: number, atLeast: number | null = null) {
  return (row: FoundRow): Found => {
    const stationId = row.openStation ?? row.lastStation;
    const since = row.since ?? now;
    return { row, since: Math.max(since, atLeast ?? since), stationId, detail };
  };
}

/** Each bundle once, by the first of its reasons; blocked before late, then the longest first. */
function worstFirst(found: readonly Found[]): Found[] {
  const seen = new Set<number>();
  return found
    .filter(({ row }) => !seen.has(row.id) && seen.add(row.id))
    .toSorted(
      (a, b) =>
        Number(a.detail === "waits") - Number(b.detail === "waits") ||
        a.since - b.since ||
        a.row.id - b.row.id,
    );
}

function minutesSince(timeline: Timeline, since: number, now: number): number {
  const today = timeline.slotAt(now)?.day ?? 0;
  const first = Math.max(timeline.slotAt(since)?.day ?? today, today - DAYS_BACK);
  let minutes = 0;
  for (let day = first; day <= today; day++) {
    minutes += workedMinutes(timeline.windowsOf(day), { from: since, to: now });
  }
  return minutes;
}

function prepare(sqlite: Database) {
  const columnsSince = (since: string) => `${BUNDLE_COLUMNS}, ${since} AS since,
    (SELECT station_id FROM works w WHERE w.bundle_id = b.id AND station_id IS NOT NULL
     ORDER BY finished_at IS NULL DESC, finished_at DESC LIMIT 1) AS lastStation`;
  const columns = columnsSince(MOVED_AT);
  const where = (condition: string, chosen = columns) =>
    sqlite.prepare<[], FoundRow>(
      `SELECT ${chosen} FROM ${BUNDLE_TABLES} WHERE ${condition} LIMIT 500`,
    );
  return {
    inConflict: where("s.has_conflict = 1", columnsSince(`coalesce(${CONFLICT_AT}, ${MOVED_AT})`)),
    inRepair: where("s.rework > 0"),
    outside: where("s.outside IS NOT NULL"),
    openAt: sqlite.prepare<[string], FoundRow>(
      `SELECT ${columns} FROM ${BUNDLE_TABLES} WHERE s.open_station = ?`,
    ),
    waiting: sqlite.prepare<[string, string, string], FoundRow>(
      `SELECT ${columns} FROM waits x JOIN ${BUNDLE_TABLES}
       WHERE x.order_id = ? AND x.style_id = ? AND x.operation = ? AND s.bundle_id = x.bundle_id
       ORDER BY x.since LIMIT ${BEFORE_EACH}`,
    ),
  };
}
