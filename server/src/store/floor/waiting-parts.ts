import { type BundleCard, formatCode, type OperationCard, parseCode } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { StoredAnswer } from "./stored-answer.ts";

/** Codes of parts that were read at a station and wait there for the others of their join. */
export interface WaitingParts {
  /** What to join once one more was read there, whose scan was answered so; null where it begins anew. */
  joinWith(part: PartRead): string[] | null;
}

export interface PartRead {
  readonly stationId: string | null;
  readonly code: string;
  /** UTC ms. */
  readonly at: number;
  readonly answer: {
    readonly code: string;
    readonly bundle?: BundleCard | null;
    readonly operation?: OperationCard | null;
  };
}

/** Refusal of a part that comes alone. */
const MISSING_PART = "join-missing-part";
/** Whoever read a part so long ago has put it aside. ms */
const WAITS_MS = 600_000;

interface Row {
  readonly state: "accepted" | "refused";
  readonly body: string;
  readonly answer: string;
}

/** Reads them from the log: what was refused otherwise since leaves them waiting, what was taken since ends it. */
export function createWaitingParts(sqlite: Database): WaitingParts {
  const last = sqlite.prepare<[string, number, number], Row>(
    `SELECT state, body, answer FROM acts
     WHERE station_id = ? AND at BETWEEN ? AND ? AND kind IN ('scan', 'join')
       AND (state = 'accepted' OR json_extract(answer, '$.code') = '${MISSING_PART}')
     ORDER BY at DESC, n DESC LIMIT 1`,
  );
  return {
    joinWith({ stationId, code, at, answer }) {
      if (stationId === null || answer.code !== MISSING_PART) return null;
      const row = last.get(stationId, at - WAITS_MS, at);
      if (row === undefined || row.state === "accepted") return null;
      const before: StoredAnswer = JSON.parse(row.answer);
      if (!isSameJoin(before, answer)) return null;
      const codes = [...new Set([...codesOf(row), asShown(code)])];
      return codes.length > 1 ? codes : null;
    },
  };
}

/** Of a scan's or a join's record. */
function codesOf({ body }: Row): string[] {
  const { code, codes = [code ?? ""] }: { code?: string; codes?: string[] } = JSON.parse(body);
  return codes.map(asShown);
}

/** As people read it: readers read another form of it. */
function asShown(text: string): string {
  const code = parseCode(text);
  return code.ok ? formatCode(code) : text;
}

function isSameJoin(before: StoredAnswer, now: PartRead["answer"]): boolean {
  const [a, b] = [before, now];
  return (
    a.operation?.code === b.operation?.code &&
    a.bundle?.orderId === b.bundle?.orderId &&
    a.bundle?.styleId === b.bundle?.styleId
  );
}
