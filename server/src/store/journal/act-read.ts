import type { TicketCode } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { ActKind } from "../floor/act-log.ts";
import { BODY_NOW } from "../floor/amended.ts";
import { createCodeReader } from "../floor/bundle-cards.ts";
import { createCutReader } from "./cut-read.ts";

/** An act with what was said about it since. */
export interface ActRead {
  readonly key: string;
  readonly kind: ActKind;
  /** UTC ms. */
  readonly at: number;
  readonly received: number;
  readonly stationId: string | null;
  /** Ticket of the bundle; null when it is about none, or several. */
  readonly code: string | null;
  readonly operation: string | null;
  /** As it was declared. */
  readonly original: Declared;
  /** As it holds, corrections counted in. */
  readonly now: Declared;
  readonly isUndone: boolean;
  /** The oldest first; undone ones too. */
  readonly amendments: readonly Amendment[];
  /** Whether its figures can be corrected. */
  readonly canAmend: boolean;
  /** For the journal: what it changed, from what to what, and why. */
  readonly before: Declared | null;
  readonly after: Declared | null;
  readonly reason: string | null;
  /** The act that it undoes, settles or corrects. */
  readonly about: {
    readonly key: string;
    readonly kind: ActKind;
    readonly code: string | null;
    readonly stationId: string | null;
  } | null;
}

/** The figures and words of an act; what its kind does not have is not there. */
export type Declared = Readonly<Record<string, unknown>>;

export interface Amendment {
  readonly n: number;
  readonly key: string;
  readonly at: number;
  readonly reason: string;
  readonly to: Declared;
  readonly isUndone: boolean;
}

/** What screens of the desk give for a station. */
const DESK = "desk";

interface Row {
  readonly n: number;
  readonly key: string;
  readonly kind: ActKind;
  readonly at: number;
  readonly received: number;
  readonly stationId: string | null;
  readonly about: string | null;
  readonly body: string;
  readonly bodyNow: string;
  readonly isUndone: number;
}

/** Kinds of which figures are declared; see the command `amend`. */
const AMENDABLE: readonly ActKind[] = [
  "finish",
  "return",
  "inspection",
  "hand-count",
  "correction",
];
/** What of a body says figures, or what was said of a stop or a day. */
const SHOWN = [
  ...["outcome", "good", "rework", "second", "scrap", "defects", "pieces", "reason"],
  ...["choice", "cause", "from", "to", "scope", "day", "lineId", "hour"],
];

/** Reads acts by key, of a cutting what it said of one bundle; null for one that was never accepted. */
export function createActReader(
  sqlite: Database,
): (key: string, code?: TicketCode | null) => ActRead | null {
  const statements = prepare(sqlite);
  const codeOf = createCodeReader(sqlite);
  const cuts = createCutReader(sqlite);

  function ticketOf(n: number): string | null {
    const [id, ...others] = statements.bundles.all(n);
    return id === undefined || others.length > 0 ? null : codeOf(id);
  }

  function headOf(about: Row): ActRead["about"] {
    return {
      ...{ key: about.key, kind: about.kind },
      ...{ code: ticketOf(about.n), stationId: stationOf(about) },
    };
  }

  function amendmentsOf(key: string): Amendment[] {
    return statements.amendments.all(key).map(({ body, isUndone, ...head }) => {
      const { reason, to } = JSON.parse(body);
      return { ...head, reason, to, isUndone: isUndone === 1 };
    });
  }

  /** What held before a correction was made, and what it says instead. */
  function changeOf(row: Row, about: Row | undefined) {
    if (about?.kind === "cut" && row.kind === "amend") {
      return cuts.changeOf(row.n, JSON.parse(row.body).to, amendmentsOf(about.key));
    }
    if (row.kind === "stop")
      return { before: saidBefore(row, statements), after: shownOf(row.body) };
    if (about === undefined) return { before: null, after: shownOf(row.body) };
    if (row.kind !== "amend") return { before: saidBy(about), after: null };
    const earlier = amendmentsOf(about.key).filter(({ n, isUndone }) => n < row.n && !isUndone);
    const { to } = JSON.parse(row.body);
    const before = { ...shownOf(about.body), ...earlier.at(-1)?.to };
    return { before, after: { ...before, ...to } };
  }

  /** Of a cutting what it said of one bundle; of all of them together nothing is corrected. */
  function cutOf({ n, key }: Row, code: TicketCode | null): Partial<ActRead> {
    const cut = code === null ? null : cuts.find(n, code);
    if (cut === null) return { original: {}, now: {}, amendments: [] };
    return {
      code: codeOf(cut.bundleId),
      original: { pieces: cut.declared },
      now: { pieces: cut.pieces },
      amendments: cuts.ofBundle(amendmentsOf(key), cut.bundleId),
      canAmend: true,
    };
  }

  return (key, code = null) => {
    const row = statements.act.get(key);
    if (row === undefined) return null;
    const about = row.about === null ? undefined : statements.act.get(row.about);
    const { kind, at, received, isUndone } = row;
    const stationId = stationOf(row);
    const { operation = null, note = null, reason = note } = JSON.parse(row.body);
    return {
      ...{ key, kind, at, received, stationId, operation, reason },
      code: ticketOf(row.n),
      original: shownOf(row.body),
      now: shownOf(row.bodyNow),
      isUndone: isUndone === 1,
      amendments: amendmentsOf(key),
      canAmend: AMENDABLE.includes(kind) && isUndone === 0,
      ...changeOf(row, about),
      ...(kind === "cut" && cutOf(row, code)),
      about: about === undefined ? null : headOf(about),
    };
  };
}

/** A later word on a stop holds over an earlier one of the same place: what that one said. */
function saidBefore(
  { n, body }: Row,
  { stopBefore }: Pick<ReturnType<typeof prepare>, "stopBefore">,
): Declared | null {
  const before = stopBefore.get({ n, body });
  return before === undefined ? null : shownOf(before);
}

function stationOf({ stationId }: Row): string | null {
  return stationId === DESK ? null : stationId;
}

/** What an act says; a correction what it set. */
function saidBy({ kind, body }: Row): Declared {
  return kind === "amend" ? JSON.parse(body).to : shownOf(body);
}

function shownOf(body: string): Declared {
  const all: Record<string, unknown> = JSON.parse(body);
  return Object.fromEntries(Object.entries(all).filter(([name]) => SHOWN.includes(name)));
}

function prepare(sqlite: Database) {
  const isUndone =
    "EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted') AS isUndone";
  return {
    act: sqlite.prepare<[string], Row>(
      `SELECT a.n, a.key, a.kind, a.at, a.received, a.station_id AS stationId, a.about, a.body,
         ${BODY_NOW} AS bodyNow, ${isUndone}
       FROM acts a WHERE a.key = ? AND a.state = 'accepted'`,
    ),
    amendments: sqlite.prepare<
      [string],
      { n: number; key: string; at: number; body: string; isUndone: number }
    >(
      `SELECT a.n, a.key, a.received AS at, a.body, ${isUndone} FROM acts a
       WHERE a.about = ? AND a.kind = 'amend' AND a.state = 'accepted' ORDER BY a.n`,
    ),
    // Of the words on stops just before it: one that is older than these is told as the first.
    stopBefore: sqlite
      .prepare<[{ n: number; body: string }], string>(
        `SELECT body FROM (
           SELECT a.n, a.key, a.body FROM acts a INDEXED BY acts_of_stops
           WHERE a.state = 'accepted' AND a.kind = 'stop' AND a.n < @n ORDER BY a.n DESC LIMIT 500) said
         WHERE said.body -> '$.scope' = @body -> '$.scope'
           AND said.body ->> '$.from' < coalesce(@body ->> '$.to', 9e15)
           AND coalesce(said.body ->> '$.to', 9e15) > @body ->> '$.from'
           AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = said.key AND u.kind = 'undo' AND u.state = 'accepted')
         ORDER BY said.n DESC LIMIT 1`,
      )
      .pluck(),
    bundles: sqlite
      .prepare<[number], number>("SELECT bundle_id FROM act_bundles WHERE n = ? LIMIT 2")
      .pluck(),
  };
}
