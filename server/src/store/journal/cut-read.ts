import type { TicketCode } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { PIECES_NOW } from "../catalogue/pieces-now.ts";
import type { Amendment } from "./act-read.ts";

/** What a cutting said of a bundle. */
export interface CutRead {
  readonly bundleId: number;
  /** As it was declared first, and as it holds. */
  readonly declared: number;
  readonly pieces: number;
}

/** Reads cuttings bundle by bundle: a correction of one is about one of its bundles ([JO6]). */
export function createCutReader(sqlite: Database) {
  const cut = sqlite.prepare<TicketCode & { n: number }, CutRead>(
    `SELECT b.id AS bundleId, b.pieces AS declared, ${PIECES_NOW} AS pieces
     FROM orders o JOIN tickets t ON t.order_id = o.id AND t.number = @bundle
       JOIN bundles b ON b.id = t.bundle_id JOIN act_bundles x ON x.bundle_id = b.id
     WHERE o.number = @order AND x.n = @n`,
  );
  const declared = sqlite
    .prepare<[number], number>("SELECT pieces FROM bundles WHERE id = ?")
    .pluck();
  const bundleOf = sqlite
    .prepare<[number], number>("SELECT bundle_id FROM act_bundles WHERE n = ?")
    .pluck();

  /** Corrections of a cutting that are about one bundle. */
  function ofBundle(amendments: readonly Amendment[], bundleId: number): Amendment[] {
    return amendments.filter(({ n }) => bundleOf.get(n) === bundleId);
  }

  return {
    ofBundle,
    /** null where the cutting did not make the bundle. */
    find: (n: number, code: TicketCode): CutRead | null => cut.get({ ...code, n }) ?? null,
    /** What a correction of a cutting changed, from what to what. */
    changeOf(n: number, to: object, amendments: readonly Amendment[]) {
      const bundleId = bundleOf.get(n) ?? 0;
      const earlier = ofBundle(amendments, bundleId).filter((each) => each.n < n && !each.isUndone);
      const before = { pieces: declared.get(bundleId) ?? null, ...earlier.at(-1)?.to };
      return { before, after: { ...before, ...to } };
    },
  };
}
