import type { PersonRequest, RequestAnswer, RequestKind, RequestSubject } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type Answer, refused } from "../catalogue/answer.ts";
import { noteOfPeople } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";

/** Somebody asks something about their own data. */
export interface AskAboutOwn {
  readonly operatorId: string;
  readonly kind: RequestKind;
  readonly about: RequestSubject;
  readonly words: string | null;
}

/** Somebody answers them. */
export interface AnswerRequest {
  readonly n: number;
  readonly answer: RequestAnswer;
  readonly words: string | null;
  /** `account:<id>`, `token`. */
  readonly by: string;
}

/** A request with whose it is. */
export interface RequestOf extends PersonRequest {
  readonly operatorId: string;
}

/** One person leaves no more of them unanswered: a badge that somebody found fills no desk. */
const OPEN_MAX = 10;
/** Answered ones are kept so long, that it can be seen what was answered. */
export const REQUESTS_KEPT_DAYS = 365;

/** Requests and their answers, over any connection; words of people stay here and reach no log. */
export function createPersonRequests(sqlite: Database) {
  const columns = `n, operator_id AS operatorId, kind, about, words, at, answer, answer_words AS answerWords,
    answered_at AS answeredAt`;
  const all = sqlite.prepare<[], RequestOf>(
    `SELECT ${columns} FROM person_requests ORDER BY answer IS NOT NULL, at DESC, n DESC LIMIT 200`,
  );
  const of = sqlite.prepare<[string], RequestOf>(
    `SELECT ${columns} FROM person_requests WHERE operator_id = ? ORDER BY at DESC, n DESC`,
  );
  const find = sqlite.prepare<[number], RequestOf>(
    `SELECT ${columns} FROM person_requests WHERE n = ?`,
  );
  return {
    /** The open ones first, each the latest first. */
    all: (): RequestOf[] => all.all(),
    of: (operatorId: string): PersonRequest[] =>
      of.all(operatorId).map(({ operatorId: _, ...request }) => request),
    find: (n: number): RequestOf | null => find.get(n) ?? null,
  };
}

/** What writes them. */
export function createRequestCommands({ catalogue, facts, sqlite, transact }: Modules) {
  const requests = createPersonRequests(sqlite);
  // That somebody asked or answered, and nothing of what or whose.
  const note = (now: number): void =>
    noteOfPeople(facts, { what: "person-request", subject: null }, now);
  const append = sqlite.prepare(
    `INSERT INTO person_requests (operator_id, kind, about, words, at)
     VALUES (@operatorId, @kind, @about, @words, @now)`,
  );
  const answer = sqlite.prepare(
    `UPDATE person_requests SET answer = @answer, answer_words = @words, answered_by = @by, answered_at = @now
     WHERE n = @n`,
  );
  return {
    askAboutOwn(asked: AskAboutOwn, now: number): Answer<PersonRequest> {
      if (catalogue.operators.find(asked.operatorId) === null)
        return refused({ code: "own-data-badge" });
      const open = requests.of(asked.operatorId).filter((each) => each.answer === null);
      if (open.length >= OPEN_MAX) return refused({ code: "own-requests-many" });
      const { operatorId, kind, about, words } = asked;
      const n = transact(() => {
        note(now);
        return append.run({ operatorId, kind, about, words, now }).lastInsertRowid;
      });
      const nothing = { answer: null, answerWords: null, answeredAt: null };
      return { ok: true, value: { n: Number(n), kind, about, words, at: now, ...nothing } };
    },
    answerRequest({ n, answer: given, words, by }: AnswerRequest, now: number): Answer<RequestOf> {
      const found = requests.find(n);
      if (found === null) return refused({ code: "person-request-unknown" });
      if (found.answer !== null) return refused({ code: "person-request-answered" });
      if (given !== "done" && words === null)
        return refused({ code: "person-request-words", path: "/words" });
      transact(() => {
        note(now);
        answer.run({ n, answer: given, words, by, now });
      });
      return {
        ok: true,
        value: { ...found, answer: given, answerWords: words, answeredAt: now },
      };
    },
  };
}
