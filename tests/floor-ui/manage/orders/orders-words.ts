/** The words of the orders' pages without a page, with spaces that people type. */
import type { OrderForecast } from "@trame/shared";
import type { OrderGlance } from "../../../../floor-ui/src/data/desk/order-rows.ts";
import { createI18n } from "../../../../floor-ui/src/i18n/i18n.ts";
import { ordersWords } from "../../../../floor-ui/src/i18n/manage-orders.ts";
import { deskWords } from "../../../../floor-ui/src/i18n/prepare.ts";

export function wordsIn(language: "fr" | "en") {
  return ordersWords(deskWords(createI18n(language, "Europe/Paris")));
}

export function typed(text: string | null): string | null {
  return text?.replaceAll(/[\u00a0\u202f]/g, " ") ?? null;
}

const FORECAST: OrderForecast = {
  endsAt: Date.parse("2026-11-24T13:00Z"),
  endsOn: "2026-11-24",
  gap: null,
  styleId: "MASQUE",
  perHour: 10,
  days: ["2026-11-23"],
  hours: 8,
};

/** An order that ends on Tuesday the 24th and is due on Thursday. */
export function glance(
  over: Partial<Omit<OrderGlance, "forecast">> & { forecast?: Partial<OrderForecast> } = {},
): OrderGlance {
  return {
    id: "2026-118",
    customer: "Ville de Lons",
    reference: null,
    dueOn: "2026-11-26",
    state: "running",
    styles: [{ styleId: "MASQUE", name: "Masque" }],
    ...{ ordered: 100, cut: 100, good: 50, bundles: 2, kits: null },
    ...{ daysLate: -2, delay: null, delayLabel: null },
    ...over,
    forecast: { ...FORECAST, ...over.forecast },
  };
}
