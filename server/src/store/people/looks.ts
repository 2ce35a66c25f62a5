import { LOOK_LASTS_MS, type Look } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** Who looked at people's data. Kept apart from the log: these rows name people. */
export interface Looks {
  /** Whether that reader has looked at it already within the last hour. */
  isNoted(look: Look, now: number): boolean;
  note(look: Look, now: number): void;
  /** At one person, or at everybody, since a moment; the latest first. */
  of(operatorId: string, since: number): (Look & LookedAt)[];
  forgetBefore(at: number): void;
}

export interface LookedAt {
  /** UTC ms. */
  readonly at: number;
}

/** Over any connection; only the writer's may write. */
export function createLooks(sqlite: Database): Looks {
  const last = sqlite
    .prepare<Look & { since: number }, number>(
      "SELECT 1 FROM looks WHERE by = @by AND what = @what AND at > @since AND about IS @about LIMIT 1",
    )
    .pluck();
  const append = sqlite.prepare(
    "INSERT INTO looks (about, what, by, at) VALUES (@about, @what, @by, @now)",
  );
  const of = sqlite.prepare<[string, number], Look & LookedAt>(
    `SELECT about, what, by, at FROM looks WHERE (about = ? OR about IS NULL) AND at >= ?
     ORDER BY at DESC, n DESC`,
  );
  const forget = sqlite.prepare("DELETE FROM looks WHERE at < ?");
  return {
    isNoted: ({ about, what, by }, now) =>
      last.get({ about, what, by, since: now - LOOK_LASTS_MS }) !== undefined,
    note({ about, what, by }, now) {
      append.run({ about, what, by, now });
    },
    of: (operatorId, since) => of.all(operatorId, since),
    forgetBefore(at) {
      forget.run(at);
    },
  };
}
