import type { DayNumber, Presence, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { breathe } from "../../give-way.ts";
import { type HeadChange, headChangesOf, STAY_COLUMNS, type Stay } from "./stays.ts";

const DAY_MS = 86_400_000;

/** How many people were at each station, of those whose coming can concern a working day. */
export type PresenceRead = (day: DayNumber, timeline: Timeline) => Presence[];

/**
 * The one place where figures learn how many people were where ([RT1]): what was rolled up and what is still known by assignment
 * are added up, so that it does not matter which of the two tells it.
 */
export function createPresenceRead(sqlite: Database): PresenceRead {
  const stays = sqlite.prepare<{ earliest: number; latest: number }, Stay>(
    `SELECT ${STAY_COLUMNS} FROM assignments a LEFT JOIN operators o ON o.id = a.operator_id
     WHERE a.from_ms >= @earliest AND a.from_ms < @latest`,
  );
  const rolledUp = sqlite.prepare<{ first: number; end: number }, HeadChange>(
    `SELECT station_id AS stationId, at, change FROM head_changes WHERE day >= @first AND day < @end`,
  );
  return (day, timeline) => {
    const { earliest, latest } = around(day);
    const dates = { first: earliest / DAY_MS, end: latest / DAY_MS };
    const known = stays.all({ earliest, latest }).flatMap((stay) => {
      breathe();
      return headChangesOf(stay, timeline);
    });
    return presencesOf([...rolledUp.all(dates), ...known]);
  };
}

/** In any zone a working day lies between the day before and three days later, a shift past midnight included. */
export function around(day: DayNumber): { readonly earliest: number; readonly latest: number } {
  return { earliest: (day - 1) * DAY_MS, latest: (day + 3) * DAY_MS };
}

/** Stretches in which the number of people was the same, by time and station; the order of the changes does not matter. */
function presencesOf(changes: readonly HeadChange[]): Presence[] {
  const stations = Map.groupBy(changes, ({ stationId }) => stationId);
  return [...stations]
    .flatMap(([stationId, own]) => stretchesOf(stationId, own))
    .toSorted((a, b) => a.from - b.from || (a.stationId < b.stationId ? -1 : 1));
}

function stretchesOf(stationId: string, changes: readonly HeadChange[]): Presence[] {
  const sums = new Map<number, number>();
  for (const { at, change } of changes) sums.set(at, (sums.get(at) ?? 0) + change);
  const moments = [...sums].filter(([, sum]) => sum !== 0).toSorted(([a], [b]) => a - b);
  let heads = 0;
  return moments.flatMap(([from, change], index): Presence[] => {
    heads += change;
    const to = moments[index + 1]?.[0] ?? from;
    return heads > 0 ? [{ stationId, from, to, heads }] : [];
  });
}
