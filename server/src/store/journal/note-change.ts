import { isDeepStrictEqual } from "node:util";
import type { FactLog } from "../fact-log.ts";

/** What people change that is no act about the floor. */
export type ChangedThing =
  | "setting"
  | "plan"
  | "style"
  | "routing"
  | "order"
  | "person"
  | "station-key"
  | "device-secret"
  | "device-secret"
  | "photo"
  | "packing"
  | "carton"
  | "posting"
  | "absence"
  | "session"
  | "sign-in-refused"
  | "backup-made"
  | "backup-taken-in"
  | "backup-download"
  | "backup-restore"
  | "backup-settings"
  | "account"
  | "api-key"
  | "screen"
  | "pin"
  | "person-request"
  | "names-key"
  | "purge"
  | "backup";

/** Something that a person changed or did, as it was and as it is. */
export interface Change {
  readonly what: ChangedThing;
  /** Which one; null for what is of people, whom the journal never names. */
  readonly subject: string | null;
  /** null: there was none, or it is secret. */
  readonly before: object | null;
  readonly after: object | null;
}

/**
 * Puts on record that something was changed, within the transaction that changes it ([JO3]). Of two objects only the fields that
 * differ are kept; what changes nothing leaves no trace.
 */
export function noteChange(
  facts: FactLog,
  { what, subject, before, after }: Change,
  now: number,
): void {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names.filter(
    (name) => !isDeepStrictEqual(field(before, name), field(after, name)),
  );
  if (before !== null && after !== null && changed.length === 0) return;
  const fact = { what, subject, before: pick(before, changed), after: pick(after, changed) };
  facts.append({ kind: "changed", ...fact }, now);
}

/** Something of people was changed: that, and for which place, but not whose nor how. */
export function noteOfPeople(
  facts: FactLog,
  { what, subject }: Pick<Change, "what" | "subject">,
  now: number,
): void {
  noteChange(facts, { what, subject, before: null, after: null }, now);
}

function pick(of: object | null, names: readonly string[]): object | null {
  if (of === null) return null;
  return Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name)));
}

function field(of: object | null, name: string): unknown {
  return Object.entries(of ?? {}).find(([key]) => key === name)?.[1];
}
