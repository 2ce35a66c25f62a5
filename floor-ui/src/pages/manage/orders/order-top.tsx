import type { ComponentChildren } from "preact";
import type { OrderGlance } from "../../../data/desk/order-rows.ts";
import { useStationName } from "../../../data/desk/use-station-name.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { Bar } from "../../../ui/desk/bar.tsx";
import { useHref } from "../../href.ts";
import { OrderActions } from "../../prepare/order-actions.tsx";
import { delayHead, delayText } from "./delay-view.ts";
import { ForecastEnd } from "./forecast-end.tsx";
import type { OrderReads } from "./order-page.tsx";

/** Who it is for, how far it is, until when, what holds it back, and where it may go next. */
export function OrderTop({ reads }: { readonly reads: OrderReads }) {
  const { order, progress, glance, reload } = reads;
  const i18n = useOrdersWords();
  const { t, number, whole, weekday } = i18n;
  const stationName = useStationName();
  const { good, ordered, kits } = glance;
  const share = ordered === 0 ? 0 : good / ordered;
  const words = t.ordersDesk.share({ done: good, of: number(ordered), share: whole(share) });
  const delay = order.state === "closed" ? null : delayText(glance, i18n, stationName);
  return (
    <section class="panel order-head">
      <dl class="figures">
        <Figure name={t.orders.customer}>
          {order.customer}
          {order.reference !== undefined && <small>{order.reference}</small>}
        </Figure>
        <Figure name={t.orders.style}>{glance.styles.map(({ name }) => name).join(", ")}</Figure>
        <Figure name={t.orders.due}>{weekday(order.dueOn)}</Figure>
        {order.state !== "closed" && (
          <Figure name={t.ordersDesk.forecast}>
            <ForecastEnd order={glance} />
          </Figure>
        )}
      </dl>
      <p class="whole-progress">
        <span class={`tag state-${progress.state}`}>{t.orders.states[progress.state]}</span>
        <span>{words}</span>
        {kits !== null && (
          <span>
            {t.ordersDesk.kitsDone({ packed: number(kits.packed), of: number(kits.ordered) })}
          </span>
        )}
      </p>
      <Bar done={good} of={ordered} label={words} />
      {delay !== null && <Delay glance={glance} text={delay} />}
      <OrderActions order={order} progress={progress} onChanged={reload} />
    </section>
  );
}

function Figure(props: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Delay({ glance, text }: { readonly glance: OrderGlance; readonly text: string }) {
  const i18n = useOrdersWords();
  const { t } = i18n;
  const code = glance.delay?.code;
  const isToSettle = code === "conflicts" || code === "to-settle";
  const href = useHref();
  return (
    <p class="delay">
      <b>{delayHead(glance, i18n)}</b> {text}{" "}
      {isToSettle && <a href={href("/prepare/follow")}>{t.story.settle}</a>}
    </p>
  );
}
