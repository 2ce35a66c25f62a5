import { badgeToQr, formatBadge } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { FORGOTTEN_BADGE } from "./stays.ts";

/*
 * What could not be read may hold a badge that a reader at a counter read: a message with a key that was taken, or half a one.
 */

/** Puts a word for somebody's badge wherever a message in quarantine has it; answers in how many it was. */
export function forgetUnreadBadge(sqlite: Database, badge: number): number {
  const forget = sqlite.prepare<{ code: string }>(
    `UPDATE quarantine SET payload = CAST(replace(CAST(payload AS TEXT), @code, '${FORGOTTEN_BADGE}') AS BLOB)
     WHERE instr(payload, CAST(@code AS BLOB)) > 0`,
  );
  const codes = [formatBadge(badge), badgeToQr(badge)];
  return codes.reduce((sum, code) => sum + forget.run({ code }).changes, 0);
}

/** Messages that a person released or dismissed go with who was where; those that wait for one stay. Answers how many went. */
export function dropReadMessages(sqlite: Database, before: number): number {
  const drop = sqlite.prepare("DELETE FROM quarantine WHERE state <> 'open' AND last_at < ?");
  return drop.run(before).changes;
}
