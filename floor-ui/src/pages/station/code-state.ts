import { parseBadge, parseCode } from "@trame/shared";

/** Whether what was typed so far is a code. `wrong`: it has a check letter that does not fit. */
export type EntryState = "partial" | "whole" | "wrong";

/** Of a ticket's or a badge's code that is being typed. */
export function entryState(text: string): EntryState {
  const code = parseCode(text);
  if (code.ok) return "whole";
  const badge = parseBadge(text);
  if (badge.ok) return "whole";
  return code.reason === "letter-wrong" || badge.reason === "letter-wrong" ? "wrong" : "partial";
}
