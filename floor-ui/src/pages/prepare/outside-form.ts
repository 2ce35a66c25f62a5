import { parseCode } from "@trame/shared";

/** Codes as typed or scanned one after the other, each once, in the order of the list. */
export function readCodes(text: string): { codes: string[]; bad: string[] } {
  const written = text
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const codes = [...new Set(written)];
  return { codes, bad: codes.filter((code) => !parseCode(code).ok) };
}

/** A slip's number that can be said aloud: the day and the hour, `BL-1123-1034`. */
export function slipIdAt(day: string, time: string): string {
  const digits = time.replaceAll(/\D/g, "").padStart(4, "0");
  return `BL-${day.slice(5).replace("-", "")}-${digits}`;
}
