import type { DayNumber } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createCatalogueStore } from "../catalogue/catalogue.ts";
import type { BadgedOperator } from "../catalogue/operators.ts";
import { createMachinePieces } from "../floor/machine-pieces.ts";
import { createPlanView } from "../floor/plan-view.ts";
import { createStopReads } from "../supervision/stop-read.ts";
import { type LineRead, lineReadOf } from "./line-read.ts";
import { createOwnDataReads } from "./own-data-read.ts";
import { createOwnWorkReader } from "./own-work-read.ts";
import { createPeopleToday } from "./people-today.ts";
import { createPostings } from "./postings.ts";
import { type PresenceRead, presenceOf } from "./presence-read.ts";
import { type SkillsRead, skillsOf } from "./skills-read.ts";
import { createTrainingReader } from "./training-read.ts";

/** Names of the reads of who is where, which the reports' thread answers. */
export const PEOPLE_READS: readonly (keyof ReturnType<typeof createPeopleReads>)[] = [
  "readAbsences",
  "readBearer",
  "readLine",
  "readOwnActs",
  "readOwnData",
  "readOwnWork",
  "readPresence",
  "readRequests",
  "readSealedNames",
  "readSkills",
  "readTraining",
];

/** What is asked of a line at a moment. */
export interface ReadLineAsked {
  readonly lineId: string;
  /** null: the one that is sewn there. */
  readonly orderId: string | null;
  /** UTC ms. */
  readonly now: number;
}

const NOBODY: PresenceRead = { stations: [], free: [], absent: [] };

/** Who is where and who could do what, over a connection that cannot write. */
export function createPeopleReads(sqlite: Database) {
  const catalogue = createCatalogueStore(sqlite);
  const timeline = createPlanView(sqlite);
  const peopleToday = createPeopleToday(sqlite, timeline);
  const { readStops } = createStopReads(sqlite, { timeline });
  const machine = createMachinePieces(sqlite);
  const readTraining = createTrainingReader(sqlite, { catalogue, timeline, readStops });
  const readOwnWork = createOwnWorkReader(sqlite, { catalogue, machine, timeline, readStops });
  const postings = createPostings(sqlite);
  const everybody = sqlite.prepare<[], string>("SELECT body FROM operators ORDER BY badge").pluck();
  return {
    ...createOwnDataReads(sqlite, catalogue.operators),
    /** Who knows what, by badge. */
    readSkills: sqlite.transaction((now: number): SkillsRead => {
      catalogue.orders.reload();
      const people = everybody.all().map((body): BadgedOperator => JSON.parse(body));
      return skillsOf(catalogue, timeline().planAt(now) ?? { lines: [] }, people);
    }),
    /** Hours of learning by operation, masked where they would point at somebody. */
    readTraining: sqlite.transaction((now: number) => {
      catalogue.orders.reload();
      return readTraining(now);
    }),
    /** What somebody did of late; only ever told to themselves ([PE7]). */
    readOwnWork: sqlite.transaction((operatorId: string, now: number) => {
      catalogue.orders.reload();
      return readOwnWork(operatorId, now);
    }),
    /** Who is noted as away from a day on, by day. */
    readAbsences: (from: DayNumber) => postings.absencesFrom(from),
    /** What a line's day could be; why not where the line or the order is unknown. */
    readLine: sqlite.transaction(
      ({ lineId, orderId, now }: ReadLineAsked): LineRead | "line-unknown" | "order-unknown" => {
        catalogue.styles.reload();
        catalogue.orders.reload();
        const today = peopleToday(now);
        const line = today?.plan.lines.find(({ id }) => id === lineId);
        if (today === null || line === undefined) return "line-unknown";
        return lineReadOf(catalogue, today, { line, orderId }) ?? "order-unknown";
      },
    ),
    /** Who is where now, on a line or everywhere; null for a line that the plan does not have. */
    readPresence: sqlite.transaction((lineId: string | null, now: number): PresenceRead | null => {
      catalogue.orders.reload();
      const today = peopleToday(now);
      return today === null
        ? lineId === null
          ? NOBODY
          : null
        : presenceOf(catalogue, today, lineId);
    }),
  };
}
