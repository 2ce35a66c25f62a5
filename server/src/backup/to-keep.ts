import type { BackupKind, BackupRecord } from "./backup-record.ts";

/** How many are kept, by what they are for. */
export const KEPT = { hourly: 24, daily: 14, weekly: 8, monthly: 12, others: 10 } as const;

/** What of a backup its keeping depends on. */
export type Kept = Pick<BackupRecord, "id" | "kind" | "at" | "damagedAt">;

export interface KeepOptions {
  /** UTC ms. */
  readonly now: number;
  /** In which a night has its date. */
  readonly timeZone: string;
}

/** What people made or brought; each kind keeps its own. */
const BY_HAND: readonly BackupKind[] = ["manual", "before-restore", "uploaded"];

/**
 * Which backups stay: 24 hours, 14 days, 8 weeks and 12 months that have one, the last ten of what people made, and the
 * newest of all. Pure. One dated after `now`, by a clock that was wrong, stays and takes no place of another; one that
 * was found damaged takes no place either.
 */
export function toKeep(backups: readonly Kept[], options: KeepOptions): ReadonlySet<string> {
  const sound = backups
    .filter(({ at, damagedAt }) => at <= options.now && damagedAt === null)
    .toSorted((a, b) => b.at - a.at);
  const of = (kind: BackupKind) => sound.filter((backup) => backup.kind === kind);
  const nights = of("nightly");
  const dateOf = dateIn(options.timeZone);
  const kept = [
    ...sound.slice(0, 1),
    ...of("hourly").slice(0, KEPT.hourly),
    ...newestOfEach(nights, ({ at }) => dateOf(at).toString(), KEPT.daily),
    ...newestOfEach(nights, ({ at }) => weekOf(dateOf(at)), KEPT.weekly),
    ...newestOfEach(nights, ({ at }) => dateOf(at).toString().slice(0, 7), KEPT.monthly),
    ...BY_HAND.flatMap((kind) => of(kind).slice(0, KEPT.others)),
    ...backups.filter(({ at }) => at > options.now),
  ];
  return new Set(kept.map(({ id }) => id));
}

/** Of each group the newest, of the `count` latest groups. */
function newestOfEach(
  newestFirst: readonly Kept[],
  groupOf: (backup: Kept) => string,
  count: number,
): Kept[] {
  const groups = new Map<string, Kept>();
  for (const backup of newestFirst) {
    const group = groupOf(backup);
    if (!groups.has(group)) groups.set(group, backup);
  }
  return [...groups.values()].slice(0, count);
}

function dateIn(timeZone: string): (at: number) => Temporal.PlainDate {
  return (at) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

function weekOf(date: Temporal.PlainDate): string {
  return `${date.yearOfWeek}-${date.weekOfYear}`;
}
