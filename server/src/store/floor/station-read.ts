import {
  DEFECTS_SETTING,
  defectsOf,
  inOrder,
  type OpenBundle,
  type OperationState,
  PRIVACY_SETTING,
  privacyOf,
  type StationView,
  showsOwn,
  type Timeline,
  UNDO_MINUTES,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { createCallReads } from "../supervision/calls-read.ts";
import { BODY_NOW } from "./amended.ts";
import { BUNDLE_COLUMNS, BUNDLE_TABLES, type BundleRow, cardOf } from "./bundle-cards.ts";
import { operationCard } from "./cards.ts";
import { findStation } from "./cells.ts";
import { joinsOf } from "./joins-here.ts";
import { type MachinePieces, ownSpans } from "./machine-pieces.ts";
import { createPeople } from "./people.ts";
import type { StoredAnswer } from "./stored-answer.ts";
import { createWaitingBundles } from "./waiting-bundles.ts";
import { createWorkReader } from "./work-read.ts";

/** What a station's screen shows, with the answer that its wired reader got last, still without its sentence. */
export interface StationRead extends Omit<StationView, "read"> {
  readonly read: ReaderAnswer | null;
}

export interface ReaderAnswer {
  readonly key: string;
  /** UTC ms. */
  readonly at: number;
  readonly answer: StoredAnswer;
}

export interface StationAsked {
  /** UTC ms. */
  readonly now: number;
  readonly hasLineBundles: boolean;
}

export interface StationReadDeps {
  readonly catalogue: CatalogueStore;
  readonly machine: MachinePieces;
  readonly timeline: () => Timeline;
}

/** As many as a tablet keeps, so that a code that is none of them reads « à vérifier » without the network. */
const LINE_BUNDLES_MAX = 500;
/** What was read longer ago is no news at the station. ms */
const READ_SHOWN_MS = 120_000;

/** Reads stations, without the bundles of the line when they are not asked for; null for one that the plan does not have. */
export function createStationReader(
  sqlite: Database,
  { catalogue, machine, timeline: readTimeline }: StationReadDeps,
): (stationId: string, asked: StationAsked) => StationRead | null {
  const statements = prepare(sqlite);
  const people = createPeople(sqlite, catalogue);
  const works = createWorkReader(sqlite, machine);
  const waiting = createWaitingBundles(sqlite, catalogue);
  const calls = createCallReads(sqlite, { timeline: readTimeline });

  function openBundles(stationId: string, { now, timeline }: Moment): OpenBundle[] {
    const rows = statements.open.all(stationId);
    const first = Math.min(...rows.map(({ from }) => from));
    const spans = rows.length === 0 ? [] : works.openSince(stationId, first);
    const dayBegan = timeline.windowsOf(timeline.slotAt(now)?.day ?? 0)[0]?.from ?? -Infinity;
    return rows.flatMap((row) => {
      const own = spans.find(
        (span) => span.bundleId === row.id && span.operation === row.operation,
      );
      const made =
        own === undefined ? null : machine.made(stationId, ownSpans(spans, own), timeline);
      const corrected = statements.corrected.get(row.id, row.from) ?? 0;
      const open = openBundle(catalogue, row, { made, corrected });
      return open === null ? [] : [{ ...open, isCarriedOver: row.from < dayBegan }];
    });
  }

  function readAnswer(stationId: string, now: number): ReaderAnswer | null {
    const row = statements.read.get(stationId, now - READ_SHOWN_MS);
    return row === undefined ? null : { ...row, answer: JSON.parse(row.answer) };
  }

  return sqlite.transaction((stationId: string, asked: StationAsked): StationRead | null => {
    const { now, hasLineBundles } = asked;
    const timeline = readTimeline();
    const planned = findStation(timeline.planAt(now), stationId);
    if (planned === null) return null;
    const { station, line } = planned;
    const privacy = privacyOf(statements.privacy.get() ?? null);
    catalogue.styles.reload();
    catalogue.orders.reload();
    machine.refresh();
    const { id, name, operation } = station;
    const lineBundles = hasLineBundles ? waiting.ofLine(line, LINE_BUNDLES_MAX) : [];
    return {
      serverTime: now,
      clock: statements.clock.get() ?? 0,
      station: { id, name, lineId: line.id, operation, hasCounter: station.device !== undefined },
      present: people(stationId, { timeline, now, hasOwnDay: privacy.myDay }),
      open: openBundles(stationId, { timeline, now }),
      next: waiting.nextFor(planned),
      lineBundles,
      ...(hasLineBundles && { joins: joinsOf(catalogue, station, lineBundles) }),
      calls: calls.openAt(stationId, now),
      defects: defectsOf(statements.defects.get() ?? null),
      ownProgress: showsOwn(privacy),
      myDay: privacy.myDay,
      undoMinutes: UNDO_MINUTES,
      read: readAnswer(stationId, now),
    };
  });
}

function openBundle(
  catalogue: CatalogueStore,
  row: OpenRow,
  { made, corrected }: { made: number | null; corrected: number },
): Omit<OpenBundle, "isCarriedOver"> | null {
  const routing = catalogue.orders.routingOf(row.orderId, row.styleId);
  const operation = routing?.operations.find(({ code }) => code === row.operation);
  if (routing === null || operation === undefined) return null;
  const steps = inOrder(routing.operations);
  const { scanKey, pieces, good, rework, second, scrap }: OperationState = JSON.parse(row.work);
  return {
    ...cardOf(catalogue, row),
    scanKey: scanKey ?? "",
    operation: operationCard(operation),
    earlier: steps.slice(0, steps.indexOf(operation)).map(operationCard),
    finished: row.finished,
    outcome: { good, rework, second, scrap },
    left: Math.max(0, Math.min(pieces - row.finished, row.inProgress)),
    openedAt: row.from,
    assignmentId: row.assignmentId,
    machinePieces: made,
    corrected,
  };
}

interface Moment {
  readonly timeline: Timeline;
  readonly now: number;
}

interface OpenRow extends BundleRow {
  readonly operation: string;
  readonly from: number;
  readonly finished: number;
  /** JSON: {@link OperationState}. */
  readonly work: string;
  readonly assignmentId: string | null;
}

function prepare(sqlite: Database) {
  return {
    clock: sqlite.prepare<[], number>("SELECT clock FROM progress WHERE id = 1").pluck(),
    // The one scanned last comes first.
    open: sqlite.prepare<[string], OpenRow>(
      `SELECT ${BUNDLE_COLUMNS}, w.operation, w.opened_at AS "from", w.declared AS finished,
         w.assignment_id AS assignmentId,
         (SELECT value FROM json_each(s.body, '$.operations')
           WHERE json_extract(value, '$.code') = w.operation) AS work
       FROM ${BUNDLE_TABLES} JOIN works w ON w.bundle_id = s.bundle_id
       WHERE s.open_station = ? AND w.operation = json_extract(s.body, '$.open') AND w.opened_at IS NOT NULL
       ORDER BY w.opened_at DESC, s.bundle_id DESC`,
    ),
    corrected: sqlite
      .prepare<[number, number], number>(
        `SELECT coalesce(sum(json_extract(${BODY_NOW}, '$.pieces')), 0)
         FROM act_bundles b JOIN acts a ON a.n = b.n
         WHERE b.bundle_id = ? AND a.kind = 'correction' AND a.state = 'accepted' AND a.at >= ?
           AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted')`,
      )
      .pluck(),
    defects: sqlite
      .prepare<[], string>(`SELECT value FROM settings WHERE key = '${DEFECTS_SETTING}'`)
      .pluck(),
    privacy: sqlite
      .prepare<[], string>(`SELECT value FROM settings WHERE key = '${PRIVACY_SETTING}'`)
      .pluck(),
    read: sqlite.prepare<[string, number], { key: string; at: number; answer: string }>(
      `SELECT key, at, answer FROM acts WHERE station_id = ? AND at > ? AND boot_id IS NOT NULL
       ORDER BY at DESC, n DESC LIMIT 1`,
    ),
  };
}
