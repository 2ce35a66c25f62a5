import {
  formatBadge,
  formatDay,
  LOOKS_KEPT_DAYS,
  type Look,
  type Operator,
  type OwnAct,
  type OwnPlan,
  type OwnPresence,
  type PersonRequest,
  parseBadge,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Operators } from "../catalogue/operators.ts";
import { createLooks, type LookedAt } from "./looks.ts";
import { createPersonNames } from "./person-names.ts";
import { createPersonRequests } from "./person-requests.ts";

/** What is stored of one person, as it stands in the store. */
export interface OwnDataRead {
  readonly person: Omit<Operator, "badge"> & {
    readonly badgeCode: string;
    readonly hasName: boolean;
  };
  readonly presences: readonly OwnPresence[];
  readonly plans: readonly OwnPlan[];
  readonly acts: number;
  readonly looks: readonly LookRead[];
  readonly requests: readonly PersonRequest[];
}

/** A look with the name of the account or the key, which its owner chose for work; null where there is none any more. */
export interface LookRead extends Look, LookedAt {
  readonly name: string | null;
}

interface ActRow {
  readonly at: number;
  readonly kind: string;
  readonly stationId: string | null;
  readonly isUndone: number;
  readonly isRefused: number;
  readonly body: string;
}

const DAY_MS = 86_400_000;
/** Keys of ours, which mean nothing to people; whose act it is they know. */
const INTERNAL = ["bundleId", "childId", "bundleIds", "assignmentId", "sameAs"];

/** Reads what belongs to one person; only ever for that person ([PD5]). */
export function createOwnDataReads(sqlite: Database, operators: Operators) {
  const looks = createLooks(sqlite);
  const names = createPersonNames(sqlite);
  const requests = createPersonRequests(sqlite);
  const statements = prepare(sqlite);

  function plansOf(operatorId: string): OwnPlan[] {
    const posted = statements.postings.all().flatMap(({ day, body }) => {
      const { people }: Posted = JSON.parse(body);
      const own = people.find((duty) => duty.operatorId === operatorId);
      return own === undefined ? [] : [{ day, stationId: own.stationIds[0] ?? null }];
    });
    const said = [...posted, ...statements.said.all(operatorId, operatorId)];
    return said
      .toSorted((a, b) => b.day - a.day)
      .map(({ day, stationId }) => ({ day: formatDay(day), stationId }));
  }

  return {
    /** Whose badge it is, as read or typed. */
    readBearer(text: string): string | null {
      const badge = parseBadge(text);
      return badge.ok ? (operators.byBadge(badge.badge)?.id ?? null) : null;
    },
    /** null for somebody who is not in the team, or no longer. */
    readOwnData: sqlite.transaction((operatorId: string, now: number): OwnDataRead | null => {
      const operator = operators.find(operatorId);
      if (operator === null) return null;
      const { badge, ...sheet } = operator;
      return {
        person: { ...sheet, badgeCode: formatBadge(badge), hasName: names.has(operatorId) },
        presences: statements.presences
          .all(operatorId)
          .map(({ isWithoutPin, ...at }) => ({ ...at, isWithoutPin: isWithoutPin === 1 })),
        plans: plansOf(operatorId),
        acts: statements.count.get(operatorId) ?? 0,
        looks: looks
          .of(operatorId, now - LOOKS_KEPT_DAYS * DAY_MS)
          .map((look) => ({ ...look, name: statements.name.get(look) ?? null })),
        requests: requests.of(operatorId),
      };
    }),
    /** What somebody did that can still be led back to them, the latest first. */
    readOwnActs: (operatorId: string): OwnAct[] =>
      statements.acts.all(operatorId).map(({ body, isUndone, isRefused, ...act }) => {
        const all: Record<string, unknown> = JSON.parse(body);
        const said = Object.entries(all).filter(([name]) => !INTERNAL.includes(name));
        const fate = { isUndone: isUndone === 1, isRefused: isRefused === 1 };
        return { ...act, ...fate, said: Object.fromEntries(said) };
      }),
    /** What people asked about their data, with their pseudonyms. */
    readRequests: sqlite.transaction(() =>
      requests.all().map((request) => {
        const operator = operators.find(request.operatorId);
        const { pseudonym: name = request.operatorId, pictogram = null } = operator ?? {};
        return { ...request, name, pictogram };
      }),
    ),
    readSealedNames: () => names.all(),
  };
}

interface Posted {
  readonly people: readonly { readonly operatorId: string; readonly stationIds: string[] }[];
}

function prepare(sqlite: Database) {
  return {
    name: sqlite
      .prepare<Look, string>(
        `SELECT name FROM accounts WHERE @by = 'account:' || id
         UNION ALL SELECT name FROM api_keys WHERE @by = 'key:' || id`,
      )
      .pluck(),
    presences: sqlite.prepare<
      [string],
      Omit<OwnPresence, "isWithoutPin"> & { isWithoutPin: number }
    >(
      `SELECT station_id AS stationId, from_ms AS "from", to_ms AS "to",
         EXISTS (SELECT 1 FROM without_pin w WHERE w.assignment_id = a.id) AS isWithoutPin
       FROM assignments a WHERE operator_id = ? ORDER BY from_ms DESC`,
    ),
    postings: sqlite.prepare<[], { day: number; body: string }>("SELECT day, body FROM postings"),
    said: sqlite.prepare<[string, string], { day: number; stationId: string | null }>(
      `SELECT day, station_id AS stationId FROM sendings WHERE operator_id = ?
       UNION ALL SELECT day, NULL FROM absences WHERE operator_id = ?`,
    ),
    count: sqlite
      .prepare<[string], number>(
        `SELECT count(*) FROM assignments s JOIN acts a ON a.assignment_id = s.id WHERE s.operator_id = ?`,
      )
      .pluck(),
    acts: sqlite.prepare<[string], ActRow>(
      `SELECT a.at, a.kind, a.station_id AS stationId, a.body, a.state = 'refused' AS isRefused,
         EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted') AS isUndone
       FROM assignments s JOIN acts a ON a.assignment_id = s.id
       WHERE s.operator_id = ? ORDER BY a.at DESC, a.n DESC`,
    ),
  };
}
