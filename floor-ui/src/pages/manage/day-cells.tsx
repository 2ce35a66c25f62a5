import type { CellReport, OrderReport, ProductionReport } from "@trame/shared";
import { useReportWords } from "../../i18n/manage-day.ts";
import { Masked } from "../../ui/desk/masked.tsx";
import { Scroll } from "../../ui/desk/scroll.tsx";
import { orderName } from "./day-names.ts";
import { filterOf, Pieces } from "./day-table.tsx";

interface CellsProps {
  readonly report: ProductionReport;
  readonly order: OrderReport;
}

/** What the report's days came to by size and colour: the matrix above it tells what is done since the beginning. */
export function CellTable({ report, order }: CellsProps) {
  const { t } = useReportWords();
  const { columns } = t.report;
  const title = t.report.cells(report.scope.from === report.scope.to);
  const names = [
    ...[columns.good, columns.rework, columns.scrap, columns.second],
    ...[columns.earned, columns.attended, columns.efficiency, columns.performance],
  ];
  if (order.cells.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Scroll name={title}>
        <table class="rep" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t.report.cell}</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.cells.map((cell) => (
              <CellRow key={`${cell.size} ${cell.colour}`} {...{ report, order, cell }} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

function CellRow({ report, order, cell }: CellsProps & { readonly cell: CellReport }) {
  const i18n = useReportWords();
  const { t, number, ratio } = i18n;
  const { size, colour, totals } = cell;
  const name = `${size} ${colour}`;
  const filter = { ...filterOf(order), size, colour };
  const { attendedMinutes: attended, efficiency, performance } = totals;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Pieces {...{ report, totals, filter }} name={`${name}, ${orderName(order, i18n)}`} />
      <td>{number(totals.earnedMinutes)}</td>
      {[attended === null ? null : number(attended), ratio(efficiency), ratio(performance)].map(
        (text, index) => (
          <td key={index}>{attended === null ? <Masked reason={t.report.masked} /> : text}</td>
        ),
      )}
    </tr>
  );
}
