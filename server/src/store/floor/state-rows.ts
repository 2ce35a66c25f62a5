import type { BundleSheet, BundleState, OperationState } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BundlePlace } from "../supervision/bundle-piles.ts";
import type { FloorNow } from "../supervision/floor-now.ts";
import type { ChangedDays } from "./changed-days.ts";
import { noteWork, type WorkTimes } from "./changed-works.ts";
import { createDeductionRows } from "./deduction-rows.ts";
import type { LoadedFamily } from "./families.ts";
import { nextOf, stationOfOpen } from "./next-of.ts";

/** Writes where bundles are now, what they wait for and what was worked on them: rows that differ, and no others. */
export interface StateRows {
  write(family: LoadedFamily, sheet: BundleSheet, state: BundleState): void;
}

/** The columns of `bundle_states`, in the order of the table. */
type StateRow = readonly [
  bundleId: number,
  orderId: string,
  isOpen: number,
  openStation: string | null,
  next: string,
  waitsSince: number | null,
  hasConflict: number,
  outside: string | null,
  good: number,
  rework: number,
  second: number,
  scrap: number,
  inProgress: number,
  body: string,
];

type WorkRow = readonly [
  bundleId: number,
  operation: string,
  stationId: string | null,
  assignmentId: string | null,
  openedAt: number | null,
  finishedAt: number | null,
  declared: number,
];

const IS_OPEN = 2;
const OPEN_STATION = 3;
const NEXT = 4;
const WAITS_SINCE = 5;
const HAS_CONFLICT = 6;
const IN_PROGRESS = 12;
const BODY = 13;
const STATION = 2;

export interface StateRowsDeps extends Pick<FloorNow, "flow" | "quality"> {
  readonly changed: ChangedDays;
}

/** What the board says of the floor is told of each change: it counts what waits by differences. */
export function createStateRows(
  sqlite: Database,
  { flow, quality, changed }: StateRowsDeps,
): StateRows {
  const statements = prepare(sqlite);
  const deductions = createDeductionRows(sqlite, { changed });

  function writeWaits({ id, orderId, styleId }: BundleSheet, rows: Changed): void {
    const place = [orderId, styleId] as const;
    for (const [row, statement] of [
      [rows.old, statements.dropWait],
      [rows.made, statements.putWait],
    ] as const) {
      const since = row?.[WAITS_SINCE] ?? null;
      if (row === undefined || since === null) continue;
      for (const operation of listOf(row[NEXT])) statement.run(...place, operation, since, id);
    }
  }

  function writeWorks(bundleId: number, works: readonly WorkRow[]): void {
    const old = new Map(statements.works.all(bundleId).map((row) => [row[1], row]));
    for (const row of works) {
      const known = old.get(row[1]);
      old.delete(row[1]);
      if (known !== undefined && isSameRow(known, row)) continue;
      statements.putWork.run(...row);
      tellWorked([row, known]);
      noteWork(changed, { old: timesOf(known), made: timesOf(row) });
    }
    for (const [operation, row] of old) {
      statements.dropWork.run(bundleId, operation);
      tellWorked([row]);
      noteWork(changed, { old: timesOf(row), made: undefined });
    }
  }

  function tellWorked(rows: readonly (WorkRow | undefined)[]): void {
    for (const row of rows) {
      const stationId = row?.[STATION] ?? null;
      if (stationId !== null) flow.worked(stationId);
    }
  }

  /** What is in conflict was perhaps not looked at. */
  function noteConflicts(old: StateRow | undefined, state: BundleState): void {
    if (state.conflicts.length === 0 && old?.[HAS_CONFLICT] !== 1) return;
    quality.forget();
    for (const key of newConflicts(old, state)) changed.ofAct(key);
  }

  return {
    write(family, sheet, state) {
      const made = stateRow(family, state);
      const old = statements.state.get(sheet.id);
      if (old === undefined || !isSameRow(old, made)) {
        statements.putState.run(...made);
        writeWaits(sheet, { old, made });
        flow.moved(sheet, { old: old === undefined ? null : placeOf(old), made: placeOf(made) });
        noteConflicts(old, state);
      }
      writeWorks(sheet.id, worksOf(state));
      deductions.write(state);
    },
  };
}

/** Acts that came into conflict, or out of it: what they inspected counts otherwise. */
function newConflicts(old: StateRow | undefined, { conflicts }: BundleState): Set<string> {
  const before: BundleState["conflicts"] = old === undefined ? [] : JSON.parse(old[BODY]).conflicts;
  const [was, is] = [before, conflicts].map((list) => new Set(list.map(({ key }) => key)));
  return (was ?? new Set<string>()).symmetricDifference(is ?? new Set<string>());
}

function timesOf(row: WorkRow | undefined): WorkTimes | undefined {
  if (row === undefined) return undefined;
  const [, , stationId, , openedAt, finishedAt] = row;
  return { stationId, openedAt, finishedAt };
}

interface Changed {
  readonly old: StateRow | undefined;
  readonly made: StateRow;
}

function placeOf(row: StateRow): BundlePlace {
  return {
    isOpen: row[IS_OPEN] === 1,
    next: row[NEXT],
    isWaiting: row[WAITS_SINCE] !== null,
    openStation: row[OPEN_STATION],
    inProgress: row[IN_PROGRESS],
  };
}

function stateRow(family: LoadedFamily, state: BundleState): StateRow {
  const { id, good, rework, second, scrap, inProgress, outside, conflicts } = state;
  const isOpen = inProgress > 0 || rework > 0;
  const isWaiting = inProgress > 0 && state.open === null && outside === null;
  return [
    id,
    family.orderId,
    isOpen ? 1 : 0,
    stationOfOpen(state),
    JSON.stringify(inProgress > 0 && outside === null ? nextOf(family, state) : []),
    isWaiting ? (state.movedAt ?? 0) : null,
    conflicts.length > 0 ? 1 : 0,
    outside,
    good,
    rework,
    second,
    scrap,
    inProgress,
    JSON.stringify(state),
  ];
}

/** What somebody worked on, or was seen to begin. */
function worksOf({ id, operations }: BundleState): WorkRow[] {
  return operations.filter(isWork).map((work) => {
    const { code, stationId, assignmentId, openedAt, finishedAt } = work;
    const declared = work.good + work.rework + work.second + work.scrap;
    return [id, code, stationId, assignmentId, openedAt, finishedAt, declared];
  });
}

function isWork({ status, openedAt, isInherited }: OperationState): boolean {
  return !isInherited && (status !== "deduced" || openedAt !== null);
}

function listOf(json: string): string[] {
  return JSON.parse(json);
}

function isSameRow(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((value, index) => value === b[index]);
}

function prepare(sqlite: Database) {
  return {
    state: sqlite
      .prepare<[number], StateRow>("SELECT * FROM bundle_states WHERE bundle_id = ?")
      .raw(),
    putState: sqlite.prepare(
      "INSERT OR REPLACE INTO bundle_states VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    putWait: sqlite.prepare(
      "INSERT OR IGNORE INTO waits (order_id, style_id, operation, since, bundle_id) VALUES (?, ?, ?, ?, ?)",
    ),
    dropWait: sqlite.prepare(
      `DELETE FROM waits WHERE order_id = ? AND style_id = ? AND operation = ? AND since = ?
       AND bundle_id = ?`,
    ),
    works: sqlite.prepare<[number], WorkRow>("SELECT * FROM works WHERE bundle_id = ?").raw(),
    putWork: sqlite.prepare("INSERT OR REPLACE INTO works VALUES (?, ?, ?, ?, ?, ?, ?)"),
    dropWork: sqlite.prepare("DELETE FROM works WHERE bundle_id = ? AND operation = ?"),
  };
}
