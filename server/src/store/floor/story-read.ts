import type { BundleCard, BundleState, Outcome, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createClockwork } from "../clock-steps.ts";
import { type ActKind, timeOf } from "./act-log.ts";
import {
  BUNDLE_COLUMNS,
  BUNDLE_TABLES,
  type BundleRow,
  cardOf,
  createCodeReader,
} from "./bundle-cards.ts";
import type { StationReadDeps } from "./station-read.ts";
import type { StoredAnswer } from "./stored-answer.ts";
import { createWorkReader } from "./work-read.ts";

/** One fact of a bundle's life. */
export interface StoryFact {
  /** UTC ms. */
  readonly at: number;
  readonly kind: ActKind | "ticket" | "deduced" | "machine";
  readonly origin: "machine" | "scan" | "hand" | "deduced" | "correction";
  /** Of an act; null for what is derived. */
  readonly key: string | null;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly isAccepted: boolean;
  /** An act that was taken back later. */
  readonly isUndone: boolean;
  readonly isOffline: boolean;
  /** What was answered, still without its sentence; null for what nobody was told. */
  readonly answer: StoredAnswer | null;
  readonly operation: string | null;
  readonly pieces: number | null;
  readonly outcome: Outcome | null;
  /** What else was said, by name: a reason, a partner, the key of the act that was undone. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** A bundle with all that is known of it. */
export interface StoryRead {
  readonly card: BundleCard;
  readonly state: BundleState;
  readonly parent: string | null;
  readonly joinedInto: string | null;
  /** In the order in which it happened. */
  readonly facts: readonly StoryFact[];
}

interface ActRow {
  readonly n: number;
  readonly run: number;
  readonly key: string;
  readonly kind: ActKind;
  readonly state: string;
  readonly at: number;
  readonly eventAt: number | null;
  readonly origin: "scan" | "hand";
  readonly isOffline: number;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly body: string;
  readonly answer: string;
  readonly isUndone: number;
}

/** Numbers of ours, which mean nothing to people. */
const INTERNAL = ["bundleId", "childId", "bundleIds", "operation", "pieces", "outcome", "lots"];
const NOTHING = {
  key: null,
  assignmentId: null,
  isAccepted: true,
  isUndone: false,
  isOffline: false,
  answer: null,
  operation: null,
  pieces: null,
  outcome: null,
  details: {},
};

const MACHINE = { kind: "machine", origin: "machine" } as const;

/** Reads the story of a bundle; null when there is none of that number. */
export function createStoryReader(
  sqlite: Database,
  { catalogue, machine, timeline }: StationReadDeps,
): (bundleId: number) => StoryRead | null {
  const statements = prepare(sqlite);
  const clockwork = createClockwork(sqlite);
  const works = createWorkReader(sqlite, machine);
  const codeOf = createCodeReader(sqlite);

  function actFacts(bundleId: number): StoryFact[] {
    return statements.acts.all(bundleId).map((row) => {
      const { key, kind, stationId, assignmentId } = row;
      const body: Record<string, unknown> = JSON.parse(row.body);
      const { operation, pieces, outcome }: Partial<StoryFact> = JSON.parse(row.body);
      const details = Object.entries(body).filter(([name]) => !INTERNAL.includes(name));
      return {
        ...{ key, kind, stationId, assignmentId },
        at: timeOf(clockwork, row),
        origin: kind === "correction" ? "correction" : row.origin,
        isAccepted: row.state === "accepted",
        isUndone: row.isUndone === 1,
        isOffline: row.isOffline === 1,
        answer: JSON.parse(row.answer),
        operation: operation ?? null,
        pieces: pieces ?? null,
        outcome: outcome ?? null,
        details: Object.fromEntries(details),
      };
    });
  }

  function machineFacts(bundleId: number, now: Timeline): StoryFact[] {
    return works
      .ofBundle(bundleId, now)
      .flatMap(({ operation, stationId, to, made }) =>
        made === null
          ? []
          : [{ ...NOTHING, ...MACHINE, at: to, stationId, operation, pieces: made }],
      );
  }

  return sqlite.transaction((bundleId: number): StoryRead | null => {
    const row = statements.bundle.get(bundleId);
    if (row === undefined) return null;
    clockwork.reload();
    catalogue.styles.reload();
    machine.refresh();
    const state: BundleState = JSON.parse(row.body);
    const tickets = statements.tickets.all(bundleId).map(ticketFact);
    const facts = [
      ...tickets,
      ...actFacts(bundleId),
      ...deducedFacts(state),
      ...machineFacts(bundleId, timeline()),
    ];
    return {
      card: cardOf(catalogue, row),
      state,
      parent: row.parentId === null ? null : codeOf(row.parentId),
      joinedInto: state.joinedInto === null ? null : codeOf(state.joinedInto),
      facts: facts.toSorted((a, b) => a.at - b.at),
    };
  });
}

interface TicketRow {
  readonly at: number;
  readonly number: number;
  readonly ticketState: string;
}

function ticketFact({ at, number, ticketState }: TicketRow): StoryFact {
  const details = { number, state: ticketState };
  return { ...NOTHING, kind: "ticket", origin: "hand", at, stationId: null, details };
}

function deducedFacts({ operations }: BundleState): StoryFact[] {
  return operations
    .filter(({ status, isInherited }) => status === "deduced" && !isInherited)
    .map(({ code, stationId, finishedAt, good, rework, second, scrap }) => ({
      ...NOTHING,
      kind: "deduced" as const,
      origin: "deduced" as const,
      at: finishedAt ?? 0,
      stationId,
      operation: code,
      outcome: { good, rework, second, scrap },
    }));
}

function prepare(sqlite: Database) {
  return {
    bundle: sqlite.prepare<[number], BundleRow & { body: string }>(
      `SELECT ${BUNDLE_COLUMNS}, s.body FROM ${BUNDLE_TABLES} WHERE s.bundle_id = ?`,
    ),
    tickets: sqlite.prepare<[number], TicketRow>(
      `SELECT made_at AS at, number, state AS ticketState FROM tickets
       WHERE bundle_id = ? ORDER BY number`,
    ),
    acts: sqlite.prepare<[number], ActRow>(
      `SELECT a.n, a.run, a.key, a.kind, a.state, a.at, e.at AS eventAt, a.origin, a.is_offline AS isOffline,
         a.station_id AS stationId, a.assignment_id AS assignmentId, a.body, a.answer,
         EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted') AS isUndone
       FROM act_bundles b JOIN acts a ON a.n = b.n LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq
       WHERE b.bundle_id = ? ORDER BY a.n`,
    ),
  };
}
