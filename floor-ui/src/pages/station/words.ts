import type { BundleCard, OperationCard, Words } from "@trame/shared";
import type { I18n } from "../../i18n/i18n.ts";

/** In the language of the page; French stands in where there is no other. */
export function wordsOf({ fr, en }: Words, { language }: I18n): string {
  return language === "en" ? (en ?? fr) : fr;
}

/** The operation as a person says it. */
export function labelOf(operation: OperationCard, i18n: I18n): string {
  return wordsOf(operation.label, i18n);
}

/** As it stands within a sentence: « plis », but « PVC » stays. */
export function lowered(text: string): string {
  const [first = "", second = ""] = text;
  return second === second.toLowerCase() ? first.toLowerCase() + text.slice(1) : text;
}

/** A bundle in one line. */
export function cardLine({ code, size, colour, pieces }: BundleCard, { t }: I18n): string {
  return t.station.card({ code, size, colour, pieces: t.station.day(pieces) });
}
