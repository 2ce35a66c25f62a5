import {
  NO_ORDER,
  type OperationReport,
  type OrderReport,
  type ProductionReport,
  type ReportTotals,
} from "@trame/shared";
import { useReportWords } from "../../i18n/manage-day.ts";
import { Meter } from "../../ui/charts/meter.tsx";
import { Masked } from "../../ui/desk/masked.tsx";
import { Scroll } from "../../ui/desk/scroll.tsx";
import {
  hasMasked,
  operationLabel,
  operationName,
  orderName,
  orderStandard,
  standardText,
} from "./day-names.ts";
import { useScopeName } from "./day-scope-name.ts";
import { Figure } from "./drill-figure.tsx";
import { type FactFilter, factTarget } from "./drill-target.ts";

const PIECES = ["good", "rework", "scrap", "second"] as const;

/** Order by operation, with the whole below; the header stands while it is read. */
export function ReportTable({ report }: { readonly report: ProductionReport | null }) {
  const { t } = useReportWords();
  return (
    <section class="panel rep-panel">
      <Scroll name={t.report.table}>
        <table class="rep" aria-label={t.report.table}>
          <Head />
          {report === null ? <Reading /> : <Rows report={report} />}
        </table>
      </Scroll>
      {report !== null && hasMasked(report) && <p class="rep-masked">{t.report.maskedNote}</p>}
    </section>
  );
}

function Head() {
  const { columns } = useReportWords().t.report;
  const names = [
    ...[columns.good, columns.rework, columns.scrap, columns.second, columns.standard],
    ...[columns.earned, columns.attended, columns.efficiency, columns.performance],
  ];
  return (
    <thead>
      <tr>
        <th scope="col">{columns.name}</th>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Reading() {
  const { t } = useReportWords();
  return (
    <tbody>
      <tr>
        <td colSpan={10} class="rep-reading">
          {t.report.reading}
        </td>
      </tr>
    </tbody>
  );
}

function Rows({ report }: { readonly report: ProductionReport }) {
  const parts = report.orders.flatMap((order) =>
    order.operations.map((operation) => ({ order, operation })),
  );
  const name = useScopeName(report);
  return (
    <>
      {report.orders.map((order) => (
        <tbody key={`${order.orderId} ${order.styleId}`}>
          <OrderRow report={report} order={order} />
          {order.operations.map((operation) => (
            <OperationRow
              key={`${operation.code} ${operation.operation}`}
              {...{ report, order, operation }}
            />
          ))}
        </tbody>
      ))}
      <tbody>
        <tr class="all">
          <th scope="row">{name}</th>
          <Pieces report={report} name={name} totals={report.totals} filter={{}} />
          <td />
          <Minutes name={name} totals={report.totals} parts={parts} />
        </tr>
      </tbody>
    </>
  );
}

interface OrderProps {
  readonly report: ProductionReport;
  readonly order: OrderReport;
}

function OrderRow({ report, order }: OrderProps) {
  const i18n = useReportWords();
  const name = orderName(order, i18n);
  const standard = orderStandard(order);
  const parts = order.operations.map((operation) => ({ order, operation }));
  return (
    <tr class="sum">
      <th scope="rowgroup">{name}</th>
      <Pieces report={report} name={name} totals={order.totals} filter={filterOf(order)} />
      <td>{standard === null ? "" : i18n.hundredth(standard)}</td>
      <Minutes name={name} totals={order.totals} parts={parts} />
    </tr>
  );
}

function OperationRow(props: OrderProps & { readonly operation: OperationReport }) {
  const { report, order, operation } = props;
  const i18n = useReportWords();
  const { code, totals } = operation;
  const name = operationName(order, operation, i18n);
  const filter = { ...filterOf(order), operation: code ?? operation.operation };
  return (
    <tr>
      <th scope="row">
        <span class="op-code">{code}</span> {operationLabel(operation, i18n.t)}
      </th>
      <Pieces report={report} name={name} totals={totals} filter={filter} />
      <td>{standardText(operation, i18n)}</td>
      <Minutes name={name} totals={totals} parts={[{ order, operation }]} hasMeter />
    </tr>
  );
}

/** Of an order, or of what no order explains. */
export function filterOf({ orderId, styleId }: OrderReport): FactFilter {
  return { orderId: orderId ?? NO_ORDER, ...(styleId !== null && { styleId }) };
}

/** Four figures in cells, each with the facts behind it. */
export function Pieces(props: {
  readonly report: ProductionReport;
  readonly name: string;
  readonly totals: ReportTotals;
  readonly filter: FactFilter;
}) {
  const { report, name, totals, filter } = props;
  const { number } = useReportWords();
  return PIECES.map((figure) => (
    <td key={figure}>
      <Figure
        target={factTarget(report.scope, { figure, name, value: totals[figure], filter })}
        text={number(totals[figure])}
      />
    </td>
  ));
}

function Minutes(props: {
  readonly name: string;
  readonly totals: ReportTotals;
  readonly parts: readonly { readonly order: OrderReport; readonly operation: OperationReport }[];
  readonly hasMeter?: boolean;
}) {
  const { name, totals, parts, hasMeter = false } = props;
  const { t, number, ratio } = useReportWords();
  const about = { kind: "formula", name, totals, parts } as const;
  const { attendedMinutes: attended } = totals;
  const earned = (
    <td>
      <Figure target={{ ...about, figure: "earned" }} text={number(totals.earnedMinutes)} />
    </td>
  );
  if (attended === null) {
    return [
      earned,
      ...(["attended", "efficiency", "performance"] as const).map((column) => (
        <td key={column}>
          <Masked reason={t.report.masked} />
        </td>
      )),
    ];
  }
  return (
    <>
      {earned}
      <td>
        <Figure target={{ ...about, figure: "attended" }} text={number(attended)} />
      </td>
      <td>
        {hasMeter && <Meter ratio={totals.efficiency} />}
        <Figure target={{ ...about, figure: "efficiency" }} text={ratio(totals.efficiency)} />
      </td>
      <td>
        <Figure target={{ ...about, figure: "performance" }} text={ratio(totals.performance)} />
      </td>
    </>
  );
}
