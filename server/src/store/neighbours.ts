import type { Database } from "better-sqlite3";
import type { BootRecord } from "./boot-record.ts";
import type { SampleRow } from "./boot-rows.ts";
import type { Inbox } from "./inbox.ts";
import type { Seal } from "./sealing/seals.ts";
import type { Thinned } from "./thinning/thinned.ts";

/** Where a `seq` stands in its boot: `up` of the samples beside it, `at` of samples and events ([D7]). */
export interface Neighbours {
  readonly before: { readonly up: number; readonly at: number };
  readonly after: { readonly up: number; readonly at: number };
}

type Beside = Pick<SampleRow, "seq" | "up" | "at">;

const NOTHING_BEFORE = { up: 0, at: -Infinity };
const NOTHING_AFTER = { up: Infinity, at: Infinity };

/** Finds what stands beside a `seq`, thinned samples among it. */
export function createNeighboursOf(
  sqlite: Database,
  { inbox, thinned }: { readonly inbox: Inbox; readonly thinned: Thinned },
): (record: BootRecord, seq: number) => Neighbours {
  const statements = prepare(sqlite);
  return ({ id, topEvent, seal }, seq) => {
    inbox.settle(id);
    const kept = {
      before: statements.before.get(id, seq) ?? sealedBeside(seal, (last) => last < seq),
      after: sealedBeside(seal, (last) => last > seq) ?? statements.after.get(id, seq),
    };
    const before = later(kept.before, thinned.before(id, seq));
    const after = earlier(kept.after, thinned.after(id, seq));
    if (topEvent.seq === 0) return { before, after };
    const notBefore = statements.eventBefore.get(id, seq) ?? -Infinity;
    const notAfter = statements.eventAfter.get(id, seq) ?? Infinity;
    return {
      before: { up: before.up, at: Math.max(before.at, notBefore) },
      after: { up: after.up, at: Math.min(after.at, notAfter) },
    };
  };
}

/** The last sample that has gone, where it stands on the side that is asked for. */
function sealedBeside(seal: Seal | null, isThere: (seq: number) => boolean): Beside | undefined {
  if (seal === null || !isThere(seal.throughSeq)) return undefined;
  return { seq: seal.throughSeq, up: seal.up, at: seal.at };
}

/** Of the samples below a `seq`, one that was kept and one that was thinned, the nearer. */
function later(kept: Beside | undefined, packed: Beside | null): Neighbours["before"] {
  if (kept === undefined) return packed ?? NOTHING_BEFORE;
  return packed !== null && packed.seq > kept.seq ? packed : kept;
}

/** The same of those above it. */
function earlier(kept: Beside | undefined, packed: Beside | null): Neighbours["after"] {
  if (kept === undefined) return packed ?? NOTHING_AFTER;
  return packed !== null && packed.seq < kept.seq ? packed : kept;
}

function prepare(sqlite: Database) {
  return {
    before: sqlite.prepare<[number, number], Beside>(
      "SELECT seq, up, at FROM samples WHERE boot_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
    ),
    after: sqlite.prepare<[number, number], Beside>(
      "SELECT seq, up, at FROM samples WHERE boot_id = ? AND seq > ? ORDER BY seq LIMIT 1",
    ),
    eventBefore: sqlite
      .prepare<[number, number], number>(
        "SELECT at FROM events WHERE boot_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
      )
      .pluck(),
    eventAfter: sqlite
      .prepare<[number, number], number>(
        "SELECT at FROM events WHERE boot_id = ? AND seq > ? ORDER BY seq LIMIT 1",
      )
      .pluck(),
  };
}
