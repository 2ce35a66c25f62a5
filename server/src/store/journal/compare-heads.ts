import type { JournalFault, NotedHead } from "./journal-fault.ts";
import type { Walked } from "./verify-journal.ts";

/** Where a restore is in the journal. */
export interface Restored {
  readonly place: number;
  /** UTC ms. */
  readonly at: number;
  /** What came in was another workshop's: nothing of what was noted before is in it. */
  readonly isForeign: boolean;
}

/**
 * Holds heads that were noted apart against the journal: what was noted must still be there, unless a restore since then
 * took the journal back ([JC6]).
 */
export function compareHeads(
  heads: readonly NotedHead[],
  walked: Walked,
): { readonly count: number; readonly faults: readonly JournalFault[] } {
  const { hashes, last, restores } = walked;
  const isTakenBack = ({ count, at }: NotedHead): boolean =>
    restores.some(
      ({ at: since, place, isForeign }) => at <= since && (isForeign || place <= count),
    );
  const standing = heads.filter((head) => !isTakenBack(head));
  const isCut = ({ count }: NotedHead): boolean => count > (last?.place ?? 0);
  const longest = Math.max(0, ...standing.filter(isCut).map(({ count }) => count));
  const rewritten = standing.filter(
    (head) => !isCut(head) && head.count > 0 && hashes.get(head.count) !== head.hash,
  );
  const n = last?.n ?? 0;
  const about = { n, at: null, of: null };
  return {
    count: standing.length - rewritten.length - standing.filter(isCut).length,
    faults: [
      ...(longest > 0
        ? [{ kind: "cut" as const, ...about, lines: longest - (last?.place ?? 0) }]
        : []),
      ...(rewritten.length > 0
        ? [{ kind: "rewritten" as const, ...about, lines: rewritten.length }]
        : []),
    ],
  };
}
