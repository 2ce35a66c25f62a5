import type { ProductionReport, ReportFact, ReportScope } from "@trame/shared";
import type { FakeApi } from "./fake-server.ts";
import { emptyReport, productionReport, reportFact } from "./production-report.ts";

const SIZES = ["Enfant", "S", "M", "L"];
const COLOURS = [
  { name: "Bleu", swatch: "#2b59b4" },
  { name: "Écru", swatch: "#eadfc4" },
  { name: "Noir", swatch: "#1b1c1f" },
  { name: "Gris", swatch: "#8d9096" },
];
/** Good and ordered of order 2026-118, by size, then by colour. */
const PIECES = [
  ["600/600", "600/600", "400/400", "150/400"],
  ["900/900", "424/800", "250/600", "0/500"],
  ["600/1200", "250/1000", "150/900", "0/700"],
  ["300/1000", "100/900", "100/900", "0/600"],
];

/** What a server answers about the day of the mockup; every other day is without a piece. */
export function fakeReports(over: Partial<ProductionReport> = {}): FakeApi {
  return ({ path }) => {
    const { pathname, searchParams } = new URL(path, "http://localhost");
    const json = answerOf(pathname, searchParams, over);
    return json === null ? null : { status: 200, json };
  };
}

function answerOf(
  pathname: string,
  asked: URLSearchParams,
  over: Partial<ProductionReport>,
): unknown {
  if (pathname === "/api/v1/reports/production") return reportOf(asked, over);
  if (pathname === "/api/v1/reports/facts") return factsOf(asked);
  if (pathname === "/api/v1/styles")
    return { styles: [{ id: "MASQUE", name: "Masque lavable", colours: COLOURS }] };
  if (pathname === "/api/v1/orders") return { orders: [{ id: "2026-118" }] };
  if (pathname === "/api/v1/orders/2026-118/progress")
    return { styles: [{ styleId: "MASQUE", quantities: quantities() }] };
  return null;
}

function reportOf(asked: URLSearchParams, over: Partial<ProductionReport>): ProductionReport {
  const scope: ReportScope = {
    ...{ from: asked.get("from") ?? "", to: asked.get("to") ?? "" },
    ...{ lineId: asked.get("line"), orderId: asked.get("order"), styleId: asked.get("style") },
  };
  const isThere = scope.from <= "2026-03-16" && scope.to >= "2026-03-16";
  return isThere ? productionReport({ scope, ...over }) : emptyReport({ scope });
}

/** Bundles of 20 that come to the figure of the mockup, in pages of 30; what was looked at is one sample. */
function factsOf(asked: URLSearchParams): {
  readonly facts: readonly ReportFact[];
  readonly next: string | null;
} {
  if (asked.get("figure") === "inspected") {
    const sample = { kind: "inspection", key: "sample", code: null, operation: null } as const;
    return { facts: [reportFact({ ...sample, good: 1_121, rework: 46 })], next: null };
  }
  const all = asked.get("operation") === "10" ? 912 : 1117;
  const start = Number(asked.get("after") ?? 0);
  const bundles = Math.ceil(all / 20);
  const facts = Array.from({ length: Math.min(30, bundles - start) }, (_, row) => {
    const index = start + row;
    const at = Date.parse("2026-03-16T07:05:00Z") + index * 9 * 60_000;
    return reportFact({
      ...{ at, receivedAt: at, key: `finish-${index}`, code: `118-${index + 1}-C` },
      good: index === bundles - 1 ? all - 20 * (bundles - 1) : 20,
      ...(index % 7 === 3 && { origin: "machine", kind: "pieces", key: null }),
      ...(index % 11 === 5 && { origin: "late", receivedAt: at + 40 * 60_000 }),
    });
  });
  return { facts, next: start + 30 < bundles ? String(start + 30) : null };
}

function quantities() {
  return SIZES.flatMap((size, row) =>
    COLOURS.map(({ name }, column) => {
      const [good = 0, ordered = 0] = (PIECES[row]?.[column] ?? "").split("/").map(Number);
      return { size, colour: name, good, ordered };
    }),
  );
}
