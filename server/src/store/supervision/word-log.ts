import { type StopWord, WORD_KINDS, type Word } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Clockwork } from "../clock-steps.ts";
import { timeOf } from "../floor/act-log.ts";
import { BODY_NOW } from "../floor/amended.ts";

/** What people said of the floor: calls, causes of stops, inspections, upkeep, messages, targets. */
export interface WordLog {
  /** In force (accepted, not undone), in the order of arrival, those that happened within a span of UTC ms. */
  read(span: { readonly from: number; readonly to: number }): Word[];
  /** About stops, that were said at a moment (UTC ms) or later, in the order of arrival. */
  readStops(since: number): StopWord[];
  /** Of one kind, from the beginning. */
  readAll(kind: Word["kind"]): Word[];
  /** Calls made at a station since a moment (UTC ms), with who went there and whether it is resolved. */
  readCallsAt(stationId: string, since: number): Word[];
}

interface Row {
  readonly n: number;
  readonly run: number;
  readonly key: string;
  readonly kind: Word["kind"];
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly at: number;
  readonly eventAt: number | null;
  readonly about: string | null;
  readonly body: string;
}

/** Steps of the clock and later datings of events move a word by less. ms */
const MOVED_MAX_MS = 86_400_000;

/** Over any connection: the writer's or a reader's. */
export function createWordLog(sqlite: Database, { clockwork }: { clockwork: Clockwork }): WordLog {
  const select = `SELECT a.n, a.run, a.key, a.kind, a.station_id AS stationId, a.assignment_id AS assignmentId,
      a.at, e.at AS eventAt, a.about, ${BODY_NOW} AS body
    FROM acts a LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq
    WHERE a.state = 'accepted' AND a.kind IN (${WORD_KINDS.map((kind) => `'${kind}'`).join(", ")})
      AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted')`;
  const within = sqlite.prepare<[number, number], Row>(
    `${select} AND a.at >= ? AND a.at < ? ORDER BY a.n`,
  );
  const ofKind = sqlite.prepare<[string], Row>(`${select} AND a.kind = ? ORDER BY a.n`);
  const stops = sqlite.prepare<[number], Row>(
    `${select} AND a.kind = 'stop' AND a.at >= ? ORDER BY a.n`,
  );
  const callsAt = sqlite.prepare<[string, number], Row>(
    `${select} AND a.kind = 'call' AND a.station_id = ? AND a.at >= ? ORDER BY a.n`,
  );
  const stepsOf = sqlite.prepare<[string], Row>(
    `${select} AND a.kind IN ('call-take', 'call-resolve') AND a.about = ? ORDER BY a.n`,
  );

  function wordOf(row: Row): Word {
    const { n, key, kind, stationId, assignmentId, about, body } = row;
    const head = { n, key, kind, at: timeOf(clockwork, row), stationId, assignmentId };
    const isStep = kind === "call-take" || kind === "call-resolve";
    return { ...head, ...(isStep && { call: about }), ...JSON.parse(body) };
  }

  return {
    read: ({ from, to }) =>
      within
        .all(from - MOVED_MAX_MS, to + MOVED_MAX_MS)
        .map(wordOf)
        .filter(({ at }) => from <= at && at < to),
    readStops: (since) =>
      stops
        .all(since - MOVED_MAX_MS)
        .map(wordOf)
        .filter((word) => word.kind === "stop"),
    readAll: (kind) => ofKind.all(kind).map(wordOf),
    readCallsAt(stationId, since) {
      const calls = callsAt.all(stationId, since).map(wordOf);
      // Somebody may come for a first pressing that was taken back.
      const keys = calls.flatMap((word) =>
        word.kind === "call" ? [word.key, word.sameAs ?? word.key] : [],
      );
      const steps = [...new Set(keys)].flatMap((key) => stepsOf.all(key));
      return [...calls, ...steps.map(wordOf)];
    },
  };
}
