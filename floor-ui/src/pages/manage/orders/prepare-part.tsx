import { useCan } from "../../../data/session/use-session.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { BundlesPanel } from "../../prepare/bundles-panel.tsx";
import { CutPanel } from "../../prepare/cut-panel.tsx";
import { sum } from "../../prepare/progress-view.ts";
import type { OrderReads } from "./order-page.tsx";
import { stylesOf } from "./order-styles.ts";

/** Cutting, and the bundles with their tickets. */
export function PreparePart({ reads }: { readonly reads: OrderReads }) {
  const { t } = useOrdersWords();
  const canWrite = useCan("orders.write");
  const { order, progress, reload } = reads;
  const styles = stylesOf(reads);
  return (
    <>
      {canWrite &&
        order.state !== "closed" &&
        styles.map(({ style, name, routing }) => (
          <CutPanel
            key={style.styleId}
            orderId={order.id}
            title={t.order.cutTitle(name)}
            style={style}
            routing={routing}
            onCut={reload}
          />
        ))}
      <BundlesPanel
        key={styles.map(({ style }) => sum(style.quantities, "cut")).join(" ")}
        orderId={order.id}
        progress={progress}
      />
    </>
  );
}
