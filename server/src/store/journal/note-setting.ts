import type { FactLog } from "../fact-log.ts";
import { noteChange } from "./note-change.ts";

/** Settings that open something: that they changed is on record, never to what. */
const SECRET: readonly string[] = ["pairing-code"];

/** Puts on record that a setting changed; null is its default. */
export function noteSetting(
  facts: FactLog,
  { key, before, after }: SettingChange,
  now: number,
): void {
  if (before === after) return;
  const isSecret = SECRET.includes(key);
  const shown = (value: string | null) =>
    isSecret || value === null ? null : { value: parsed(value) };
  noteChange(
    facts,
    { what: "setting", subject: key, before: shown(before), after: shown(after) },
    now,
  );
}

interface SettingChange {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Most are JSON; the others are kept as they are. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
