import type { BackupRecord } from "./backup-record.ts";

/** What is known when it is asked whether a backup is due. */
export interface DueQuestion {
  /** UTC ms. */
  readonly now: number;
  readonly timeZone: string;
  /** `02:30`, in that zone. */
  readonly nightlyAt: string;
  /** Of the store as it is. */
  readonly clock: number;
  readonly backups: readonly Pick<BackupRecord, "kind" | "at" | "totals">[];
}

const HOUR_MS = 3_600_000;

/**
 * Which backup is due; null for none. Each night at its hour, or when the server next runs; else an hour after the last one, if
 * the store has changed since ([BK4]). Pure.
 */
export function dueKind({ now, timeZone, nightlyAt, clock, backups }: DueQuestion) {
  // A clock that was wrong must not keep the next one from being made.
  const made = backups.filter(({ kind, at }) => kind !== "uploaded" && at <= now);
  const night = lastNight({ now, timeZone, nightlyAt });
  if (!made.some(({ kind, at }) => kind === "nightly" && at >= night)) return "nightly";
  const last = made.reduce((newest, backup) => (backup.at > newest.at ? backup : newest));
  const isHourOld = now - last.at >= HOUR_MS;
  return isHourOld && last.totals.outline.clock !== clock ? "hourly" : null;
}

/** The latest moment at which that hour of the night struck. */
export function lastNight({
  now,
  timeZone,
  nightlyAt,
}: Pick<DueQuestion, "now" | "timeZone" | "nightlyAt">) {
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const struck = (date: Temporal.PlainDate): number =>
    date.toZonedDateTime({ timeZone, plainTime: nightlyAt }).epochMilliseconds;
  const at = struck(today);
  return at <= now ? at : struck(today.subtract({ days: 1 }));
}
