import { type DayNumber, parseDay } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Progress } from "../progress.ts";
import type { Rollups } from "../rollups.ts";
import type { ActKind } from "./act-log.ts";
import type { Cells } from "./cells.ts";

/** What says that a day's reports tell something else now, though perhaps no hour of it changed ([RP7]). */
export interface ChangedDays {
  /** Something of that moment (UTC ms). */
  at(at: number): void;
  /** Something of all time between two moments (UTC ms); null: until now. */
  between(from: number, to: number | null): void;
  /** Every day from a moment on, of those on which something happened. */
  since(from: number): void;
  /** An act was accepted: its moment, what it tells of, and what it is about. */
  acted(act: AcceptedAct): void;
  /** An act counts otherwise than it did. */
  ofAct(key: string): void;
  /** When somebody is taken to have left, who did not say so. */
  ofPresence(operatorId: string): void;
}

/** An act as it goes on record. */
export interface AcceptedAct {
  readonly kind: ActKind;
  readonly at: number;
  readonly body: object;
  /** Key of the act that it undoes, settles or corrects. */
  readonly about: string | null;
}

interface Row {
  readonly kind: ActKind;
  readonly at: number;
  readonly body: string;
  readonly about: string | null;
}

/** No report tells of them. */
const UNTOLD: readonly ActKind[] = [
  "badge",
  "call",
  "call-take",
  "call-resolve",
  "upkeep",
  "message",
];
/** Longer than anything lasts that a report tells of. */
const DAYS_MAX = 400;

export interface ChangedDaysDeps {
  readonly cells: Pick<Cells, "dayOf">;
  readonly progress: Pick<Progress, "now">;
  readonly rollups: Pick<Rollups, "touchDay">;
}

export function createChangedDays(
  sqlite: Database,
  { cells, progress, rollups }: ChangedDaysDeps,
): ChangedDays {
  const find = sqlite.prepare<[string], Row>(
    `SELECT a.kind, coalesce(e.at, a.at) AS at, a.body, a.about
     FROM acts a LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq WHERE a.key = ?`,
  );
  const daysFrom = sqlite
    .prepare<[number], DayNumber>("SELECT day FROM days WHERE day >= ?")
    .pluck();
  const openPresences = sqlite
    .prepare<[string], number>(
      "SELECT from_ms FROM assignments WHERE operator_id = ? AND to_ms IS NULL",
    )
    .pluck();

  const at = (moment: number): void => rollups.touchDay(cells.dayOf(moment));

  function between(from: number, to: number | null): void {
    const last = cells.dayOf(to ?? Math.max(from, progress.now));
    const first = Math.max(cells.dayOf(from), last - DAYS_MAX);
    for (let day = first; day <= last; day++) rollups.touchDay(day);
  }

  function touch({ kind, at: moment, body }: Omit<AcceptedAct, "about">): void {
    if (UNTOLD.includes(kind)) return;
    at(moment);
    if (kind === "stop") touchStop(body);
    if (kind === "target") touchTarget(body);
  }

  /** An undo may be of a correction, which is of an act; one that was sent by mistake may name itself. */
  function ofAct(key: string): void {
    const seen = new Set<string>();
    for (let next: string | null = key; next !== null && !seen.has(next); ) {
      seen.add(next);
      const row: Row | undefined = find.get(next);
      if (row !== undefined) touch({ ...row, body: JSON.parse(row.body) });
      next = row?.about ?? null;
    }
  }

  /** Kept as `StopRequest` is sent. */
  function touchStop(body: { readonly from?: number; readonly to?: number | null }): void {
    if (body.from !== undefined) between(body.from, body.to ?? null);
  }

  function touchTarget({ day }: { readonly day?: string }): void {
    const of = day === undefined ? null : parseDay(day);
    if (of !== null) rollups.touchDay(of);
  }

  return {
    at,
    between,
    ofAct,
    acted({ about, ...act }) {
      touch(act);
      if (about !== null) ofAct(about);
    },
    since(from) {
      for (const day of daysFrom.all(cells.dayOf(from))) rollups.touchDay(day);
    },
    ofPresence(operatorId) {
      for (const from of openPresences.all(operatorId)) at(from);
    },
  };
}
