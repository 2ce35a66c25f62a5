import type { ReportScope } from "@trame/shared";
import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type ReportI18n, useReportWords } from "../../i18n/manage-day.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { useHref } from "../href.ts";
import { pagePath, shiftScope, spanKind, spanOf } from "./day-scope.ts";

/** A year that is typed comes digit by digit: 0002, 0020. */
const EARLIEST = "2000-01-01";

/** The one before, the one shown, the one after. */
export function DayChooser({ scope }: { readonly scope: ReportScope }) {
  const { t } = useReportWords();
  const href = useHref();
  const kind = spanKind(scope);
  return (
    <div class="rep-days">
      <a
        class="rep-b"
        href={href(pagePath(shiftScope(scope, -1)))}
        aria-label={t.report.before[kind]}
        title={t.report.before[kind]}
      >
        <DeskIcon name="left" />
      </a>
      {kind === "dates" ? <Dates scope={scope} /> : <OneDate scope={scope} />}
      <a
        class="rep-b"
        href={href(pagePath(shiftScope(scope, 1)))}
        aria-label={t.report.after[kind]}
        title={t.report.after[kind]}
      >
        <DeskIcon name="right" />
      </a>
    </div>
  );
}

/** In words; the browser's calendar opens under it. */
function OneDate({ scope }: { readonly scope: ReportScope }) {
  const i18n = useReportWords();
  const { route } = useLocation();
  const href = useHref();
  const field = useRef<HTMLInputElement>(null);
  const text = spanText(scope, i18n);
  return (
    <span class="rep-date">
      <button
        type="button"
        class="rep-b"
        aria-label={`${text} — ${i18n.t.report.choose}`}
        onClick={() => openCalendar(field.current)}
      >
        <DeskIcon name="calendar" />
        {text}
      </button>
      <input
        ref={field}
        type="date"
        tabIndex={-1}
        aria-label={i18n.t.report.choose}
        value={scope.to}
        onChange={({ currentTarget: { value } }) => {
          if (value < EARLIEST) return;
          const day = { ...scope, from: value, to: value };
          route(href(pagePath(spanOf(day, spanKind(scope)))));
        }}
      />
    </span>
  );
}

function Dates({ scope }: { readonly scope: ReportScope }) {
  const { t } = useReportWords();
  const { route } = useLocation();
  const href = useHref();
  const field = (name: "from" | "to", label: string) => (
    <label class="rep-b">
      {label}
      <input
        type="date"
        value={scope[name]}
        onChange={({ currentTarget: { value } }) => {
          if (value >= EARLIEST) route(href(pagePath({ ...scope, [name]: value })));
        }}
      />
    </label>
  );
  return (
    <>
      {field("from", t.report.fromDay)}
      {field("to", t.report.toDay)}
    </>
  );
}

/** Not every browser opens it when asked. */
function openCalendar(field: HTMLInputElement | null): void {
  try {
    field?.showPicker();
  } catch {
    field?.focus();
  }
}

function spanText(scope: ReportScope, i18n: ReportI18n): string {
  const { t, longDay, fullDay, dayNumber, monthYear } = i18n;
  const { from, to } = scope;
  const kind = spanKind(scope);
  if (kind === "day") return longDay(to);
  if (kind === "month") return monthYear(to);
  // Du 16 au 22 novembre 2026: the month is said once.
  const isOneMonth = from.slice(0, "YYYY-MM".length) === to.slice(0, "YYYY-MM".length);
  return t.report.fromTo({ from: isOneMonth ? dayNumber(from) : fullDay(from), to: fullDay(to) });
}
