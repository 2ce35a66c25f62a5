import { type TargetSource, computedTarget as targetOf } from "@trame/shared";
import type { Language } from "../../i18n/formats.ts";

/** A number as people type it: `1 200`, `0,42`; null for what is none, or is below 0. */
export function parseAmount(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  return Number(plain);
}

/** A number as a field shows it, so that it is read back as the same: `4 368`, `3,83`; in English without commas. */
export function fieldAmount(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return "";
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    useGrouping: language === "fr",
  });
  return format.format(value).replaceAll("\u202f", "\u00a0");
}

/** A target as it would be computed from what is typed; null while something of it is missing. */
export function computedTarget(typed: {
  readonly minutes: string;
  /** Percent. */
  readonly percent: string;
  readonly standard: string;
}): { readonly of: TargetSource; readonly pieces: number } | null {
  const personMinutes = parseAmount(typed.minutes);
  const percent = parseAmount(typed.percent);
  const standardMinutes = parseAmount(typed.standard);
  if (personMinutes === null || !percent || !standardMinutes) return null;
  const efficiency = percent / 100;
  const of = { personMinutes, efficiency, standardMinutes };
  return { of, pieces: targetOf(of) };
}
