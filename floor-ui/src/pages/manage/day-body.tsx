import type { ProductionReport, ReportScope } from "@trame/shared";
import { useScreen } from "../../data/screen-context.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { useHref } from "../href.ts";
import { DayByDay } from "./day-by-day.tsx";
import { MatrixPanel } from "./day-matrix.tsx";
import { isEmpty } from "./day-names.ts";
import { DefectsPanel, StopsPanel } from "./day-paretos.tsx";
import { pagePath, spanKind } from "./day-scope.ts";
import { ReportTable } from "./day-table.tsx";
import { Totals } from "./day-totals.tsx";
import { HoursPanel, TrendPanel } from "./day-trend.tsx";

interface BodyProps {
  readonly scope: ReportScope;
  /** null while it is read. */
  readonly report: ProductionReport | null;
}

/** The blocks of a report; the table's head stands while it is read. */
export function ReportBody({ scope, report }: BodyProps) {
  const { t } = useReportWords();
  if (report === null) return <ReportTable report={null} />;
  if (isEmpty(report)) return <Empty report={report} />;
  const isDay = spanKind(scope) === "day";
  return (
    <>
      {report.isRefolding && (
        <p class="rep-note" role="status">
          {t.report.refolding}
        </p>
      )}
      <Totals report={report} />
      <div class="rep-grid">
        <div>
          <ReportTable report={report} />
          <MatrixPanel report={report} />
          {isDay ? <HoursPanel report={report} /> : <DayByDay report={report} />}
        </div>
        <div>
          <TrendPanel report={report} />
          <DefectsPanel report={report} />
          <StopsPanel report={report} />
        </div>
      </div>
    </>
  );
}

function Empty({ report }: { readonly report: ProductionReport }) {
  const { t, date } = useReportWords();
  const href = useHref();
  const { scope, nearest } = report;
  const isDay = spanKind(scope) === "day";
  return (
    <>
      <section class="panel rep-empty">
        <h2>{isDay ? t.report.empty.day : t.report.empty.other}</h2>
        {nearest === null ? (
          <NothingYet />
        ) : (
          <p>
            <a href={href(pagePath({ ...scope, from: nearest, to: nearest }))}>
              {t.report.nearest(date(nearest))}
            </a>
          </p>
        )}
      </section>
      {report.stops.length > 0 && <StopsPanel report={report} />}
    </>
  );
}

/** No day has a piece: what brings the first. */
function NothingYet() {
  const { t } = useReportWords();
  const href = useHref();
  const head = useScreen().picture.store.head.value;
  if (head === null) return null;
  return head.workshop === null ? (
    <p>
      {t.report.empty.noPlan} <a href={href("/start")}>{t.report.empty.start}</a>
    </p>
  ) : (
    <p>
      {t.report.empty.never} <a href={href("/manage/settings/counters")}>{t.report.empty.look}</a>
    </p>
  );
}
