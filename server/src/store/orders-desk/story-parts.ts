import { type CartonContent, formatCode } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { StoredOrder } from "../catalogue/orders.ts";
import { PIECES_NOW } from "../catalogue/pieces-now.ts";
import { createCartonRows } from "./carton-rows.ts";
import { type OrderStoryFact, storyFact } from "./story-facts.ts";

/** What of an order's story is no act: what people changed of it, where its bundles began and ended, what was packed. */
export function createStoryParts(sqlite: Database) {
  const cartons = createCartonRows(sqlite);
  const statements = prepare(sqlite);
  return {
    changes: (id: string): OrderStoryFact[] => statements.changes.all(id).map(changeFact),
    /** Beginning and end of each bundle. */
    milestones: ({ id, order }: StoredOrder): OrderStoryFact[] =>
      statements.milestones.all(id).flatMap((row) => {
        const code = formatCode({ order: order.number, bundle: row.ticket });
        return milestoneFacts(row, { code, bundles: 1 });
      }),
    packed(id: string): OrderStoryFact[] {
      const kits = statements.kits.all(id);
      return [
        ...kits.map(({ at, pieces }) => storyFact({ at, kind: "kits", pieces })),
        ...cartons.all(id).flatMap(({ number, packedAt, openedAt, content }) => {
          const fact = { number, pieces: amountOf(content), isUndone: openedAt !== null };
          const closed = storyFact({ at: packedAt, kind: "carton", ...fact });
          return openedAt === null
            ? [closed]
            : [closed, storyFact({ at: openedAt, kind: "carton-opened", number })];
        }),
      ];
    },
  };
}

type Fields = Readonly<Record<string, unknown>> | null;

/** What people changed of the order, by what it came to. */
function changeFact({ at, body }: { readonly at: number; readonly body: string }): OrderStoryFact {
  const { before, after }: { before: Fields; after: Fields } = JSON.parse(body);
  if (before === null) return storyFact({ at, kind: "given" });
  const fields = Object.keys({ ...before, ...after }).filter((name) => name !== "state");
  return storyFact({ at, kind: kindOf(after?.["state"], before["state"]), fields });
}

function kindOf(state: unknown, before: unknown): OrderStoryFact["kind"] {
  switch (state) {
    case "released":
    case "prepared":
    case "closed":
      return state;
    case "running":
      return before === "closed" ? "reopened" : "released";
    default:
      return "changed";
  }
}

function milestoneFacts(
  { begunAt, stationId, outAt, pieces, ...outcome }: Milestone,
  about: Pick<OrderStoryFact, "code" | "bundles">,
): OrderStoryFact[] {
  const { good, rework, second, scrap } = outcome;
  const facts: OrderStoryFact[] = [];
  if (begunAt !== null) {
    facts.push(storyFact({ at: begunAt, kind: "begun", ...about, stationId, pieces }));
  }
  if (outAt !== null) {
    const sums = { good, rework, second, scrap };
    facts.push(storyFact({ at: outAt, kind: "out", ...about, outcome: sums }));
  }
  return facts;
}

function amountOf({ kits, pieces }: CartonContent): number {
  const ofKits = kits.reduce((sum, line) => sum + line.kits, 0);
  return pieces.reduce((sum, line) => sum + line.pieces, ofKits);
}

interface Milestone {
  readonly ticket: number;
  readonly begunAt: number | null;
  readonly stationId: string | null;
  readonly outAt: number | null;
  readonly pieces: number;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
}

function prepare(sqlite: Database) {
  return {
    changes: sqlite.prepare<[string], { at: number; body: string }>(
      `SELECT recorded_at AS at, body FROM facts
       WHERE kind = 'changed' AND body ->> '$.what' = 'order' AND body ->> '$.subject' = ? ORDER BY n`,
    ),
    milestones: sqlite.prepare<[string], Milestone>(
      `SELECT (SELECT number FROM tickets t WHERE t.bundle_id = b.id ORDER BY state = 'valid' DESC, number DESC LIMIT 1)
           AS ticket,
         w.opened_at AS begunAt, w.station_id AS stationId, s.body ->> '$.outAt' AS outAt,
         ${PIECES_NOW} AS pieces, s.good, s.rework, s.second, s.scrap
       FROM bundles b JOIN bundle_states s ON s.bundle_id = b.id
         LEFT JOIN works w ON w.bundle_id = b.id AND w.operation =
           (SELECT x.operation FROM works x WHERE x.bundle_id = b.id AND x.opened_at IS NOT NULL
            ORDER BY x.opened_at, x.operation LIMIT 1)
       WHERE b.order_id = ? ORDER BY b.id`,
    ),
    /** Those that were packed with a carton are told with it. */
    kits: sqlite.prepare<[string], { at: number; pieces: number }>(
      `SELECT packed_at AS at, kits AS pieces FROM packings
       WHERE order_id = ? AND key NOT LIKE 'carton %' AND key NOT LIKE 'opened %' ORDER BY packed_at`,
    ),
  };
}
