import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import type { OrderReads } from "./order-page.tsx";
import { stylesOf } from "./order-styles.ts";
import { QuantityMatrix } from "./quantity-matrix.tsx";
import { QueuePanel } from "./queue-panel.tsx";

/** How far each size and colour is, and what waits before each operation. */
export function ProgressPart({ reads }: { readonly reads: OrderReads }) {
  const { t, range, tenth } = useOrdersWords();
  const { forecast } = reads.glance;
  return (
    <>
      {stylesOf(reads).map((view) => (
        <div class="style-progress" key={view.style.styleId}>
          <QuantityMatrix view={view} />
          <QueuePanel view={view} queues={reads.glance.queues} />
        </div>
      ))}
      <details class="formula">
        <summary>{t.ordersDesk.howTold}</summary>
        <p class="about">
          {t.ordersDesk.formula}{" "}
          {forecast.perHour !== null &&
            t.ordersDesk.basis({
              perHour: tenth(forecast.perHour),
              hours: tenth(forecast.hours),
              days: range(forecast.days),
            })}
        </p>
        <p class="about">{t.ordersDesk.delayRule}</p>
      </details>
    </>
  );
}
