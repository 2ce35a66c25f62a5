import { type DayNumber, formatDay, type TargetSaid } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** What was said of the targets of a day, in force (accepted, not undone), in the order of arrival; over any connection. */
export function createTargetWords(sqlite: Database): (day: DayNumber) => TargetSaid[] {
  const ofDay = sqlite
    .prepare<[string], string>(
      `SELECT a.body FROM acts a
       WHERE a.kind = 'target' AND a.state = 'accepted' AND a.body ->> '$.day' = ?
         AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted')
       ORDER BY a.n`,
    )
    .pluck();
  return (day) => ofDay.all(formatDay(day)).map((body) => JSON.parse(body));
}
