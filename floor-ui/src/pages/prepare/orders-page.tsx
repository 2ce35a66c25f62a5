import type { Style } from "@trame/shared";
import { useState } from "preact/hooks";
import type { OrderProgress, OrderRow } from "../../data/desk/rows.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Bar } from "../../ui/desk/bar.tsx";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { useHref } from "../href.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { NewOrderPanel } from "./new-order.tsx";
import { orderTotals } from "./progress-view.ts";
import { Waiting } from "./said.tsx";

/** `/prepare`: the orders, and a new one. */
export function OrdersPage() {
  const { t } = useDeskWords();
  return (
    <DeskFrame page="orders" title={t.prepare.pages.orders}>
      <Orders />
    </DeskFrame>
  );
}

function Orders() {
  const { t } = useDeskWords();
  const href = useHref();
  const [isAll, setAll] = useState(false);
  const [isNew, setNew] = useState(false);
  const orders = useRead<{ orders: OrderRow[] }>(`/api/v1/orders?state=${isAll ? "all" : "open"}`);
  const styles = useRead<{ styles: Style[] }>("/api/v1/styles");
  const rows = orders.value?.orders;
  const known = styles.value?.styles ?? [];
  const hasNoStyle = styles.value !== null && known.length === 0;
  return (
    <>
      <div class="page-tools">
        {known.length > 0 && (
          <button type="button" class="act" aria-expanded={isNew} onClick={() => setNew(!isNew)}>
            <DeskIcon name="plus" />
            {t.orders.add}
          </button>
        )}
        <button type="button" class="plain" aria-pressed={isAll} onClick={() => setAll(!isAll)}>
          {t.orders.showClosed}
        </button>
      </div>
      {hasNoStyle && (
        <p class="panel">
          {t.orders.noStyle} <a href={href("/prepare/import")}>{t.orders.noStyleImport}</a>{" "}
          {t.orders.or} <a href={href("/prepare/styles")}>{t.orders.noStyleMake}</a>
        </p>
      )}
      {isNew && (
        <NewOrderPanel
          styles={known}
          onTaken={() => {
            setNew(false);
            orders.reload();
          }}
        />
      )}
      <Panel title={isAll ? t.orders.all : t.orders.open} aside={<span>{rows?.length ?? ""}</span>}>
        <Waiting reading={orders} />
        {rows?.length === 0 && <p class="about">{t.orders.none}</p>}
        {rows !== undefined && rows.length > 0 && <OrderTable rows={rows} styles={known} />}
      </Panel>
    </>
  );
}

function OrderTable(props: {
  readonly rows: readonly OrderRow[];
  readonly styles: readonly Style[];
}) {
  const { t } = useDeskWords();
  return (
    <div class="scroll">
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{t.orders.number}</th>
            <th scope="col">{t.orders.customer}</th>
            <th scope="col">{t.orders.style}</th>
            <th scope="col">{t.orders.due}</th>
            <th scope="col">{t.orders.state}</th>
            <th scope="col">{t.orders.progress}</th>
            <th scope="col" class="amount">
              {t.orders.bundles}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <OrderLine key={row.id} row={row} styles={props.styles} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OrderLine({ row, styles }: { readonly row: OrderRow; readonly styles: readonly Style[] }) {
  const { t, number, day } = useDeskWords();
  const href = useHref();
  const { value } = useRead<OrderProgress>(`/api/v1/orders/${row.id}/progress`);
  const totals = value === null ? null : orderTotals(value);
  const names = row.styles.map(
    ({ styleId }) => styles.find(({ id }) => id === styleId)?.name ?? styleId,
  );
  const state = value?.state ?? row.state;
  return (
    <tr>
      <th scope="row">
        <a href={href(`/prepare/orders/${row.id}`)}>{row.id}</a>
      </th>
      <td>
        {row.customer}
        {row.reference !== undefined && <small>{row.reference}</small>}
      </td>
      <td>{names.join(", ")}</td>
      <td class="nowrap">{day(row.dueOn)}</td>
      <td>
        <span class={`tag state-${state}`}>{t.orders.states[state]}</span>
      </td>
      <td class="progress">
        {totals !== null && (
          <>
            <span>{t.orders.doneOf({ done: totals.good, of: number(totals.ordered) })}</span>
            <Bar
              done={totals.good}
              of={totals.ordered}
              label={t.orders.doneOf({ done: totals.good, of: number(totals.ordered) })}
            />
          </>
        )}
      </td>
      <td class="amount">{totals === null ? "" : number(totals.bundles)}</td>
    </tr>
  );
}
