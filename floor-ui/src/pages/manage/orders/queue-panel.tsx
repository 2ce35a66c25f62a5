import type { QueueRow } from "../../../data/desk/order-rows.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { Meter } from "../../../ui/charts/meter.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Glyph } from "../../../ui/glyph.tsx";
import { type OperationRow, operationRows, sum } from "../../prepare/progress-view.ts";
import type { OrderStyleView } from "./order-styles.ts";

/** Each operation: what waits before it, for how long at its pace, and what it did. */
export function QueuePanel(props: {
  readonly view: OrderStyleView;
  readonly queues: readonly QueueRow[];
}) {
  const { style, name, routing } = props.view;
  const { t } = useOrdersWords();
  const queues = props.queues.filter(({ styleId }) => styleId === style.styleId);
  const cut = sum(style.quantities, "cut");
  const rows = operationRows(style.operations, { cut, routing });
  const ordered = sum(style.quantities, "ordered");
  const longest = Math.max(...queues.filter(({ isEntry }) => !isEntry).map((q) => hoursOf(q) ?? 0));
  const title = t.order.operations(name);
  return (
    <Panel title={title} aside={<span>{t.order.version(style.routingVersion)}</span>}>
      <Scroll name={title}>
        <table class="rep ops">
          <thead>
            <tr>
              <th scope="col">{t.order.operation}</th>
              <th scope="col">{t.ordersDesk.waiting}</th>
              <th scope="col">{t.ordersDesk.waitingHours}</th>
              <th scope="col">{t.order.inProcess}</th>
              <th scope="col">{t.prepare.rework}</th>
              <th scope="col">{t.prepare.scrap}</th>
              <th scope="col">{t.prepare.good}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line
                key={row.code}
                row={row}
                queue={queues.find(({ code }) => code === row.code)}
                share={ordered === 0 ? 0 : row.good / ordered}
                longest={longest}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

/** Working hours that what waits takes at the operation's own pace; null when unknown. */
function hoursOf({ waiting, perHour }: QueueRow): number | null {
  if (waiting === 0) return 0;
  return perHour === null || perHour <= 0 ? null : waiting / perHour;
}

interface LineProps {
  readonly row: OperationRow;
  readonly queue: QueueRow | undefined;
  /** Of what was ordered. */
  readonly share: number;
  /** Of the operations of the style, hours. */
  readonly longest: number;
}

function Line({ row, queue, share, longest }: LineProps) {
  const { t, number, words, tenth } = useOrdersWords();
  const hours = queue === undefined ? null : hoursOf(queue);
  const isLongest = queue !== undefined && !queue.isEntry && longest > 0 && hours === longest;
  return (
    <tr>
      <th scope="row">
        <span class="op-code">{row.code}</span> {words(row.label)}
        {row.deduced > 0 && <small> {t.order.deduced(row.deduced)}</small>}{" "}
        {isLongest && (
          <span class="tag longest">
            <Glyph shape="bottleneck" />
            {t.ordersDesk.longest}
          </span>
        )}
      </th>
      <td>
        {number(queue?.waiting ?? 0)}
        {queue !== undefined && queue.bundles > 0 && (
          <small>{t.ordersDesk.bundlesOf(queue.bundles)}</small>
        )}
      </td>
      <td>{hours === null || hours === 0 ? "—" : t.ordersDesk.hours(tenth(hours))}</td>
      <td>{number(row.inProcess)}</td>
      <td class={row.rework === 0 ? "zero" : ""}>{number(row.rework)}</td>
      <td class={row.scrap === 0 ? "zero" : ""}>{number(row.scrap)}</td>
      <td class="with-meter">
        <Meter ratio={share} />
        {number(row.good)}
      </td>
    </tr>
  );
}
