import {
  clipSpan,
  type OwnWork,
  type Span,
  type Timeline,
  type Words,
  workedMinutes,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { BODY_NOW } from "../floor/amended.ts";
import type { Assignment } from "../floor/assignments.ts";
import { findStation } from "../floor/cells.ts";
import type { MachinePieces } from "../floor/machine-pieces.ts";
import { presenceSpans } from "../floor/presence.ts";
import type { StopReads } from "../supervision/stop-read.ts";
import { KEPT_DAYS } from "./postings.ts";

export interface OwnWorkDeps {
  readonly catalogue: CatalogueStore;
  readonly machine: MachinePieces;
  readonly timeline: () => Timeline;
  readonly readStops: StopReads["readStops"];
}

/** What somebody did of late, with the labels of the operations. */
export interface OwnWorkRead {
  readonly works: readonly OwnWork[];
  readonly labels: ReadonlyMap<string, Words>;
}

interface Finish {
  readonly at: number;
  readonly operation: string;
  readonly good: number;
  readonly orderId: string;
  readonly styleId: string;
}

interface Stay extends Span {
  readonly id: string;
  readonly stationId: string;
  readonly day: number;
}

/**
 * Reads somebody's own work of the days that are kept ([PE6]): a bundle's time is that since the one before it was finished, without
 * breaks and stops; where no bundle was finished in a whole stay, the machine's pieces over that stay, if nobody else was there.
 */
export function createOwnWorkReader(sqlite: Database, deps: OwnWorkDeps) {
  const { catalogue, machine, readStops } = deps;
  const statements = prepare(sqlite);

  function staysOf(operatorId: string, now: number, timeline: Timeline): Stay[] {
    const pattern = catalogue.operators.find(operatorId)?.pattern;
    return statements.own.all(operatorId, now - KEPT_DAYS * DAY_MS).flatMap((own) => {
      const { id, stationId, from } = own;
      const day = timeline.slotAt(from)?.day ?? 0;
      return presenceSpans(timeline, { from, pattern }, own.to).flatMap((span) => {
        const past = clipSpan(span, { from: 0, to: now });
        return past === null ? [] : [{ id, stationId, day, ...past }];
      });
    });
  }

  /** Working time of a stretch without the stops of its station. */
  function minutesIn(span: Span, { stationId, day }: Stay, { now, timeline }: Moment): number {
    const { stops, windows } = readStops({ day, now, lineId: null, stationId });
    const stopped = stops.reduce((sum, stop) => {
      const part = clipSpan({ from: stop.from, to: stop.to ?? now }, span);
      return part === null ? sum : sum + workedMinutes(windows, part);
    }, 0);
    return Math.max(0, workedMinutes(timeline.windowsOf(day), span) - stopped);
  }

  function machineWork(stay: Stay, moment: Moment): OwnWork[] {
    const { stationId, day, from, to, id } = stay;
    const operation = findStation(moment.timeline.planAt(from), stationId)?.station.operation;
    const isShared = statements.others.get(stationId, id, to, from, from) !== undefined;
    const pieces = machine.made(stationId, [{ from, to }], moment.timeline);
    if (operation === undefined || isShared || pieces === null || pieces === 0) return [];
    return [{ day, operation, pieces, minutes: minutesIn(stay, stay, moment) }];
  }

  return (operatorId: string, now: number): OwnWorkRead => {
    machine.refresh();
    const moment = { now, timeline: deps.timeline() };
    const labels = new Map<string, Words>();
    const works = staysOf(operatorId, now, moment.timeline).flatMap((stay) => {
      const done = statements.finishes
        .all(stay.id)
        .filter(({ at }) => at >= stay.from && at <= stay.to);
      if (done.length === 0) return machineWork(stay, moment);
      return done.map((finish, index): OwnWork => {
        const span = { from: done[index - 1]?.at ?? stay.from, to: finish.at };
        const operation = labelOf(catalogue, finish);
        labels.set(operation.fr, operation);
        const minutes = minutesIn(span, stay, moment);
        return { day: stay.day, operation: operation.fr, pieces: finish.good, minutes };
      });
    });
    return { works, labels };
  };
}

const DAY_MS = 86_400_000;

interface Moment {
  readonly now: number;
  readonly timeline: Timeline;
}

function labelOf(
  { orders }: Pick<CatalogueStore, "orders">,
  { orderId, styleId, operation }: Finish,
): Words {
  const routing = orders.routingOf(orderId, styleId);
  return routing?.operations.find(({ code }) => code === operation)?.label ?? { fr: operation };
}

function prepare(sqlite: Database) {
  return {
    own: sqlite.prepare<[string, number], Assignment>(
      `SELECT id, operator_id AS operatorId, station_id AS stationId, from_ms AS "from", to_ms AS "to"
       FROM assignments WHERE operator_id = ? AND from_ms >= ? ORDER BY from_ms`,
    ),
    // Whoever else was there meanwhile: what the machine made is nobody's then.
    others: sqlite.prepare<[string, string, number, number, number], number>(
      `SELECT 1 FROM assignments WHERE station_id = ? AND id <> ? AND from_ms < ?
         AND (to_ms > ? OR (to_ms IS NULL AND from_ms > ? - 86400000)) LIMIT 1`,
    ),
    finishes: sqlite.prepare<[string], Finish>(
      `SELECT f.at, json_extract(f.body, '$.operation') AS operation,
         json_extract(f.body, '$.outcome.good') AS good, b.order_id AS orderId, b.style_id AS styleId
       FROM (SELECT a.n, a.at, ${BODY_NOW} AS body FROM acts a
         WHERE a.assignment_id = ? AND a.kind = 'finish' AND a.state = 'accepted'
           AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted')) f
       JOIN act_bundles l ON l.n = f.n JOIN bundles b ON b.id = l.bundle_id
       WHERE json_extract(f.body, '$.isRepaired') IS NOT 1 ORDER BY f.at, f.n`,
    ),
  };
}
