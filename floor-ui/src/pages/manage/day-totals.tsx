import type { ProductionReport } from "@trame/shared";
import type { ComponentChildren } from "preact";
import { useReportWords } from "../../i18n/manage-day.ts";
import { Masked } from "../../ui/desk/masked.tsx";
import { Explain } from "./day-explain.tsx";
import { useScopeName } from "./day-scope-name.ts";
import { Figure } from "./drill-figure.tsx";
import { factTarget } from "./drill-target.ts";

/** Six figures of the whole, each with its formula. */
export function Totals({ report }: { readonly report: ProductionReport }) {
  const i18n = useReportWords();
  const { t, number, ratio } = i18n;
  const { totals, scope } = report;
  const name = useScopeName(report);
  const parts = report.orders.flatMap((order) =>
    order.operations.map((operation) => ({ order, operation })),
  );
  const formula = { kind: "formula", name, totals, parts } as const;
  const facts = (figure: "good" | "rework" | "second" | "scrap") => (
    <Figure
      target={factTarget(scope, { figure, name, value: totals[figure] })}
      text={number(totals[figure])}
    />
  );
  const { formulas } = t.report;
  return (
    <dl class="totals">
      <Total name={t.report.good} formula={formulas.good}>
        {facts("good")}
      </Total>
      <Total name={t.report.rework} formula={formulas.rework}>
        {facts("rework")}
      </Total>
      <Total name={t.report.scrapAndSecond} formula={formulas.scrap}>
        {facts("scrap")}
        {" · "}
        {facts("second")}
      </Total>
      <Total name={t.report.earned} formula={formulas.earned}>
        <Figure target={{ ...formula, figure: "earned" }} text={number(totals.earnedMinutes)} />
        <small>
          {"/ "}
          {totals.attendedMinutes === null ? (
            <Masked reason={t.report.masked} />
          ) : (
            <Figure
              target={{ ...formula, figure: "attended" }}
              text={number(totals.attendedMinutes)}
            />
          )}
        </small>
      </Total>
      <Total name={t.report.efficiency} formula={formulas.efficiency}>
        {totals.masked === null ? (
          <Figure target={{ ...formula, figure: "efficiency" }} text={ratio(totals.efficiency)} />
        ) : (
          <Masked reason={t.report.masked} />
        )}
      </Total>
      <Total name={t.report.performance} formula={formulas.performance}>
        {totals.masked === null ? (
          <Figure target={{ ...formula, figure: "performance" }} text={ratio(totals.performance)} />
        ) : (
          <Masked reason={t.report.masked} />
        )}
      </Total>
    </dl>
  );
}

function Total(props: {
  readonly name: string;
  readonly formula: string;
  readonly children: ComponentChildren;
}) {
  const { name, formula, children } = props;
  return (
    <div>
      <dt>
        <span title={formula}>{name}</span>
        <Explain name={name} formula={formula} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
