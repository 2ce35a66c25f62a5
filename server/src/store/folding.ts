import { type BootState, hasOpenLeap, isSameState } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BootRecord, Mark } from "./boot-record.ts";
import { fromColumns, type SampleRow } from "./boot-rows.ts";
import type { Boots } from "./boots.ts";
import type { Holds } from "./holds.ts";
import type { Inbox } from "./inbox.ts";
import type { OldPart, Parts } from "./parts.ts";
import { createSampleFold, type Folded, type SampleFoldDeps } from "./sample-fold.ts";
import { createLoggedSamples, type LoggedSample } from "./thinning/logged-samples.ts";
import { isEmptyStep } from "./thinning/repeats.ts";
import type { Thawing } from "./thinning/thawing.ts";
import type { Thinned } from "./thinning/thinned.ts";

/**
 * Folds samples into parts and rollups, and folds again what a late fact can change ([C1] to [C14]).
 *
 * A row of `parts` holds what its sample added and the state after it. So a fold can start at any row, and may stop
 * at the first row after the changed ones where the new state equals the stored one: all that follows is the same.
 * It must not stop while a leap is open, since a later sample may withdraw what was just folded.
 *
 *     seq      1 ── 2 ── 3 ── 4 ── 5 ── 6 ── 7          a late sample 4 marks [4, 4]
 *     state    a    b    c   (d)   e'   f    g          5 comes out with another part but, as before, with state e:
 *                         └ starts here └ stops here    6 and 7 are not looked at
 */
export interface Folding {
  /** A sample above all that its boot holds. */
  foldOnTop(record: BootRecord, row: SampleRow): void;
  /** Folds again what is marked, at most so many samples, and answers how many; what is left stays marked. */
  refold(record: BootRecord, budget: number): number;
}

export interface FoldingDeps extends SampleFoldDeps {
  readonly boots: Boots;
  readonly holds: Holds;
  readonly inbox: Inbox;
  readonly parts: Parts;
  readonly thawing: Thawing;
  readonly thinned: Thinned;
}

const CHUNK = 500;

export function createFolding(sqlite: Database, deps: FoldingDeps): Folding {
  const { boots, holds, inbox, parts, thawing, thinned } = deps;
  const fold = createSampleFold(deps);
  const rowsFrom = createLoggedSamples(sqlite, thinned);

  /** What comes of a sample besides its part: withdrawals, and what is held back. */
  function follow(record: BootRecord, folded: Folded): void {
    const { bootId, row, stretch, fromSeq, isBase, step } = folded;
    if (step.withdrawn !== null) {
      parts.withdraw(bootId, step.withdrawn, row.seq);
      holds.withdraw(bootId, step.withdrawn, row.seq);
      boots.touch(record);
    }
    if (step.held === null || isAnswered(record, fromSeq, row.seq)) return;
    // The first value of such a counter is anything it counted since it was made: nobody could tell what of it.
    if (isBase && record.isForeign) return;
    const where = { bootId, seq: row.seq, fromSeq, at: row.at, placeId: stretch.placeId };
    holds.put({ ...where, kind: isBase ? "before" : "leap", amounts: step.held });
  }

  function refoldRow(record: BootRecord, state: BootState, row: SampleRow) {
    const old = parts.old(record.id, row.seq);
    if (old !== null) holds.drop(record.id, row.seq);
    const folded = fold(record, state, row);
    parts.put(folded, old);
    follow(record, folded);
    return { state: folded.step.state, old };
  }

  /** What was thinned adds nothing; null when it would, and is put back to be folded like any other. */
  function refoldOne(record: BootRecord, state: BootState, { row, isThinned }: LoggedSample) {
    if (!isThinned) return refoldRow(record, state, row);
    const { step } = fold(record, state, row);
    if (isEmptyStep(step)) return { state: step.state, old: null };
    thawing.thaw(record, row.seq);
    return null;
  }

  function refoldChunk(record: BootRecord, mark: Mark, limit: number): Chunk {
    let state = parts.stateBefore(record.id, mark.fromSeq);
    let count = 0;
    for (const logged of rowsFrom(record.id, mark.fromSeq, limit)) {
      const refolded = refoldOne(record, state, logged);
      if (refolded === null) return { count, state, rest: record.mark };
      state = refolded.state;
      count += 1;
      if (isSettled(mark, refolded)) return { count, state, rest: null };
    }
    return { count, state, rest: count < limit ? null : restOf(mark, state.seq + 1) };
  }

  return {
    foldOnTop(record, row) {
      const folded = fold(record, record.state, row);
      record.state = folded.step.state;
      parts.append(folded);
      follow(record, folded);
    },
    refold(record, budget) {
      inbox.settle(record.id);
      let count = 0;
      for (let { mark } = record; mark !== null && count < budget; mark = record.mark) {
        const limit = Math.min(CHUNK, budget - count);
        const { count: folded, state, rest } = refoldChunk(record, mark, limit);
        count += folded;
        if (rest === null && state.seq === record.top.seq) record.state = state;
        boots.setMark(record, rest);
      }
      return count;
    },
  };
}

interface Chunk {
  readonly count: number;
  readonly state: BootState;
  /** Null when all that follows is settled, or there is nothing more. */
  readonly rest: Mark | null;
}

/** What is left of a mark; the next sample is folded again in any case, since the state before it may differ. */
function restOf(mark: Mark, fromSeq: number): Mark {
  return { fromSeq, throughSeq: Math.max(mark.throughSeq, fromSeq) };
}

/** A person has said already what comes of this jump ([C8]). */
function isAnswered({ verdicts }: BootRecord, fromSeq: number, toSeq: number): boolean {
  return verdicts.some((verdict) => verdict.fromSeq <= fromSeq && toSeq <= verdict.toSeq);
}

/** True when everything after this sample folds as it did before. */
function isSettled(
  { throughSeq }: Mark,
  { state, old }: { state: BootState; old: OldPart | null },
): boolean {
  if (state.seq < throughSeq || old === null || hasOpenLeap(state)) return false;
  return isSameState(state, fromColumns({ ...old, seq: state.seq, up: state.up }));
}
