import type { Database } from "better-sqlite3";
import { createCatalogueStore } from "../catalogue/catalogue.ts";
import { createPlanView } from "../floor/plan-view.ts";
import { type LineRead, lineReadOf } from "./line-read.ts";
import { createPeopleToday } from "./people-today.ts";
import { type PresenceRead, presenceOf } from "./presence-read.ts";

/** Names of the reads of who is where, which the reports' thread answers. */
export const PEOPLE_READS: readonly (keyof ReturnType<typeof createPeopleReads>)[] = [
  "readLine",
  "readPresence",
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
  const peopleToday = createPeopleToday(sqlite, createPlanView(sqlite));
  return {
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
