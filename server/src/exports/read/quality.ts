import { formatDay } from "@trame/shared";
import type { QualityFact } from "../facts.ts";
import { readReportDay } from "./bodies.ts";
import { type ExportSource, type ExportSpan, eachDay, type Reports } from "./span.ts";

/** What was looked at, with the operations at fault as the orders' routings call them. */
export async function readQuality(store: ExportSource, span: ExportSpan): Promise<QualityFact[]> {
  const labels = await readLabels(store.reports);
  return eachDay(span, async (at) => {
    const days = await readReportDay(store, at, span);
    const inspections = days.flatMap(({ body }) => body.inspections);
    return inspections.map(({ defects, ...inspection }): QualityFact => {
      const { orderId, styleId } = inspection;
      return {
        ...inspection,
        day: formatDay(at.day),
        defects: defects.map(({ defect, operation: code, pieces }) => {
          const label = code === null ? null : labels(orderId, styleId, code);
          return { defect, code, operation: label ?? code, pieces };
        }),
      };
    });
  });
}

/** Labels of operations, by the version of the routing that an order froze. */
async function readLabels(reports: Reports) {
  const [orders, routings] = await Promise.all([
    reports.readOrders("all"),
    reports.readRoutings(null),
  ]);
  const byVersion = new Map(
    routings.map((routing) => [`${routing.styleId} ${routing.version}`, routing]),
  );
  const byId = new Map(orders.map(({ id, order }) => [id, order]));
  return (orderId: string | null, styleId: string | null, code: string): string | null => {
    const styles = byId.get(orderId ?? "")?.styles ?? [];
    const style = styleId === null ? styles[0] : styles.find((each) => each.styleId === styleId);
    const routing = byVersion.get(`${style?.styleId} ${style?.routingVersion}`);
    return routing?.operations.find((each) => each.code === code)?.label.fr ?? null;
  };
}
