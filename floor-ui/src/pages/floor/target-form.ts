import { type TargetSource, computedTarget as targetOf } from "@trame/shared";

/** A number as people type it: `1 200`, `0,42`; null for what is none, or is below 0. */
export function parseAmount(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  return Number(plain);
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
