import type { BundleState, OperationState } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { ChangedDays } from "./changed-days.ts";

/** Keeps what was taken for done at stations though nobody scanned it there: rows that differ, and no others. */
export interface DeductionRows {
  write(state: BundleState): void;
}

type Row = readonly [
  bundleId: number,
  operation: string,
  stationId: string,
  at: number,
  pieces: number,
];

const AT = 3;

export function createDeductionRows(
  sqlite: Database,
  { changed }: { changed: Pick<ChangedDays, "at"> },
): DeductionRows {
  const read = sqlite
    .prepare<[number], Row>("SELECT * FROM deductions WHERE bundle_id = ? ORDER BY operation")
    .raw();
  const put = sqlite.prepare("INSERT OR REPLACE INTO deductions VALUES (?, ?, ?, ?, ?)");
  const drop = sqlite.prepare("DELETE FROM deductions WHERE bundle_id = ? AND operation = ?");

  function replace(old: Row | undefined, made: Row | undefined): void {
    if (old !== undefined && made === undefined) drop.run(old[0], old[1]);
    if (made !== undefined) put.run(...made);
    for (const row of [old, made]) if (row !== undefined) changed.at(row[AT]);
  }

  return {
    write(state) {
      const old = new Map(read.all(state.id).map((row) => [row[1], row]));
      for (const row of state.operations.flatMap((work) => rowOf(state.id, work))) {
        const known = old.get(row[1]);
        old.delete(row[1]);
        if (!row.every((value, index) => value === known?.[index])) replace(known, row);
      }
      for (const row of old.values()) replace(row, undefined);
    },
  };
}

/** What was scanned is work, whoever ended it; what came under the ticket by a split is of the ticket that it came from. */
function rowOf(bundleId: number, work: OperationState): Row[] {
  const { code, status, stationId, openedAt, finishedAt, good, isInherited } = work;
  const isUnseen = status === "deduced" && openedAt === null && !isInherited;
  if (!isUnseen || stationId === null || finishedAt === null || good <= 0) return [];
  return [[bundleId, code, stationId, finishedAt, good]];
}
