import type { Database } from "better-sqlite3";

/** Who comes with a badge, and where. */
export interface BadgeShown {
  readonly operatorId: string;
  readonly stationId: string;
}

/** Whether whoever comes with a badge showed the PIN that they chose to have. */
export interface BadgePins {
  /** The PIN was right there: their next badge at that station needs it no more. */
  pass(shown: BadgeShown, now: number): void;
  /** False: they have one, and it was not shown. */
  isShown(shown: BadgeShown, now: number): boolean;
  /** They came without it: their own data says so. */
  noteWithout(assignmentId: string): void;
}

/** A badge follows its PIN at once. */
const PASS_MS = 120_000;

/** What was shown is in memory alone: after a start a PIN is asked again. */
export function createBadgePins(sqlite: Database): BadgePins {
  const has = sqlite.prepare<[string], number>("SELECT 1 FROM pins WHERE operator_id = ?").pluck();
  const note = sqlite.prepare("INSERT OR IGNORE INTO without_pin (assignment_id) VALUES (?)");
  const passes = new Map<string, number>();
  const keyOf = (shown: BadgeShown): string => JSON.stringify([shown.operatorId, shown.stationId]);
  return {
    pass(shown, now) {
      for (const [key, at] of passes) if (Math.abs(now - at) > PASS_MS) passes.delete(key);
      passes.set(keyOf(shown), now);
    },
    isShown(shown, now) {
      if (has.get(shown.operatorId) === undefined) return true;
      const at = passes.get(keyOf(shown));
      return at !== undefined && Math.abs(now - at) <= PASS_MS;
    },
    noteWithout: (assignmentId) => void note.run(assignmentId),
  };
}
