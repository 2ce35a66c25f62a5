import type { Routing, Style } from "@trame/shared";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { orderPath } from "../../../data/desk/order-path.ts";
import type { OneGlance } from "../../../data/desk/order-rows.ts";
import type { OrderProgress, OrderRow } from "../../../data/desk/rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { useHref } from "../../href.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { MinutesPart } from "./minutes-part.tsx";
import { firstPart, ORDER_PARTS, type OrderPart, orderHref, partOf } from "./order-parts.ts";
import { OrderTop } from "./order-top.tsx";
import { PackingPart } from "./packing-part.tsx";
import { PreparePart } from "./prepare-part.tsx";
import { ProgressPart } from "./progress-part.tsx";
import { StoryPart } from "./story-part.tsx";
import "../../../styles/manage-orders.css";
import "../../../styles/manage-order.css";
import "../../../styles/manage-matrix.css";
import "../../../styles/manage-table.css";
import "../../../styles/manage-charts.css";

/** What the parts of an order's page are made from. */
export interface OrderReads {
  readonly order: OrderRow;
  readonly progress: OrderProgress;
  readonly glance: OneGlance;
  readonly styles: readonly Style[];
  readonly routings: readonly Routing[];
  /** Asks for all of it again, after something changed. */
  readonly reload: () => void;
}

/** `/manage/orders/2026-118` and its parts: `/manage/orders/2026-118/packing`. */
export function OrderPage(props: { readonly orderId?: string; readonly part?: string }) {
  const { orderId = "", part } = props;
  const { t } = useOrdersWords();
  return (
    <DeskFrame page="orders" title={t.order.title(orderId)}>
      <WholeOrder key={orderId} orderId={orderId} part={partOf(part)} />
    </DeskFrame>
  );
}

interface WholeProps {
  readonly orderId: string;
  readonly part: OrderPart | null;
}

function WholeOrder({ orderId, part }: WholeProps) {
  const { t } = useOrdersWords();
  const href = useHref();
  const order = useRead<OrderRow>(orderPath(orderId));
  const progress = useRead<OrderProgress>(orderPath(orderId, "/progress"));
  const glance = useRead<OneGlance>(orderPath(orderId, "/overview"));
  const styles = useRead<{ styles: Style[] }>("/api/v1/styles");
  const routings = useRead<{ routings: Routing[] }>("/api/v1/routings");
  const needed = [order, progress, glance, routings];
  if (
    order.value === null ||
    progress.value === null ||
    glance.value === null ||
    routings.value === null
  ) {
    const refused = needed.find(({ refusal }) => refusal !== null);
    return (
      <>
        <Waiting reading={refused ?? order} />
        {refused !== undefined && <a href={href("/manage/orders")}>{t.ordersDesk.allOrders}</a>}
      </>
    );
  }
  const reads: OrderReads = {
    order: order.value,
    progress: progress.value,
    glance: glance.value,
    styles: styles.value?.styles ?? [],
    routings: routings.value.routings,
    reload() {
      for (const reading of [order, progress, glance]) reading.reload();
    },
  };
  return (
    <>
      <OrderTop reads={reads} />
      <Parts orderId={orderId} part={part} />
      {part === null ? (
        <First orderId={orderId} part={firstPart(glance.value)} />
      ) : (
        <Part part={part} reads={reads} />
      )}
    </>
  );
}

/** The order's own address leads to where its page begins, once: what is done there moves nobody. */
function First({ orderId, part }: { readonly orderId: string; readonly part: OrderPart }) {
  const { route } = useLocation();
  const href = useHref();
  const to = href(orderHref(orderId, part));
  useEffect(() => route(to, true), [route, to]);
  return null;
}

function Parts({ orderId, part }: WholeProps) {
  const { t } = useOrdersWords();
  const href = useHref();
  return (
    <nav class="parts" aria-label={t.ordersDesk.partsOf}>
      <ul>
        {ORDER_PARTS.map((each) => (
          <li key={each}>
            <a
              href={href(orderHref(orderId, each))}
              aria-current={each === part ? "page" : undefined}
            >
              {t.ordersDesk.parts[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Part({ part, reads }: { readonly part: OrderPart; readonly reads: OrderReads }) {
  switch (part) {
    case "progress":
      return <ProgressPart reads={reads} />;
    case "prepare":
      return <PreparePart reads={reads} />;
    case "packing":
      return <PackingPart reads={reads} />;
    case "story":
      return <StoryPart reads={reads} />;
    case "minutes":
      return <MinutesPart reads={reads} />;
  }
}
