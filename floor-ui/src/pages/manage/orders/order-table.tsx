import type { OrderGlance } from "../../../data/desk/order-rows.ts";
import { useStationName } from "../../../data/desk/use-station-name.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { Bar } from "../../../ui/desk/bar.tsx";
import { useHref } from "../../href.ts";
import { delayHead, delayText } from "./delay-view.ts";
import { ForecastEnd } from "./forecast-end.tsx";
import { orderHref } from "./order-parts.ts";

/** All orders, a line each: how far, until when, and what holds them back. */
export function OrderTable({ rows }: { readonly rows: readonly OrderGlance[] }) {
  const { t } = useOrdersWords();
  return (
    <table class="list ord">
      <thead>
        <tr>
          <th scope="col">{t.orders.number}</th>
          <th scope="col">{t.ordersDesk.customerStyle}</th>
          <th scope="col">{t.orders.due}</th>
          <th scope="col">{t.orders.progress}</th>
          <th scope="col">{t.ordersDesk.forecast}</th>
          <th scope="col">{t.ordersDesk.delay}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OrderLine key={row.id} order={row} />
        ))}
      </tbody>
    </table>
  );
}

function OrderLine({ order }: { readonly order: OrderGlance }) {
  const i18n = useOrdersWords();
  const { t, weekday } = i18n;
  const href = useHref();
  const stationName = useStationName();
  const { id, customer, reference, dueOn, state, styles } = order;
  const delay = state === "closed" ? null : delayText(order, i18n, stationName);
  return (
    <tr>
      <th scope="row">
        <a href={href(orderHref(id))}>{id}</a>
        <span class={`tag state-${state}`}>{t.orders.states[state]}</span>
      </th>
      <td class="ord-who">
        <b>{customer}</b>
        <small>
          {[styles.map(({ name }) => name).join(", "), reference].filter(Boolean).join(" · ")}
        </small>
      </td>
      <td class="ord-due">
        <span class="ord-head">{t.orders.due}</span> {weekday(dueOn)}
      </td>
      <td class="ord-progress">
        <Progress order={order} />
      </td>
      <td class="ord-end">
        <span class="ord-head">{t.ordersDesk.forecast}</span>
        <ForecastEnd order={order} />
      </td>
      <td class="ord-delay">
        {delay !== null && order.delay?.code === "to-settle" && (
          <span class="ord-note">{delayHead(order, i18n)}</span>
        )}
        {delay}
      </td>
    </tr>
  );
}

function Progress({ order }: { readonly order: OrderGlance }) {
  const { t, number, whole } = useOrdersWords();
  const { good, ordered, kits } = order;
  const share = ordered === 0 ? 0 : good / ordered;
  const words = t.ordersDesk.share({ done: good, of: number(ordered), share: whole(share) });
  return (
    <>
      <span>{words}</span>
      <Bar done={good} of={ordered} label={words} />
      {kits !== null && (
        <small>
          {t.ordersDesk.kitsDone({ packed: number(kits.packed), of: number(kits.ordered) })}
        </small>
      )}
    </>
  );
}
