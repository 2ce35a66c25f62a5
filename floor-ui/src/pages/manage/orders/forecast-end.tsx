import type { OrderGlance } from "../../../data/desk/order-rows.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { endView } from "./delay-view.ts";

/** When it ends, and how that stands against its due day: a late one by shape, word and colour. */
export function ForecastEnd({ order }: { readonly order: OrderGlance }) {
  const i18n = useOrdersWords();
  const view = endView(order, i18n);
  if (view === null) return null;
  const { text, note, isLate } = view;
  return (
    <span class="end">
      <span class={order.forecast.endsOn === null ? "end-none" : "end-day"}>{text}</span>
      {note !== null && (
        <span class={isLate ? "end-note late" : "end-note"}>
          {isLate && <DeskIcon name="alert" />}
          {note}
        </span>
      )}
    </span>
  );
}
