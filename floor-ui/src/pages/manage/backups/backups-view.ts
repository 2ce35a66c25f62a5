import { BACKUP_LATE_MS } from "../../../data/backup-age.ts";
import type {
  BackupComparison,
  BackupKind,
  BackupList,
  BackupRow,
} from "../../../data/desk/backup-rows.ts";
import type { BackupI18n } from "../../../i18n/backups.ts";
import { changedSentences } from "./changed-sentences.ts";

/** Days that are named one by one. */
const DAYS_SHOWN = 5;

const KINDS: readonly BackupKind[] = ["manual", "before-restore", "uploaded", "nightly", "hourly"];

/** Backups of one kind, the newest first. */
export interface BackupGroup {
  readonly kind: BackupKind;
  readonly backups: readonly BackupRow[];
}

/** Kinds that there are, those that people made first. */
export function groupsOf({ backups }: BackupList): BackupGroup[] {
  return KINDS.map((kind) => ({
    kind,
    backups: backups.filter((backup) => backup.kind === kind),
  })).filter(({ backups: some }) => some.length > 0);
}

/** The newest sound one of this store; null when there is none. */
export function newestOf({ backups }: BackupList): BackupRow | null {
  const own = backups.filter(({ kind, damagedAt }) => kind !== "uploaded" && damagedAt === null);
  return own.reduce<BackupRow | null>(
    (newest, each) => (newest === null || each.at > newest.at ? each : newest),
    null,
  );
}

const MINUTE_MS = 60_000;

/** Ids of those that were made within the same minute as another: their seconds tell them apart. */
export function sharingMinute(backups: readonly BackupRow[]): ReadonlySet<string> {
  const minuteOf = ({ at }: BackupRow): number => Math.floor(at / MINUTE_MS);
  const together = backups.filter((one) =>
    backups.some((other) => other !== one && minuteOf(other) === minuteOf(one)),
  );
  return new Set(together.map(({ id }) => id));
}

export function isLate({ now, verifiedAt }: BackupList): boolean {
  return verifiedAt !== null && now - verifiedAt >= BACKUP_LATE_MS;
}

/** What would go and what would come back, each a sentence. */
export interface ComparisonView {
  readonly goes: readonly string[];
  readonly comes: readonly string[];
}

type Words = Pick<BackupI18n, "t" | "date">;

/** In the words of the page. */
export function comparisonView(comparison: BackupComparison, words: Words): ComparisonView {
  const { t } = words;
  const { orders, plans, devices } = comparison;
  const list = (ids: readonly string[]): string => ids.join(", ");
  return {
    goes: [
      ...daySentences(comparison, words, 1),
      ...(orders.gone.length > 0 ? [t.compare.ordersGone(list(orders.gone))] : []),
      ...(orders.changed.length > 0
        ? [t.compare.ordersChanged(list(orders.changed.map(({ id }) => id)))]
        : []),
      ...(plans.gone.length > 0 ? [t.compare.plansGone(plans.gone.length)] : []),
      ...changedSentences(comparison, words),
      ...(devices.length > 0 ? [t.compare.devices(list(devices))] : []),
    ],
    comes: [
      ...daySentences(comparison, words, -1),
      ...(orders.back.length > 0 ? [t.compare.ordersBack(list(orders.back))] : []),
      ...(plans.back.length > 0 ? [t.compare.plansBack(plans.back.length)] : []),
    ],
  };
}

/** Days on which there is more before than after (`sign` 1), or less (−1); the rest counted. */
function daySentences({ days }: BackupComparison, words: Words, sign: 1 | -1): string[] {
  const { t, date } = words;
  const sentences = days.flatMap(({ day, before, after }) => {
    const pieces = sign * (before.pieces - after.pieces);
    const acts = sign * (before.acts - after.acts);
    const what = [
      ...(pieces > 0 ? [t.compare.pieceCount(pieces)] : []),
      ...(acts > 0 ? [t.compare.actCount(acts)] : []),
    ];
    return what.length === 0 ? [] : [t.compare.dayGoes(capital(date(day)), what.join(", "))];
  });
  const others = sentences.length - DAYS_SHOWN;
  return others > 0 ? [...sentences.slice(0, DAYS_SHOWN), t.compare.otherDays(others)] : sentences;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
