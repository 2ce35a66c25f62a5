import type { ActOrigin, WordKind } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Clockwork } from "../clock-steps.ts";
import type { Chain } from "../journal/chain.ts";
import { servedAuthor } from "../journal/served-author.ts";
import type { Progress } from "../progress.ts";
import type { StoredAnswer } from "./stored-answer.ts";

/** What an act is, as the log names it. */
export type ActKind =
  | "cut"
  | "badge"
  | "scan"
  | "finish"
  | "split"
  | "join"
  | "dispatch"
  | "return"
  | "undo"
  | "settle"
  | "amend"
  | "correction"
  | "hand-count"
  | WordKind;

/** An act as it is appended. */
export interface NewAct {
  readonly key: string;
  readonly kind: ActKind;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  /** UTC ms. */
  readonly at: number;
  readonly received: number;
  readonly clockOffBy: number;
  readonly origin: ActOrigin;
  readonly isOffline: boolean;
  /** The event of a wired reader that it was made of. */
  readonly event?: { readonly bootId: number; readonly seq: number };
  /** Key of the act that it undoes or settles. */
  readonly about?: string;
  readonly digest: Uint8Array;
  readonly body: object;
  readonly answer: StoredAnswer;
  /** What it is about. */
  readonly bundleIds: readonly number[];
}

/** An act as it is on record. */
export interface StoredAct {
  readonly n: number;
  readonly key: string;
  readonly kind: ActKind;
  readonly isAccepted: boolean;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  /** When it happened, as the clock has proved to stand since; UTC ms. */
  readonly at: number;
  readonly digest: Uint8Array;
  readonly body: unknown;
  readonly answer: StoredAnswer;
}

/** The log of what people did: each once by its key, refused ones with the answer that they got ([Y1], [Y2]). */
export interface ActLog {
  /** Answers the arrival number. */
  append(act: NewAct): number;
  find(key: string): StoredAct | null;
  bundlesOf(n: number): number[];
  /** Undos and settlements that arrived before the act that they are about now concern its bundles; false when there are none. */
  adopt(key: string, bundleIds: readonly number[]): boolean;
  /** Whether an accepted act undoes that one. */
  isUndone(key: string): boolean;
}

interface Row {
  readonly n: number;
  readonly run: number;
  readonly key: string;
  readonly kind: ActKind;
  readonly state: "accepted" | "refused";
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly at: number;
  readonly eventAt: number | null;
  readonly digest: Uint8Array;
  readonly body: string;
  readonly answer: string;
}

/** When an act happened: with the event that it was made of, or moved with its run's clock ([D5], [D7]). */
export function timeOf(
  clockwork: Clockwork,
  row: { readonly at: number; readonly eventAt: number | null } & Pick<Row, "run" | "n">,
): number {
  return row.eventAt ?? clockwork.adjust({ received: row.at, run: row.run, n: row.n });
}

export function createActLog(
  sqlite: Database,
  { progress, clockwork, chain }: { progress: Progress; clockwork: Clockwork; chain: Chain },
): ActLog {
  const insert = sqlite.prepare(
    `INSERT INTO acts (n, run, key, kind, state, station_id, assignment_id, at, received, clock_off_by, origin, is_offline,
       boot_id, seq, about, digest, body, answer, author)
     VALUES (@n, @run, @key, @kind, @state, @stationId, @assignmentId, @at, @received, @clockOffBy, @origin, @isOffline,
       @bootId, @seq, @about, @digest, @body, @answer, @author)`,
  );
  const link = sqlite.prepare("INSERT OR IGNORE INTO act_bundles (bundle_id, n) VALUES (?, ?)");
  const find = sqlite.prepare<[string], Row>(
    `SELECT a.n, a.run, a.key, a.kind, a.state, a.station_id AS stationId, a.assignment_id AS assignmentId,
            a.at, e.at AS eventAt, a.digest, a.body, a.answer
     FROM acts a LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq WHERE a.key = ?`,
  );
  const bundles = sqlite
    .prepare<[number], number>("SELECT bundle_id FROM act_bundles WHERE n = ? ORDER BY bundle_id")
    .pluck();
  const about = sqlite
    .prepare<[string], number>("SELECT n FROM acts WHERE about = ? AND state = 'accepted'")
    .pluck();
  const undone = sqlite
    .prepare<[string], number>(
      "SELECT EXISTS (SELECT 1 FROM acts WHERE about = ? AND kind = 'undo' AND state = 'accepted')",
    )
    .pluck();

  return {
    append({ event, about: aboutKey, bundleIds, ...act }) {
      const n = progress.nextArrival();
      insert.run({
        ...act,
        n,
        run: progress.run,
        state: act.answer.accepted ? "accepted" : "refused",
        isOffline: act.isOffline ? 1 : 0,
        bootId: event?.bootId ?? null,
        seq: event?.seq ?? null,
        about: aboutKey ?? null,
        body: JSON.stringify(act.body),
        answer: JSON.stringify(act.answer),
        author: servedAuthor(),
      });
      chain.link("act", n);
      for (const bundleId of bundleIds) link.run(bundleId, n);
      return n;
    },
    find(key) {
      const row = find.get(key);
      if (row === undefined) return null;
      const { state, eventAt: _, run: __, ...act } = row;
      return {
        ...act,
        at: timeOf(clockwork, row),
        isAccepted: state === "accepted",
        body: JSON.parse(row.body),
        answer: JSON.parse(row.answer),
      };
    },
    bundlesOf: (n) => bundles.all(n),
    adopt(key, bundleIds) {
      const waiting = about.all(key);
      for (const n of waiting) for (const bundleId of bundleIds) link.run(bundleId, n);
      return waiting.length > 0;
    },
    isUndone: (key) => undone.get(key) === 1,
  };
}
