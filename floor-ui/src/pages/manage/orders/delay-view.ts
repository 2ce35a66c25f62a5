import type { OrderGlance } from "../../../data/desk/order-rows.ts";
import type { OrdersI18n } from "../../../i18n/manage-orders.ts";

/** When an order ends against its due day, in words. */
export interface EndView {
  /** mardi 24 nov.; « Pas encore prévisible » where nothing can be said. */
  readonly text: string;
  /** « 2 jours avant », or why nothing can be said; null where the end is told by the state alone. */
  readonly note: string | null;
  readonly isLate: boolean;
}

/** The forecast end of an order; nothing for one that is closed. */
export function endView(order: OrderGlance, i18n: OrdersI18n): EndView | null {
  const { forecast, daysLate, state } = order;
  const { t, weekday } = i18n;
  if (state === "closed") return null;
  if (forecast.gap === "done") return { text: t.ordersDesk.gaps.done, note: null, isLate: false };
  if (forecast.endsOn === null || daysLate === null) {
    return { text: t.ordersDesk.unknown, note: gapNote(order, i18n), isLate: false };
  }
  return {
    text: weekday(forecast.endsOn),
    note: againstDue(daysLate, i18n),
    isLate: daysLate > 0,
  };
}

function againstDue(daysLate: number, { t }: OrdersI18n): string {
  if (daysLate === 0) return t.ordersDesk.onDay;
  return daysLate < 0 ? t.ordersDesk.early(-daysLate) : t.ordersDesk.late(daysLate);
}

function gapNote({ forecast: { gap, styleId }, styles }: OrderGlance, { t }: OrdersI18n) {
  if (gap === null) return null;
  const why = t.ordersDesk.gaps[gap];
  const style = styles.length > 1 ? nameOf(styles, styleId) : null;
  return style === null ? why : t.ordersDesk.gapOf({ style, gap: why });
}

/** What holds an order back, in one sentence; null when nothing does. */
export function delayText(
  { delay, delayLabel, styles }: OrderGlance,
  i18n: OrdersI18n,
  stationName: (id: string) => string,
): string | null {
  const { t, tenth, words, list } = i18n;
  switch (delay?.code) {
    case undefined:
      return null;
    case "not-released":
    case "nothing-cut":
      return t.ordersDesk.delays[delay.code];
    case "to-settle":
      return t.ordersDesk.delays["to-settle"](delay.bundles);
    case "conflicts":
      return t.ordersDesk.delays.conflicts(delay.bundles);
    case "stopped":
      return t.ordersDesk.delays.stopped(list(delay.stationIds.map(stationName)));
    case "queue":
      return t.ordersDesk.delays.queue({
        operation: delayLabel === null ? delay.operation : words(delayLabel),
        pieces: delay.pieces,
        hours: t.ordersDesk.hours(tenth(delay.hours)),
      });
    case "outside":
      return t.ordersDesk.delays.outside(delay.pieces);
    case "kit-style": {
      const style = nameOf(styles, delay.styleId) ?? delay.styleId;
      return t.ordersDesk.delays["kit-style"]({ style, kits: delay.kits });
    }
    case "not-cut":
      return t.ordersDesk.delays["not-cut"](delay.pieces);
  }
}

/** What heads that sentence: an order that is ahead has something to note, and nothing that delays it. */
export function delayHead({ delay }: OrderGlance, { t }: OrdersI18n): string {
  return delay?.code === "to-settle" ? t.ordersDesk.toNote : t.ordersDesk.delay;
}

function nameOf(styles: OrderGlance["styles"], styleId: string | null): string | null {
  return styles.find((style) => style.styleId === styleId)?.name ?? null;
}
