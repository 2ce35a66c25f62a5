import type { ReportTotals } from "@trame/shared";
import { useReportWords } from "../../i18n/manage-day.ts";
import { operationLabel, operationName, orderName, standardText, toldText } from "./day-names.ts";
import type { FormulaTarget } from "./drill-target.ts";

/** The formula with its figures in it, and what each operation adds. */
export function DrillFormula({ target }: { readonly target: FormulaTarget }) {
  const { t, number, ratio } = useReportWords();
  const { totals, figure } = target;
  const earned = number(totals.earnedMinutes);
  const attended = toldText(totals.attendedMinutes, number);
  const worked = toldText(totals.onStandardMinutes, number);
  return (
    <>
      <p>{figure === "attended" ? t.report.attendedHow : t.report.formulas[figure]}</p>
      {figure === "efficiency" && (
        <p class="drill-sum">
          {t.drill.ratio({ part: earned, whole: attended, result: ratio(totals.efficiency) })}
        </p>
      )}
      {figure === "performance" && (
        <p class="drill-sum">
          {t.drill.ratio({ part: earned, whole: worked, result: ratio(totals.performance) })}
        </p>
      )}
      <Parts target={target} />
      {figure !== "earned" && target.parts.some(isMasked) && (
        <p class="rep-masked">{t.report.maskedNote}</p>
      )}
    </>
  );
}

type Part = FormulaTarget["parts"][number];

function isMasked({ operation }: Part): boolean {
  return operation.totals.masked !== null;
}

function stoppedOf({ attendedMinutes, onStandardMinutes }: ReportTotals): number | null {
  const isTold = attendedMinutes !== null && onStandardMinutes !== null;
  return isTold ? attendedMinutes - onStandardMinutes : null;
}

/** Each operation, with what it adds; the last row is the figure. */
function Parts({ target: { parts, totals, figure } }: { readonly target: FormulaTarget }) {
  const i18n = useReportWords();
  const { t, number } = i18n;
  const { columns } = t.report;
  const hasPieces = figure !== "attended";
  return (
    <table class="drill-parts" aria-label={t.drill.parts}>
      <thead>
        <tr>
          <th scope="col">{t.drill.operation}</th>
          {hasPieces && <th scope="col">{t.drill.times}</th>}
          {hasPieces && <th scope="col">{columns.earned}</th>}
          {figure !== "earned" && <th scope="col">{columns.attended}</th>}
          {figure === "performance" && <th scope="col">{t.drill.stopped}</th>}
        </tr>
      </thead>
      <tbody>
        {parts.map(({ order, operation }) => {
          const own = operation.totals;
          const times = { good: number(own.good), standard: standardText(operation, i18n) };
          return (
            <tr key={operationName(order, operation, i18n)}>
              <th scope="row">
                {operationLabel(operation, t)}
                <small>{orderName(order, i18n)}</small>
              </th>
              {hasPieces && <td>{t.drill.pieceTimes(times)}</td>}
              {hasPieces && <td>{number(own.earnedMinutes)}</td>}
              {figure !== "earned" && <td>{toldText(own.attendedMinutes, number)}</td>}
              {figure === "performance" && <td>{toldText(stoppedOf(own), number)}</td>}
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.report.total}</th>
          {hasPieces && <td />}
          {hasPieces && <td>{number(totals.earnedMinutes)}</td>}
          {figure !== "earned" && <td>{toldText(totals.attendedMinutes, number)}</td>}
          {figure === "performance" && <td>{toldText(stoppedOf(totals), number)}</td>}
        </tr>
      </tfoot>
    </table>
  );
}
