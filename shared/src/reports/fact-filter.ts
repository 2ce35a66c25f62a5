import { type Account, isLastOf, operationOf } from "./account.ts";
import type { DayFacts } from "./day-facts.ts";
import type { ReportFigure } from "./report.ts";

/** Which facts of a day are asked for; null: whatever it is. */
export interface FactFilter {
  readonly figure: ReportFigure;
  readonly lineId: string | null;
  readonly stationId: string | null;
  /** `none`: what no order explains. */
  readonly orderId: string | null;
  readonly styleId: string | null;
  readonly size: string | null;
  readonly colour: string | null;
  /** Its code, or what it is called; empty: what was done at none, as when work comes back from outside. */
  readonly operation: string | null;
}

/** Stands for what no order explains. */
export const NO_ORDER = "none";

/** What is asked of where and of which order. */
export function isOfOrder(
  { lineId, stationId, orderId, styleId }: FactFilter,
  of: {
    readonly lineId: string | null;
    readonly stationId: string | null;
    readonly orderId: string | null;
    readonly styleId: string | null;
  },
): boolean {
  const wanted = orderId === NO_ORDER ? null : orderId;
  return (
    (lineId === null || of.lineId === lineId) &&
    (stationId === null || of.stationId === stationId) &&
    (orderId === null || of.orderId === wanted) &&
    (styleId === null || of.styleId === styleId)
  );
}

/** Whether pieces of an account are in a figure. */
export function isAskedFor(filter: FactFilter, account: Account, facts: DayFacts): boolean {
  const { place, goods } = account;
  const of = {
    lineId: place?.lineId ?? null,
    stationId: place?.stationId ?? null,
    orderId: goods?.orderId ?? null,
    styleId: goods?.styleId ?? null,
  };
  return (
    isOfOrder(filter, of) &&
    (filter.size === null || goods?.size === filter.size) &&
    (filter.colour === null || goods?.colour === filter.colour) &&
    (filter.operation === null || isCalled(filter.operation, account, facts)) &&
    (filter.figure !== "good" || isCounted(filter, account, facts))
  );
}

/** Of one operation or station every good piece counts; of an order those past its last operation, else the output of lines. */
function isCounted(filter: FactFilter, account: Account, { routingOf }: DayFacts): boolean {
  if (filter.operation !== null || filter.stationId !== null) return true;
  const isOrder = filter.orderId !== null || filter.styleId !== null;
  return isOrder ? isLastOf(routingOf, account) : (account.place?.isOutput ?? false);
}

function isCalled(name: string, account: Account, { routingOf }: DayFacts) {
  const { place, goods, code } = account;
  if (name === "") return operationOf(routingOf, account) === null;
  if (code === name || place?.operation === name) return true;
  const routing = goods === null ? null : routingOf(goods);
  return routing?.operations.find((each) => each.code === code)?.label.fr === name;
}
