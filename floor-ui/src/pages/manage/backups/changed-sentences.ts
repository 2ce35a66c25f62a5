import type { BackupComparison } from "../../../data/desk/backup-rows.ts";
import type { BackupI18n } from "../../../i18n/backups.ts";

/** Settings, styles and routings that are named one by one. */
const NAMED = 3;

/** What people changed since a backup and would be as it was, each a sentence. */
export function changedSentences(
  { changed, orders }: BackupComparison,
  { t }: Pick<BackupI18n, "t">,
): string[] {
  const { settings, styles, routings, people, cartons, cartonsOpened } = changed;
  const words = t.compare;
  const told = new Set([...orders.gone, ...orders.changed.map(({ id }) => id)]);
  const edited = changed.orders.filter((id) => !told.has(id));
  const names = settings.map((key) => settingName(key, words.setting)).slice(0, NAMED);
  const isAll = names.length === settings.length;
  return [
    ...(settings.length > 0 ? [words.settings(settings.length, names.join(", "), isAll)] : []),
    ...(styles.length > 0 ? [words.styles(styles.length, firstOf(styles))] : []),
    ...(routings.length > 0 ? [words.routings(routings.length, firstOf(routings))] : []),
    ...(edited.length > 0 ? [words.ordersEdited(edited.join(", "))] : []),
    ...(people > 0 ? [words.people(people)] : []),
    ...(cartons > 0 ? [words.cartons(cartons)] : []),
    ...(cartonsOpened > 0 ? [words.cartonsOpened(cartonsOpened)] : []),
  ];
}

/** One of a later version, or of none of ours, is told by its key. */
function settingName(key: string, names: Readonly<Record<string, string>>): string {
  return names[key] ?? key;
}

function firstOf(ids: readonly string[]): string {
  return ids.length > NAMED ? `${ids.slice(0, NAMED).join(", ")}…` : ids.join(", ");
}
