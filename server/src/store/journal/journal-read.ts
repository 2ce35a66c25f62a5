import type { Database } from "better-sqlite3";
import { createActReader } from "./act-read.ts";
import { type AuthorRead, createAuthorReader, createSubjectReader } from "./author-read.ts";
import { createHeadReader } from "./chain.ts";

/** What a person changed: who, when, what it was and what it is now. */
export interface JournalEntry {
  /** Order of arrival; the page goes on below it. */
  readonly n: number;
  /** When it was received, UTC ms. */
  readonly at: number;
  /** What of, as the log names it: `amend`, `undo`, `setting`, `plan`, … */
  readonly kind: string;
  /** Where: at the desk, or at a station. */
  readonly by: "desk" | "station";
  /** Who; null for what was written before that was kept, and for nobody. */
  readonly author: AuthorRead | null;
  readonly stationId: string | null;
  /** Ticket, setting, order, style, or station; null where there is none to name. */
  readonly subject: string | null;
  /** Of an account, a key or a screen as it is called now; null for others, and where it is gone. */
  readonly subjectName: string | null;
  /** Null: there was nothing, or it is not shown. */
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  /** Of the act; null for what is none. */
  readonly key: string | null;
  /** Of the act that it is about. */
  readonly about: string | null;
  readonly isUndone: boolean;
}

/** Which entries are asked for. */
export interface JournalAsked {
  /** UTC ms, half open. */
  readonly from: number;
  readonly to: number;
  /** `figures`: what changes declared figures; `settings`: what was changed besides. */
  readonly of: "all" | "figures" | "settings";
  /** Below which arrival number the page begins; null for the newest. */
  readonly before: number | null;
}

export interface JournalRead {
  /** The newest first. */
  readonly entries: readonly JournalEntry[];
  /** Given back for the next page; null at the end. */
  readonly next: number | null;
}

interface ActRow {
  readonly n: number;
  readonly received: number;
  readonly kind: string;
  readonly key: string;
  readonly about: string | null;
  readonly assignmentId: string | null;
  readonly author: string | null;
  readonly isUndone: number;
}

interface FactRow {
  readonly n: number;
  readonly recordedAt: number;
  readonly kind: string;
  readonly body: string;
  readonly author: string | null;
}

const PAGE = 100;

/** Reads the journal: acts and rare facts are one log, numbered in the order of arrival ([JO3], [JO4]). */
export function createJournalReads(sqlite: Database) {
  const statements = prepare(sqlite);
  const readAct = createActReader(sqlite);
  const readAuthor = createAuthorReader(sqlite);
  const readHead = createHeadReader(sqlite);
  const readSubject = createSubjectReader(sqlite);

  function ofAct(row: ActRow): JournalEntry {
    const { n, received, kind, key, about, assignmentId, isUndone } = row;
    const act = readAct(key);
    const stationId = act?.stationId ?? null;
    const isAtStation = assignmentId !== null || (stationId !== null && kind !== "hand-count");
    return {
      ...{ n, kind, key, about },
      // Of a correction made at the desk: where the act was that it is about.
      stationId: stationId ?? act?.about?.stationId ?? null,
      at: received,
      by: isAtStation ? "station" : "desk",
      subject: act?.code ?? act?.about?.code ?? null,
      subjectName: null,
      before: act?.before ?? null,
      after: act?.after ?? null,
      reason: act?.reason ?? null,
      author: readAuthor(row.author),
      isUndone: isUndone === 1,
    };
  }

  function told(row: FactRow): JournalEntry {
    const entry = ofFact(row);
    const subjectName = readSubject(entry.kind, entry.subject);
    return { ...entry, author: readAuthor(row.author), subjectName };
  }

  return {
    readJournal: sqlite.transaction((asked: JournalAsked): JournalRead => {
      const query = { ...asked, before: asked.before ?? Number.MAX_SAFE_INTEGER };
      const acts = asked.of === "settings" ? [] : statements.acts.all(query).map(ofAct);
      const facts =
        asked.of === "figures" ? [] : statements.facts.all(query).map((row) => told(row));
      const entries = [...acts, ...facts].toSorted((a, b) => b.n - a.n).slice(0, PAGE);
      return { entries, next: entries.length < PAGE ? null : (entries.at(-1)?.n ?? null) };
    }),
    readAct: sqlite.transaction(readAct),
    /** The newest link, its hash as hexadecimal digits; null before the first line. */
    readJournalHead() {
      const head = readHead();
      if (head === null) return null;
      return { n: head.n, count: head.place, hash: Buffer.from(head.hash).toString("hex") };
    },
  };
}

function ofFact({
  n,
  recordedAt,
  kind,
  body,
}: FactRow): Omit<JournalEntry, "author" | "subjectName"> {
  const nobody = {
    n,
    at: recordedAt,
    by: "desk",
    stationId: null,
    key: null,
    about: null,
  } as const;
  const rest = { reason: null, isUndone: false };
  const fact: Record<string, unknown> = JSON.parse(body);
  if (kind === "changed") {
    const { what, subject, before, after } = fact;
    const reason = what === "setting" ? reasonOf(after) : null;
    const changed = { kind: String(what), subject: textOr(subject), before, after };
    return { ...nobody, ...rest, reason, ...changed };
  }
  return { ...nobody, ...rest, kind, subject: null, before: null, after: fact };
}

/** Why a setting is as it is, for one that says so. */
function reasonOf(after: unknown): string | null {
  return textOr(Object(Object(after).value).reason);
}

function textOr(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function prepare(sqlite: Database) {
  const page = `AND n < @before ORDER BY n DESC LIMIT ${PAGE}`;
  return {
    acts: sqlite.prepare<Omit<JournalAsked, "of" | "before"> & { before: number }, ActRow>(
      `SELECT n, received, kind, key, about, assignment_id AS assignmentId, author,
         EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted') AS isUndone
       FROM acts a INDEXED BY acts_of_journal
       WHERE state = 'accepted' AND kind IN ('amend', 'undo', 'settle', 'correction', 'hand-count', 'target', 'stop')
         AND received >= @from AND received < @to ${page}`,
    ),
    facts: sqlite.prepare<Omit<JournalAsked, "of" | "before"> & { before: number }, FactRow>(
      `SELECT n, recorded_at AS recordedAt, kind, body, author FROM facts INDEXED BY facts_of_journal
       WHERE kind IN ('changed', 'verdict', 'quarantine-released', 'quarantine-dismissed', 'ticket-reprinted', 'ticket-voided')
         AND recorded_at >= @from AND recorded_at < @to ${page}`,
    ),
  };
}
