import { useEffect, useState } from "preact/hooks";
import { useScreen } from "../../data/screen-context.ts";
import { useReportWords } from "../../i18n/manage-day.ts";

/** On paper only: how figures are computed, and when it was printed. */
export function ReportFoot() {
  const { t, time, fullDay, dayOf } = useReportWords();
  const { picture } = useScreen();
  const [printedAt, setPrintedAt] = useState(Date.now());
  useEffect(() => {
    const note = () => setPrintedAt(picture.now.peek() ?? Date.now());
    addEventListener("beforeprint", note);
    return () => removeEventListener("beforeprint", note);
  }, [picture]);
  const { formulas } = t.report;
  const lines = [
    [t.report.good, formulas.good],
    [t.report.earned, formulas.earned],
    [t.report.attended, t.report.attendedHow],
    [t.report.efficiency, formulas.efficiency],
    [t.report.performance, formulas.performance],
    [t.report.dhu, formulas.dhu],
    [t.report.firstPass, formulas.firstPass],
  ] as const;
  return (
    <footer class="rep-foot">
      {lines.map(([name, formula]) => (
        <p key={name}>
          <b>{name}</b> {formula}
        </p>
      ))}
      <p>{t.report.printed({ day: fullDay(dayOf(printedAt)), time: time(printedAt) })}</p>
    </footer>
  );
}
