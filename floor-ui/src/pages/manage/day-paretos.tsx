import type { ProductionReport } from "@trame/shared";
import { useCauses } from "../../data/use-causes.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { ChartBlock } from "../../ui/charts/chart-block.tsx";
import { Pareto, type ParetoRow } from "../../ui/charts/pareto.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { defectRows, OTHERS, stopRows } from "./day-charts-view.ts";
import { useDefects } from "./day-defects.ts";
import { Explain } from "./day-explain.tsx";
import { spanKind } from "./day-scope.ts";
import { useScopeName } from "./day-scope-name.ts";
import { Figure } from "./drill-figure.tsx";
import { factTarget } from "./drill-target.ts";

interface PanelProps {
  readonly report: ProductionReport;
}

/** Which defects make most of them, and what inspections came to. */
export function DefectsPanel({ report }: PanelProps) {
  const i18n = useReportWords();
  const { t, tenth, number } = i18n;
  const { quality } = report;
  const rows = defectRows(report, { kinds: useDefects(), i18n });
  const dhu = quality.dhu === null ? "—" : tenth(quality.dhu);
  const title = t.report.defects[spanKind(report.scope) === "day" ? "day" : "other"];
  const aside = t.report.defectsAside({ defects: quality.defects, dhu });
  const columns = [t.report.columns.defect, t.report.columns.pieces, t.report.columns.share];
  return (
    <Panel title={title} aside={quality.inspected > 0 ? aside : ""}>
      {quality.inspected === 0 && <p class="hint">{t.report.noInspection}</p>}
      {quality.inspected > 0 && rows.length === 0 && <p class="hint">{t.report.noDefect}</p>}
      {rows.length > 0 && (
        <Waterfall
          {...{ report, rows, title, columns }}
          figure="defects"
          label={t.report.defectsSay}
          format={number}
        />
      )}
      {quality.inspected > 0 && <Quality report={report} />}
    </Panel>
  );
}

/** Which causes stopped the machines longest. */
export function StopsPanel({ report }: PanelProps) {
  const i18n = useReportWords();
  const { t, number } = i18n;
  const rows = stopRows(report, { causes: useCauses(), i18n });
  const minutes = report.stops.reduce((sum, stop) => sum + stop.minutes, 0);
  const stops = report.stops.reduce((sum, stop) => sum + stop.count, 0);
  const title = t.report.stops[spanKind(report.scope) === "day" ? "day" : "other"];
  const aside = t.report.stopsAside({ minutes: t.report.minutes(number(minutes)), stops });
  const columns = [t.report.columns.cause, t.report.columns.minutes, t.report.columns.share];
  return (
    <Panel title={title} aside={stops > 0 ? aside : ""}>
      {rows.length === 0 && <p class="hint">{t.report.noStop}</p>}
      {rows.length > 0 && (
        <Waterfall
          {...{ report, rows, title, columns }}
          figure="stops"
          label={t.report.stopsSay}
          format={(value) => t.report.minutes(number(value))}
        />
      )}
    </Panel>
  );
}

interface WaterfallProps extends PanelProps {
  readonly rows: readonly ParetoRow[];
  readonly figure: "defects" | "stops";
  readonly title: string;
  readonly columns: readonly string[];
  readonly label: (said: { first: string; share: string }) => string;
  readonly format: (value: number) => string;
}

function Waterfall({ report, rows, figure, title, columns, label, format }: WaterfallProps) {
  const { t, whole } = useReportWords();
  const [first] = rows;
  const table = {
    caption: title,
    columns,
    rows: rows.map(({ key, name, value, upTo }) => ({
      key,
      cells: [name, format(value), whole(upTo)],
    })),
  };
  const shown = new Set(rows.map(({ key }) => key));
  const targetOf = ({ key, name, value }: ParetoRow) =>
    factTarget(report.scope, {
      ...{ figure, name, value },
      keeps: ({ what }) => (key === OTHERS ? !shown.has(what ?? "") : (what ?? "") === key),
    });
  return (
    <ChartBlock table={table} words={t.report}>
      <Pareto
        rows={rows}
        label={label({ first: first?.name ?? "", share: whole(first?.share ?? 0) })}
        upTo={t.report.upTo}
        percent={whole}
        figure={(row) => <Figure target={targetOf(row)} text={format(row.value)} />}
      />
    </ChartBlock>
  );
}

function Quality({ report }: PanelProps) {
  const { t, number, ratio, tenth } = useReportWords();
  const name = useScopeName(report);
  const { scope, quality } = report;
  const { formulas } = t.report;
  const inspected = factTarget(scope, { figure: "inspected", name, value: quality.inspected });
  return (
    <dl class="quality">
      <div>
        <dt>
          {t.report.firstPass}
          <Explain name={t.report.firstPass} formula={formulas.firstPass} />
        </dt>
        <dd>{ratio(quality.firstPassYield)}</dd>
      </div>
      <div>
        <dt>
          <abbr title={t.report.dhuLong}>{t.report.dhu}</abbr>
          <Explain name={t.report.dhuLong} formula={formulas.dhu} />
        </dt>
        <dd>{quality.dhu === null ? "—" : tenth(quality.dhu)}</dd>
      </div>
      <div>
        <dt>{t.report.inspected}</dt>
        <dd>
          <Figure target={inspected} text={number(quality.inspected)} />
        </dd>
      </div>
    </dl>
  );
}
