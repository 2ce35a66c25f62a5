import type { ProductionReport, TrendDay } from "@trame/shared";
import { useState } from "preact/hooks";
import type { DeskRefusal } from "../../data/desk/desk-api.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { Masked } from "../../ui/desk/masked.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { Scroll } from "../../ui/desk/scroll.tsx";
import { useHref } from "../href.ts";
import { Refused } from "../prepare/said.tsx";
import { addDays, pagePath, reportPath } from "./day-scope.ts";

const MINUTE_COLUMNS = ["attended", "efficiency", "performance"] as const;

/** A row for each day of the period with anything in it, the latest first; days before those that came along are read when asked for. */
export function DayByDay({ report }: { readonly report: ProductionReport }) {
  const { t } = useReportWords();
  const { scope } = report;
  const { api } = useDesk();
  const [older, setOlder] = useState<readonly TrendDay[]>([]);
  const [isWhole, setWhole] = useState(false);
  const [refusal, setRefusal] = useState<DeskRefusal | null>(null);
  const days = [...older, ...report.trend].filter(
    ({ day }) => day >= scope.from && day <= scope.to,
  );
  const first = days[0]?.day ?? scope.to;

  async function readBefore(): Promise<void> {
    const before = addDays(first, -1);
    const path = reportPath({ ...scope, to: before });
    const answer = await api.read<ProductionReport>(path);
    setRefusal(answer.ok ? null : answer);
    if (!answer.ok) return;
    const found = answer.value.trend.filter(({ day }) => day < first);
    setOlder([...found, ...older]);
    setWhole(found.length === 0 || (found[0]?.day ?? "") <= scope.from);
  }

  return (
    <Panel title={t.report.days}>
      <Scroll name={t.report.days}>
        <table class="rep" aria-label={t.report.days}>
          <Head />
          <tbody>
            {days.toReversed().map((day) => (
              <Day key={day.day} day={day} report={report} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {days.some(({ masked }) => masked !== null) && (
        <p class="rep-masked">{t.report.maskedNote}</p>
      )}
      {refusal !== null && <Refused refusal={refusal} />}
      {first > scope.from && !isWhole && (
        <p>
          <button type="button" class="rep-b" onClick={() => void readBefore()}>
            {t.report.daysBefore}
          </button>
        </p>
      )}
    </Panel>
  );
}

function Head() {
  const { columns } = useReportWords().t.report;
  const names = [
    ...[columns.good, columns.target, columns.rework, columns.scrap, columns.second],
    ...[columns.earned, columns.attended, columns.efficiency, columns.performance],
  ];
  return (
    <thead>
      <tr>
        <th scope="col">{columns.day}</th>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Its figures are drilled into on its own page. */
function Day(props: { readonly day: TrendDay; readonly report: ProductionReport }) {
  const { day, report } = props;
  const { t, number, ratio, longDay } = useReportWords();
  const href = useHref();
  const page = pagePath({ ...report.scope, from: day.day, to: day.day });
  const cells = [
    ...[number(day.good), day.target === null ? "—" : number(day.target)],
    ...[day.rework, day.scrap, day.second, day.earnedMinutes].map(number),
  ];
  const ofMinutes =
    day.attendedMinutes === null
      ? MINUTE_COLUMNS.map((column) => <Masked key={column} reason={t.report.masked} />)
      : [number(day.attendedMinutes), ratio(day.efficiency), ratio(day.performance)];
  return (
    <tr>
      <th scope="row">
        <a href={href(page)}>{longDay(day.day)}</a>
      </th>
      {[...cells, ...ofMinutes].map((text, index) => (
        <td key={index}>{text}</td>
      ))}
    </tr>
  );
}
