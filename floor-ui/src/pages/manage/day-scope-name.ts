import type { ProductionReport } from "@trame/shared";
import { useScreen } from "../../data/screen-context.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { scopeName } from "./day-names.ts";

/** What a report is of, in the words of its plan. */
export function useScopeName(report: Pick<ProductionReport, "scope" | "orders">): string {
  const i18n = useReportWords();
  const { store } = useScreen().picture;
  return scopeName(report, { i18n, lineName: (id) => store.line(id)?.value.name ?? id });
}
