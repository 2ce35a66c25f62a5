import type { ProductionReport, ReportScope, Style } from "@trame/shared";
import { useLocation } from "preact-iso";
import type { OrderRow } from "../../data/desk/rows.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { useHref } from "../href.ts";
import { pagePath } from "./day-scope.ts";

type About = "line" | "order" | "style";

interface AboutProps {
  readonly scope: ReportScope;
  readonly report: ProductionReport | null;
}

/** The workshop, one line, one order or one style. */
export function AboutPick({ scope, report }: AboutProps) {
  const { t } = useReportWords();
  const { route } = useLocation();
  const href = useHref();
  const groups = useGroups({ scope, report });
  return (
    <select
      class="rep-pick"
      aria-label={t.report.about}
      value={choiceOf(scope)}
      onChange={({ currentTarget: { value } }) =>
        route(href(pagePath({ ...scope, ...narrowed(value) })))
      }
    >
      <option value="">{t.report.all}</option>
      {groups.map(({ name, label, choices }) => (
        <optgroup key={name} label={label}>
          {choices.map(({ id, text }) => (
            <option key={id} value={`${name} ${id}`}>
              {text}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

interface Group {
  readonly name: About;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
}

/** Orders are the open ones, and those that the report is about. */
function useGroups({ scope, report }: AboutProps): readonly Group[] {
  const { t } = useReportWords();
  const { store } = useScreen().picture;
  const orders = useRead<{ orders: OrderRow[] }>("/api/v1/orders?state=open");
  const styles = useRead<{ styles: Style[] }>("/api/v1/styles");
  const lines = store.head.value?.lineIds ?? [];
  const orderIds = new Set([
    ...(scope.orderId === null ? [] : [scope.orderId]),
    ...(report?.orders.flatMap(({ orderId }) => orderId ?? []) ?? []),
    ...(orders.value?.orders.map(({ id }) => id) ?? []),
  ]);
  const known = styles.value?.styles ?? [];
  const isKnown = scope.styleId === null || known.some(({ id }) => id === scope.styleId);
  const styleIds = isKnown ? known.map(({ id }) => id) : [scope.styleId ?? ""];
  const groups: readonly Group[] = [
    {
      ...{ name: "line", label: t.report.lines },
      choices: lines.map((id) => ({ id, text: store.line(id)?.value.name ?? id })),
    },
    {
      ...{ name: "order", label: t.report.orders },
      choices: [...orderIds].map((id) => ({ id, text: t.report.order(id) })),
    },
    {
      ...{ name: "style", label: t.report.styles },
      choices: styleIds.map((id) => ({
        id,
        text: known.find((style) => style.id === id)?.name ?? id,
      })),
    },
  ];
  // One line is the whole workshop.
  return groups.filter(({ name, choices }) => choices.length > (name === "line" ? 1 : 0));
}

function choiceOf({ lineId, orderId, styleId }: ReportScope): string {
  if (orderId !== null) return `order ${orderId}`;
  if (styleId !== null) return `style ${styleId}`;
  return lineId === null ? "" : `line ${lineId}`;
}

function narrowed(value: string): Pick<ReportScope, "lineId" | "orderId" | "styleId"> {
  const [name, id] = [value.slice(0, value.indexOf(" ")), value.slice(value.indexOf(" ") + 1)];
  return {
    lineId: name === "line" ? id : null,
    orderId: name === "order" ? id : null,
    styleId: name === "style" ? id : null,
  };
}
