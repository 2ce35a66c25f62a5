import type { BackupComparison } from "../../../data/desk/backup-rows.ts";
import type { BackupI18n } from "../../../i18n/backups.ts";

/** Settings, styles and routings that are named one by one. */
const NAMED = 3;

/** What people changed since a backup and would be as it was, each a sentence. */
export function changedSentences(
  { changed, orders }: BackupComparison,
  words: Pick<BackupI18n, "t">,
): string[] {
  const { settings, styles, routings, people, cartons, cartonsOpened } = changed;
  const { compare } = words.t;
  const told = new Set([...orders.gone, ...orders.changed.map(({ id }) => id)]);
  const edited = changed.orders.filter((id) => !told.has(id));
  const names = settings.map((key) => settingName(key, words)).slice(0, NAMED);
  const isAll = names.length === settings.length;
  return [
    ...(settings.length > 0 ? [compare.settings(settings.length, names.join(", "), isAll)] : []),
    ...(styles.length > 0 ? [compare.styles(styles.length, firstOf(styles))] : []),
    ...(routings.length > 0 ? [compare.routings(routings.length, firstOf(routings))] : []),
    ...(edited.length > 0 ? [compare.ordersEdited(edited.join(", "))] : []),
    ...(people > 0 ? [compare.people(people)] : []),
    ...(cartons > 0 ? [compare.cartons(cartons)] : []),
    ...(cartonsOpened > 0 ? [compare.cartonsOpened(cartonsOpened)] : []),
  ];
}

/** One of a later version, or of none of ours, is told by its key. */
function settingName(key: string, { t }: Pick<BackupI18n, "t">): string {
  return hasWord(t.compare.setting, key) ? t.compare.setting[key] : key;
}

function hasWord<Of extends object>(words: Of, name: string): name is keyof Of & string {
  return Object.hasOwn(words, name);
}

function firstOf(ids: readonly string[]): string {
  return ids.length > NAMED ? `${ids.slice(0, NAMED).join(", ")}…` : ids.join(", ");
}
