import type { ProductionReport, ReportScope } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type Reading, useRead } from "../../data/desk/use-read.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { DeskFrame } from "../prepare/desk-frame.tsx";
import { Refused } from "../prepare/said.tsx";
import { ReportBody } from "./day-body.tsx";
import { ReportFoot } from "./day-foot.tsx";
import { ReportHead } from "./day-head.tsx";
import { readScope, reportPath, spanKind } from "./day-scope.ts";
import { isRunning } from "./day-state.ts";
import { DrillContext } from "./drill-context.ts";
import { DrillPanel } from "./drill-panel.tsx";
import type { DrillTarget } from "./drill-target.ts";
import "../../styles/manage-day.css";
import "../../styles/manage-head.css";
import "../../styles/manage-table.css";
import "../../styles/manage-matrix.css";
import "../../styles/manage-charts.css";
import "../../styles/manage-drill.css";
import "../../styles/manage-print.css";

/** What a day that goes on comes to is asked again. ms */
const LOOK_EVERY_MS = 30_000;

/** `/manage?day=` and `/manage/period?from&to`, of the workshop or of a `line`, an `order`, a `style`. */
export function DayPage() {
  const { query } = useLocation();
  const { t, dayOf } = useReportWords();
  const { store } = useScreen().picture;
  const today = store.head.value?.day ?? dayOf(Date.now());
  const scope = readScope(query, today);
  return (
    <DeskFrame page="day" title={t.report.titles[spanKind(scope)]} hasOwnHead={true}>
      <Report scope={scope} />
    </DeskFrame>
  );
}

function Report({ scope }: { readonly scope: ReportScope }) {
  const path = reportPath(scope);
  const reading = useRead<ProductionReport>(path);
  const [target, setTarget] = useState<DrillTarget | null>(null);
  useLookingAgain(reading);
  return (
    <DrillContext.Provider value={setTarget}>
      <div class="rep-page">
        <WorkshopName />
        <ReportHead scope={scope} reading={reading} />
        {reading.value === null && reading.refusal !== null ? (
          <Unread reading={reading} />
        ) : (
          <ReportBody scope={scope} report={reading.value} />
        )}
        <ReportFoot />
      </div>
      {target !== null && (
        <DrillPanel
          key={target.kind === "facts" ? target.path : `${target.figure} ${target.name}`}
          target={target}
          onClose={() => setTarget(null)}
          onReload={() => {
            setTarget(null);
            reading.reload();
          }}
        />
      )}
    </DrillContext.Provider>
  );
}

/** On paper only, where no menu says whose report it is. */
function WorkshopName() {
  const { store } = useScreen().picture;
  return <p class="rep-workshop">{store.head.value?.workshop?.name}</p>;
}

function Unread({ reading }: { readonly reading: Reading<ProductionReport> }) {
  const { t } = useReportWords();
  if (reading.refusal === null) return null;
  return (
    <section class="panel">
      <Refused refusal={reading.refusal} />
      <p>
        <button type="button" class="plain" onClick={reading.reload}>
          {t.report.again}
        </button>
      </p>
    </section>
  );
}

/** While its day goes on, while days are counted again, and while nobody answers. */
function useLookingAgain({ value, refusal, reload }: Reading<ProductionReport>): void {
  const isMoving = refusal !== null || (value !== null && (value.isRefolding || isRunning(value)));
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(reload, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isMoving, reload]);
}
