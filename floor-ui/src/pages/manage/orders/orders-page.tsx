import type { Style } from "@trame/shared";
import { useState } from "preact/hooks";
import type { OrderGlance } from "../../../data/desk/order-rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { useHref } from "../../href.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { NewOrderPanel } from "../../prepare/new-order.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { OrderTable } from "./order-table.tsx";
import "../../../styles/manage-orders.css";

/** `/manage/orders`: all orders at a glance, and a new one. */
export function OrdersPage() {
  const { t } = useOrdersWords();
  return (
    <DeskFrame page="orders" title={t.prepare.pages.orders}>
      <Orders />
    </DeskFrame>
  );
}

function Orders() {
  const { t } = useOrdersWords();
  const canWrite = useCan("orders.write");
  const [isAll, setAll] = useState(false);
  const [isNew, setNew] = useState(false);
  const orders = useRead<{ orders: OrderGlance[] }>(
    `/api/v1/orders/overview?state=${isAll ? "all" : "open"}`,
  );
  const styles = useRead<{ styles: Style[] }>("/api/v1/styles");
  const rows = orders.value?.orders.toSorted(soonestFirst);
  const known = styles.value?.styles ?? [];
  return (
    <>
      <div class="page-tools">
        {canWrite && known.length > 0 && (
          <button type="button" class="act" aria-expanded={isNew} onClick={() => setNew(!isNew)}>
            <DeskIcon name="plus" />
            {t.orders.add}
          </button>
        )}
        <button type="button" class="plain" aria-pressed={isAll} onClick={() => setAll(!isAll)}>
          {t.orders.showClosed}
        </button>
      </div>
      {canWrite && styles.value !== null && known.length === 0 && <NoStyle />}
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
        {rows !== undefined && rows.length > 0 && (
          <>
            <OrderTable rows={rows} />
            <details class="formula">
              <summary>{t.ordersDesk.howTold}</summary>
              <p class="about">{t.ordersDesk.formula}</p>
              <p class="about">{t.ordersDesk.delayRule}</p>
            </details>
          </>
        )}
      </Panel>
    </>
  );
}

function NoStyle() {
  const { t } = useOrdersWords();
  const href = useHref();
  return (
    <p class="panel">
      <span>
        {t.orders.noStyle} <a href={href("/prepare/import")}>{t.orders.noStyleImport}</a>{" "}
        {t.orders.or} <a href={href("/prepare/styles")}>{t.orders.noStyleMake}</a>
      </span>
    </p>
  );
}

/** What is due first; closed ones, which nobody waits for, at the end with the latest first. */
function soonestFirst(one: OrderGlance, other: OrderGlance): number {
  const closed = Number(one.state === "closed") - Number(other.state === "closed");
  const due = one.dueOn.localeCompare(other.dueOn);
  return closed || (one.state === "closed" ? -due : due) || one.id.localeCompare(other.id);
}
