import type { Fields, JournalRow } from "../../../data/desk/journal-rows.ts";
import type { SettingsI18n } from "../../../i18n/settings.ts";

/** Limits that are one number each, with the unit in which the settings show it. */
const UNITS = {
  escalateAfterMinutes: "minutes",
  mostDhu: null,
  leastFirstPass: "percent",
  waitMinutes: "minutes",
  repairMinutes: "minutes",
  outsideDays: "days",
  limit: null,
} as const;

const NAMES = [...(Object.keys(UNITS) as (keyof typeof UNITS)[]), "isHeard"] as const;

/** What a change of a limit changed, in sentences; nobody having set it before, what it is now. */
export function settingLines(
  { kind, before, after }: Pick<JournalRow, "kind" | "before" | "after">,
  i18n: SettingsI18n,
): string[] {
  if (kind !== "setting" || after === null) return [];
  const was = valuesOf(before);
  const is = valuesOf(after);
  return NAMES.flatMap((name) => {
    const now = shown(name, is[name], i18n);
    const then = shown(name, was[name], i18n);
    if (now === null || now === then) return [];
    const { limits } = i18n.t;
    return then === null
      ? [limits.set(limits[name], now)]
      : [limits.change(limits[name], then, now)];
  });
}

function valuesOf(fields: Fields | null): Fields {
  const value = fields?.["value"];
  if (typeof value === "number") return { limit: value };
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function shown(name: (typeof NAMES)[number], value: unknown, i18n: SettingsI18n): string | null {
  const { t, decimal } = i18n;
  if (typeof value === "boolean") return value ? t.limits.yes : t.limits.no;
  if (typeof value !== "number" || name === "isHeard") return null;
  const unit = UNITS[name];
  const figure = decimal(unit === "percent" ? 100 * value : value);
  return unit === null ? figure : `${figure}\u00a0${t.limits.units[unit]}`;
}
