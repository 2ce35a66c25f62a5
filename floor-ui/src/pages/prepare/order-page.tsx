import type { Routing, Style } from "@trame/shared";
import type { OrderProgress, OrderRow } from "../../data/desk/rows.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { BundlesPanel } from "./bundles-panel.tsx";
import { CutPanel } from "./cut-panel.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { OrderHead } from "./order-head.tsx";
import { OperationsPanel, QuantitiesPanel } from "./progress-panels.tsx";
import { sum } from "./progress-view.ts";
import { Waiting } from "./said.tsx";

/** `/prepare/orders/2026-118`: how far an order is, its bundles and their tickets. */
export function OrderPage({ orderId = "" }: { readonly orderId?: string }) {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="orders" title={t.order.title(orderId)}>
      <WholeOrder key={orderId} orderId={orderId} />
    </DeskFrame>
  );
}

function WholeOrder({ orderId }: { readonly orderId: string }) {
  const { t } = useDeskWords();
  const path = `/api/v1/orders/${encodeURIComponent(orderId)}`;
  const order = useRead<OrderRow>(path);
  const progress = useRead<OrderProgress>(`${path}/progress`);
  const styles = useRead<{ styles: Style[] }>("/api/v1/styles");
  const routings = useRead<{ routings: Routing[] }>("/api/v1/routings");
  if (order.value === null || progress.value === null || routings.value === null) {
    const failed = [order, progress, routings].find(({ refusal }) => refusal !== null);
    return <Waiting reading={failed ?? order} />;
  }
  const reload = () => {
    order.reload();
    progress.reload();
  };
  const known = styles.value?.styles ?? [];
  const nameOf = (styleId: string) => known.find(({ id }) => id === styleId)?.name ?? styleId;
  const isClosed = order.value.state === "closed";
  const entries = progress.value.styles.map((style) => ({
    style,
    name: nameOf(style.styleId),
    key: `${style.styleId} ${sum(style.quantities, "cut")}`,
    routing:
      routings.value?.routings.find(
        ({ styleId, version }) => styleId === style.styleId && version === style.routingVersion,
      ) ?? null,
  }));
  return (
    <>
      <OrderHead order={order.value} progress={progress.value} onChanged={reload} />
      {entries.map(({ style, name, routing }) => (
        <div class="beside" key={style.styleId}>
          <QuantitiesPanel
            title={t.order.quantities(name)}
            style={style}
            colours={known.find(({ id }) => id === style.styleId)?.colours ?? []}
          />
          <OperationsPanel title={t.order.operations(name)} style={style} routing={routing} />
        </div>
      ))}
      {!isClosed &&
        entries.map(({ style, name, routing }) => (
          <CutPanel
            key={style.styleId}
            orderId={orderId}
            title={t.order.cutTitle(name)}
            style={style}
            routing={routing}
            onCut={reload}
          />
        ))}
      <BundlesPanel
        key={entries.map(({ key }) => key).join(" ")}
        orderId={orderId}
        progress={progress.value}
      />
    </>
  );
}
