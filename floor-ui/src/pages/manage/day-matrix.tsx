import type { OrderReport, ProductionReport, Style } from "@trame/shared";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { OrderProgress } from "../../data/desk/rows.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { Scroll } from "../../ui/desk/scroll.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { CellTable } from "./day-cells.tsx";
import { type CellView, matrixOf } from "./day-matrix-view.ts";
import { orderName } from "./day-names.ts";

/** Size by colour of one order, the largest of the report first. */
export function MatrixPanel({ report }: { readonly report: ProductionReport }) {
  const i18n = useReportWords();
  const { t } = i18n;
  const [picked, setPicked] = useState(0);
  const orders = report.orders.filter(({ orderId }) => orderId !== null);
  const order = orders[picked] ?? orders[0];
  if (order === undefined) return null;
  return (
    <section class="panel">
      <OrderMatrix key={`${order.orderId} ${order.styleId}`} report={report} order={order}>
        {orders.length > 1 && (
          <select
            class="mx-pick"
            aria-label={t.report.matrixOf}
            value={String(orders.indexOf(order))}
            onChange={(event) => setPicked(Number(event.currentTarget.value))}
          >
            {orders.map((each, index) => (
              <option key={`${each.orderId} ${each.styleId}`} value={String(index)}>
                {orderName(each, i18n)}
              </option>
            ))}
          </select>
        )}
      </OrderMatrix>
    </section>
  );
}

/** `children` chooses another order. */
function OrderMatrix(props: {
  readonly report: ProductionReport;
  readonly order: OrderReport;
  readonly children: ComponentChildren;
}) {
  const { report, order, children } = props;
  const { t, number, whole } = useReportWords();
  const { orderId, styleId } = order;
  const path = `/api/v1/orders/${encodeURIComponent(orderId ?? "")}/progress`;
  const progress = useRead<OrderProgress>(path);
  const own = progress.value?.styles.find((style) => style.styleId === styleId);
  const matrix = matrixOf(own?.quantities ?? null, order.cells);
  const title = t.report.bySize(t.report.order(orderId ?? ""));
  const { good, ordered } = matrix.total;
  return (
    <>
      <header class="panel-head">
        <h2>{title}</h2>
        {children}
        {ordered !== null && ordered > 0 && (
          <p class="aside">
            {t.report.doneOf({ done: good, of: number(ordered), share: whole(good / ordered) })}
          </p>
        )}
      </header>
      <Scroll name={title}>
        <table class="mx" aria-label={title}>
          <Colours styleId={styleId} colours={matrix.colours} />
          <tbody>
            {matrix.rows.map(({ size, cells, total }) => (
              <tr key={size}>
                <th scope="row">{size}</th>
                {cells.map((cell, index) => (
                  <Cell key={matrix.colours[index]} cell={cell} />
                ))}
                {matrix.colours.length > 1 && <Cell cell={total} isTotal />}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="hint">{progress.refusal === null ? t.report.matrixHint : t.report.matrixAlone}</p>
      <CellTable report={report} order={order} />
    </>
  );
}

function Colours(props: { readonly styleId: string | null; readonly colours: readonly string[] }) {
  const { styleId, colours } = props;
  const { t } = useReportWords();
  const style = useRead<{ styles: Style[] }>("/api/v1/styles");
  const known = style.value?.styles.find(({ id }) => id === styleId)?.colours ?? [];
  return (
    <thead>
      <tr>
        <td />
        {colours.map((colour) => (
          <th key={colour} scope="col">
            <Swatch of={known.find(({ name }) => name === colour)?.swatch} />
            {colour}
          </th>
        ))}
        {colours.length > 1 && <th scope="col">{t.report.total}</th>}
      </tr>
    </thead>
  );
}

function Swatch({ of }: { readonly of: string | undefined }) {
  return of === undefined ? null : <i class="dot" style={{ background: of }} aria-hidden="true" />;
}

function Cell(props: { readonly cell: CellView | null; readonly isTotal?: boolean }) {
  const { cell, isTotal = false } = props;
  const { number } = useReportWords();
  if (cell === null) return <td class="vacant" />;
  const { good, ordered } = cell;
  const isFull = ordered !== null && ordered > 0 && good >= ordered;
  return (
    <td class={`${isFull ? "full" : ""} ${isTotal ? "total" : ""}`}>
      <div>
        <b>
          {isFull && <Glyph shape="ok" />}
          {number(good)}
        </b>
        {ordered !== null && <span>{number(ordered)}</span>}
      </div>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={100 * Math.min(1, good / Math.max(1, ordered ?? good))} height="6" />
      </svg>
    </td>
  );
}
