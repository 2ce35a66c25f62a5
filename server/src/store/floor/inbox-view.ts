import type { ReportedState } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { numberOf } from "../inbox-read.ts";
import { readRows, UNKNOWN } from "../inbox-rows.ts";
import { STATES } from "../states.ts";

/** A part that is in the log and not yet where it can be looked up. */
export interface WaitingPart {
  readonly seq: number;
  readonly at: number;
  readonly received: number;
  readonly placeId: number | null;
  readonly pieces: number;
  readonly stitches: number;
  readonly state: ReportedState | null;
}

/** What waits in the inbox, by boot; each row of it is read once. */
export interface InboxView {
  /** Takes in what came, and lets go what was moved. Within the snapshot that is to be read. */
  refresh(): void;
  /** In the order of `seq`; some may have been moved already. */
  partsOf(bootId: number): readonly WaitingPart[];
}

interface Row {
  readonly id: number;
  readonly body: Uint8Array;
}

/** Of the newest row that was read: its bytes begin with an arrival number, which is given once. */
interface Seen {
  readonly id: number;
  readonly mark: string;
}

export function createInboxView(sqlite: Database): InboxView {
  const since = sqlite.prepare<[number], Row>(
    "SELECT id, body FROM inbox WHERE id > ? ORDER BY id",
  );
  const markOf = sqlite
    .prepare<[number], string>("SELECT hex(substr(body, 1, 32)) FROM inbox WHERE id = ?")
    .pluck();
  const first = sqlite.prepare<[], number | null>("SELECT min(id) FROM inbox").pluck();
  const byBoot = new Map<number, (WaitingPart & { readonly id: number })[]>();
  let seen: Seen | null = null;
  let oldest = 0;

  function take({ id, body }: Row): void {
    for (const { values } of readRows(body)) {
      const bootId = numberOf(values, "bootId");
      const placeId = numberOf(values, "placeId");
      const parts = byBoot.get(bootId) ?? [];
      byBoot.set(bootId, parts);
      parts.push({
        id,
        seq: numberOf(values, "seq"),
        at: numberOf(values, "at"),
        received: numberOf(values, "received"),
        placeId: placeId === UNKNOWN ? null : placeId,
        pieces: numberOf(values, "partPieces"),
        stitches: numberOf(values, "partStitches"),
        state: STATES[numberOf(values, "state")] ?? null,
      });
    }
  }

  function drop(before: number): void {
    for (const [bootId, parts] of byBoot) {
      const left = parts.filter(({ id }) => id >= before);
      if (left.length === 0) byBoot.delete(bootId);
      else byBoot.set(bootId, left);
    }
  }

  /** The table may have been emptied since, and have begun to number its rows anew. */
  function forgetWhatWent(): void {
    if (seen === null || markOf.get(seen.id) !== seen.mark) {
      byBoot.clear();
      seen = null;
      return;
    }
    const left = first.get() ?? 0;
    if (left > oldest) drop(left);
    oldest = left;
  }

  return {
    refresh() {
      forgetWhatWent();
      let last = seen?.id ?? 0;
      for (const row of since.iterate(last)) {
        take(row);
        last = row.id;
      }
      const mark = markOf.get(last);
      seen = mark === undefined ? null : { id: last, mark };
      oldest = first.get() ?? 0;
    },
    partsOf: (bootId) => byBoot.get(bootId) ?? [],
  };
}
