import type { Database } from "better-sqlite3";
import { createClockwork } from "../clock-steps.ts";
import { timeOf } from "../floor/act-log.ts";
import { createCodeReader } from "../floor/bundle-cards.ts";
import { type OrderStoryFact, storyFact } from "./story-facts.ts";

type Told = "cut" | "split" | "dispatch" | "return" | "settle" | "correction" | "amend" | "undo";

interface Row {
  readonly n: number;
  readonly run: number;
  readonly kind: Told;
  readonly at: number;
  readonly eventAt: number | null;
  readonly stationId: string | null;
  readonly body: string;
  readonly isUndone: number;
  readonly bundleId: number;
  readonly bundles: number;
  readonly pieces: number;
}

/** What of a body a story tells, by name. */
const SAID = ["operation", "outcome", "pieces", "partner", "slipId", "reason", "choice"];

/** Reads the acts of an order that its story tells: those that move whole bundles or change what was said. */
export function createStoryActs(sqlite: Database): (orderId: string) => OrderStoryFact[] {
  const clockwork = createClockwork(sqlite);
  const codeOf = createCodeReader(sqlite);
  const acts = sqlite.prepare<[string], Row>(
    `SELECT a.n, a.run, a.kind, a.at, e.at AS eventAt, a.station_id AS stationId, a.body,
       EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted') AS isUndone,
       min(b.id) AS bundleId, count(*) AS bundles, sum(b.pieces) AS pieces
     FROM bundles b JOIN act_bundles x ON x.bundle_id = b.id JOIN acts a ON a.n = x.n
       LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq
     WHERE b.order_id = ? AND a.state = 'accepted'
       AND a.kind IN ('cut', 'split', 'dispatch', 'return', 'settle', 'correction', 'amend', 'undo')
     GROUP BY a.n ORDER BY a.n`,
  );

  function factOf(row: Row): OrderStoryFact {
    const { kind, stationId, bundles, isUndone } = row;
    const isWhole = kind === "cut" || kind === "dispatch";
    return storyFact({
      ...saidOf(JSON.parse(row.body)),
      ...(isWhole && { pieces: row.pieces }),
      ...{ kind, bundles },
      at: timeOf(clockwork, row),
      code: bundles === 1 || kind === "split" ? codeOf(row.bundleId) : null,
      stationId: isDesk(kind) ? null : stationId,
      isUndone: isUndone === 1,
    });
  }

  return (orderId) => {
    clockwork.reload();
    return acts.all(orderId).map(factOf);
  };
}

/** What the desk does happens at no station. */
function isDesk(kind: Told): boolean {
  return kind === "cut" || kind === "dispatch" || kind === "return" || kind === "settle";
}

function saidOf(body: Readonly<Record<string, unknown>>): Partial<OrderStoryFact> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => SAID.includes(name)));
}
