import type { Verdict } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Boots } from "./boots.ts";
import type { FactLog } from "./fact-log.ts";
import type { LiveRows } from "./live-rows.ts";

/** A person's word on what was withheld ([C7], [C8]). */
export interface Verdicts {
  /** Answers false when nothing is withheld there. */
  judge(hold: HoldKey, word: { readonly isAccepted: boolean; readonly now: number }): boolean;
}

/** Names what is withheld: the sample that jumped. */
export interface HoldKey {
  readonly bootId: number;
  readonly seq: number;
}

export function createVerdicts(
  sqlite: Database,
  { boots, facts, live }: { boots: Boots; facts: FactLog; live: LiveRows },
): Verdicts {
  const find = sqlite
    .prepare<[number, number], number>("SELECT from_seq FROM holds WHERE boot_id = ? AND seq = ?")
    .pluck();
  return {
    judge({ bootId, seq }, { isAccepted, now }) {
      const fromSeq = find.get(bootId, seq);
      if (fromSeq === undefined) return false;
      const record = boots.byId(bootId);
      const verdict: Verdict = { fromSeq, toSeq: seq, isAccepted };
      facts.append({ kind: "verdict", bootId, ...verdict }, now);
      record.verdicts = [...record.verdicts, verdict];
      // Late samples may lie inside by now, and may have been folded already.
      boots.widenMark(record, fromSeq + 1, seq);
      live.holdsChanged();
      return true;
    },
  };
}
