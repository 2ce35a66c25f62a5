import type { LineOrder, PlanLine } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Asked } from "./floor-now.ts";
import type { FlowNowDeps } from "./flow-now.ts";

/** The orders that are being sewn on the lines. */
export interface SewnNow {
  /** Those of which a bundle is open on the line, or was worked there today; in the order of their numbers. */
  orders(line: PlanLine, asked: Asked): LineOrder[];
  /** What is worked at a station is another. */
  forget(stationId: string): void;
  reload(): void;
}

const DAY_MS = 86_400_000;

export function createSewnNow(sqlite: Database, { catalogue, stretches }: FlowNowDeps): SewnNow {
  const worked = sqlite
    .prepare<{ stationId: string; from: number }, string>(
      `SELECT order_id FROM bundle_states WHERE open_station = @stationId
       UNION
       SELECT s.order_id FROM works w JOIN bundle_states s ON s.bundle_id = w.bundle_id
       WHERE w.station_id = @stationId AND w.finished_at >= @from`,
    )
    .pluck();
  const known = new Map<string, readonly string[]>();
  let knownDay = -1;

  function ordersAt(stationId: string, day: number): readonly string[] {
    if (day !== knownDay) known.clear();
    knownDay = day;
    const kept = known.get(stationId);
    if (kept !== undefined) return kept;
    const from = stretches.timeline.windowsOf(day)[0]?.from ?? day * DAY_MS;
    const read = worked.all({ stationId, from });
    known.set(stationId, read);
    return read;
  }

  return {
    orders({ stations }, { day }) {
      const ids = new Set(stations.flatMap(({ id }) => ordersAt(id, day)));
      return [...ids]
        .flatMap((id) => catalogue.orders.find(id) ?? [])
        .toSorted((a, b) => a.order.number - b.order.number || a.givenAt - b.givenAt)
        .map(({ id, order: { styles } }) => ({
          orderId: id,
          name: styles
            .map(({ styleId }) => catalogue.styles.find(styleId)?.name ?? styleId)
            .join(" + "),
          pieces: styles
            .flatMap(({ quantities }) => quantities)
            .reduce((sum, { pieces }) => sum + pieces, 0),
        }));
    },
    forget: (stationId) => void known.delete(stationId),
    reload: () => known.clear(),
  };
}
