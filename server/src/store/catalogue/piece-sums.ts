import {
  type BundleState,
  inOrder,
  type OperationState,
  type OrderStyle,
  type Routing,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { PIECES_NOW } from "./pieces-now.ts";

/** What became of garments. cut = good + rework + second + scrap + inProgress. */
export interface PieceSums {
  readonly cut: number;
  readonly good: number;
  /** In repair now. */
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly inProgress: number;
  /** Of those in progress, how many a subcontractor has. */
  readonly outside: number;
}

export interface SumRow extends PieceSums {
  readonly size: string;
  readonly colour: string;
}

/** How many pieces have passed an operation. */
export interface OperationProgress {
  readonly code: string;
  readonly label: Routing["operations"][number]["label"];
  /** Done there and gone on. A part's pieces are counted as garments: sleeves for 50 are 50. */
  readonly good: number;
  /** Of them, how many nobody scanned. */
  readonly deduced: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
}

interface Asked {
  readonly orderId: string;
  readonly styleId: string;
  readonly part: string | null;
}

/** Sums over the bundles of a style of an order. A bundle that is not folded yet is in progress whole. */
export function createPieceSums(sqlite: Database) {
  const sums = sqlite.prepare<Asked, SumRow>(
    `SELECT b.size, b.colour,
            sum(CASE WHEN b.parent_id IS NULL THEN ${PIECES_NOW} ELSE 0 END) AS cut,
            sum(coalesce(s.good, 0)) AS good, sum(coalesce(s.rework, 0)) AS rework,
            sum(coalesce(s.second, 0)) AS second, sum(coalesce(s.scrap, 0)) AS scrap,
            sum(CASE WHEN s.bundle_id IS NOT NULL THEN s.in_progress WHEN b.parent_id IS NULL THEN ${PIECES_NOW} ELSE 0 END)
              AS inProgress,
            sum(CASE WHEN s.outside IS NULL THEN 0 ELSE json_extract(s.body, '$.away') END) AS outside
     FROM bundles b LEFT JOIN bundle_states s ON s.bundle_id = b.id
     WHERE b.order_id = @orderId AND b.style_id = @styleId AND b.part IS @part
     GROUP BY b.size, b.colour ORDER BY min(b.id)`,
  );
  const works = sqlite
    .prepare<[string, string], string>(
      `SELECT s.body FROM bundles b JOIN bundle_states s ON s.bundle_id = b.id
       WHERE b.order_id = ? AND b.style_id = ?`,
    )
    .pluck();
  return {
    /** By size and colour, those first of which was cut first. */
    ofGarments: (asked: Asked): SumRow[] => sums.all(asked),
    ofOperations(orderId: string, { styleId }: OrderStyle, routing: Routing): OperationProgress[] {
      const past = new Map<string, Past>();
      for (const body of works.iterate(orderId, styleId)) {
        for (const work of parseState(body).operations) count(past, work);
      }
      return inOrder(routing.operations).map(({ code, label }) => ({
        code,
        label,
        ...(past.get(code) ?? NONE),
      }));
    },
  };
}

type Past = { -readonly [Key in Exclude<keyof OperationProgress, "code" | "label">]: number };

const NONE: Past = { good: 0, deduced: 0, rework: 0, second: 0, scrap: 0 };

/** What a bundle inherited was worked, and is counted, under the ticket that it was split from. */
function count(past: Map<string, Past>, work: OperationState): void {
  if (work.isInherited) return;
  const sum = past.get(work.code) ?? { ...NONE };
  sum.good += work.good + work.repaired;
  if (work.status === "deduced") sum.deduced += work.good;
  sum.rework += work.rework - work.repaired;
  sum.second += work.second;
  sum.scrap += work.scrap;
  past.set(work.code, sum);
}

/** Read whole: SQLite would take it apart, and put its operations together again, for longer. */
function parseState(body: string): Pick<BundleState, "operations"> {
  return JSON.parse(body);
}
