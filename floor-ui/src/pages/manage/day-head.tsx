import type { ProductionReport, ReportScope } from "@trame/shared";
import { useLocation } from "preact-iso";
import type { Reading } from "../../data/desk/use-read.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { DeskIcon, type DeskIconName } from "../../ui/desk/desk-icon.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useHref } from "../href.ts";
import { AboutPick } from "./day-about.tsx";
import { DayChooser } from "./day-chooser.tsx";
import { exportPath, pagePath, type SpanKind, spanKind, spanOf } from "./day-scope.ts";
import { stateOf } from "./day-state.ts";

interface HeadProps {
  readonly scope: ReportScope;
  readonly reading: Reading<ProductionReport>;
}

/** Which days, of what, how far they are known, and the files of them. */
export function ReportHead({ scope, reading }: HeadProps) {
  const { t } = useReportWords();
  return (
    <header class="rep-head">
      <h1>{t.report.titles[spanKind(scope)]}</h1>
      <SpanPick scope={scope} />
      <DayChooser scope={scope} />
      <AboutPick scope={scope} report={reading.value} />
      <State reading={reading} />
      <Exports scope={scope} />
    </header>
  );
}

const KINDS: readonly SpanKind[] = ["day", "week", "month", "dates"];

function SpanPick({ scope }: { readonly scope: ReportScope }) {
  const { t } = useReportWords();
  const { route } = useLocation();
  const href = useHref();
  return (
    <select
      class="rep-pick"
      aria-label={t.report.span}
      value={spanKind(scope)}
      onChange={({ currentTarget: { value } }) =>
        route(href(pagePath(spanOf(scope, value as SpanKind))))
      }
    >
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t.report.spans[kind]}
        </option>
      ))}
    </select>
  );
}

/** Closed, going on, or corrected; and when nobody answers any more, of when it is. */
function State({ reading }: { readonly reading: Reading<ProductionReport> }) {
  const i18n = useReportWords();
  const { value, refusal } = reading;
  if (value === null) return <p class="rep-state" role="status" />;
  const isStale = refusal !== null;
  const day = i18n.dayMonthAt(value.asOf);
  const { text, isDone } = isStale
    ? { text: i18n.t.report.stale({ day, time: i18n.time(value.asOf) }), isDone: false }
    : stateOf(value, i18n);
  return (
    <p class={isStale ? "rep-state stale" : "rep-state"} role="status">
      {isDone && <Glyph shape="ok" />}
      {text}
    </p>
  );
}

const FORMATS: readonly {
  readonly format: "csv" | "xlsx" | "pdf";
  readonly name: "csv" | "excel" | "pdf";
  readonly icon: DeskIconName;
}[] = [
  { format: "csv", name: "csv", icon: "file" },
  { format: "xlsx", name: "excel", icon: "sheet" },
  { format: "pdf", name: "pdf", icon: "printer" },
];

function Exports({ scope }: { readonly scope: ReportScope }) {
  const { t, language } = useReportWords();
  return (
    <p class="rep-exports">
      <span>{t.report.exports}</span>
      {FORMATS.map(({ format, name, icon }) => (
        <a
          key={format}
          class="rep-b"
          href={exportPath(scope, { format, lang: language })}
          download={true}
        >
          <DeskIcon name={icon} />
          {t.report[name]}
        </a>
      ))}
    </p>
  );
}
