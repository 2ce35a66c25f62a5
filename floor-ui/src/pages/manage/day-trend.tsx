import type { ProductionReport } from "@trame/shared";
import { useReportWords } from "../../i18n/manage-day.ts";
import { ChartBlock } from "../../ui/charts/chart-block.tsx";
import { ColumnChart } from "../../ui/charts/column-chart.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { useHref } from "../href.ts";
import { hourColumns, trendColumns, trendSentence } from "./day-charts-view.ts";
import { pagePath } from "./day-scope.ts";
import { useScopeName } from "./day-scope-name.ts";
import { useDrill } from "./drill-context.ts";
import { factTarget } from "./drill-target.ts";

const HOUR_MS = 3_600_000;

/** The last day beside the twenty before it; each leads to its own report. */
export function TrendPanel({ report }: { readonly report: ProductionReport }) {
  const i18n = useReportWords();
  const href = useHref();
  const { t, number, longDay, ratio } = i18n;
  const { scope, trend } = report;
  const last = trend.at(-1);
  if (last === undefined) return null;
  const pageOf = (day: string) => href(pagePath({ ...scope, from: day, to: day }));
  const { columns } = t.report;
  const table = {
    caption: t.report.trend,
    columns: [columns.day, columns.good, columns.target, columns.efficiency],
    rows: trend.map(({ day, good, target, efficiency }) => ({
      key: day,
      cells: [
        longDay(day),
        number(good),
        target === null ? "—" : number(target),
        ratio(efficiency),
      ],
    })),
  };
  return (
    <Panel
      title={t.report.trendOf({ name: useScopeName(report), days: trend.length })}
      aside={last.target === null ? "" : t.report.target(number(last.target))}
    >
      <ChartBlock table={table} words={t.report}>
        <ColumnChart
          columns={trendColumns(report, i18n)}
          label={trendSentence(report, i18n)}
          format={number}
          link={pageOf}
        />
      </ChartBlock>
    </Panel>
  );
}

/** Output by clock hour; each opens the facts of its hour. */
export function HoursPanel({ report }: { readonly report: ProductionReport }) {
  const i18n = useReportWords();
  const open = useDrill();
  const { t, number, hour } = i18n;
  const columns = hourColumns(report, i18n);
  const best = columns.find(({ isMarked }) => isMarked);
  if (best === undefined) return null;
  const table = {
    caption: t.report.hours,
    columns: [t.report.columns.hour, t.report.columns.pieces],
    rows: columns.map(({ key, value }) => ({ key, cells: [hour(Number(key)), number(value)] })),
  };
  const openHour = (key: string): void => {
    const from = Number(key);
    const value = report.hours.find((each) => each.hour === from)?.pieces ?? 0;
    const keeps = ({ at }: { readonly at: number }) => at >= from && at < from + HOUR_MS;
    open(factTarget(report.scope, { figure: "good", name: hour(from), value, keeps }));
  };
  const label = t.report.hoursSay({ best: hour(Number(best.key)), good: number(best.value) });
  return (
    <Panel title={t.report.hours} aside={t.report.hoursAside}>
      <ChartBlock table={table} words={t.report}>
        <ColumnChart
          columns={columns}
          label={label}
          format={number}
          hasValues={true}
          link={null}
          onOpen={openHour}
        />
      </ChartBlock>
    </Panel>
  );
}
