import type { MinuteSums, OperationMinutes } from "@trame/shared";
import { orderPath } from "../../../data/desk/order-path.ts";
import type { OrderMinutesRow } from "../../../data/desk/order-rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { Masked } from "../../../ui/desk/masked.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Refused } from "../../prepare/said.tsx";
import { ExportLinks } from "./export-links.tsx";
import { LearningPanel } from "./learning-panel.tsx";
import type { OrderReads } from "./order-page.tsx";

/** Minutes spent against those planned, and how each style is learnt. */
export function MinutesPart({ reads }: { readonly reads: OrderReads }) {
  const { t } = useOrdersWords();
  const minutes = useRead<OrderMinutesRow>(orderPath(reads.order.id, "/minutes"));
  return (
    <>
      <Panel
        title={t.orderMinutes.title}
        aside={<ExportLinks orderId={reads.order.id} kinds={["minutes", "learning"]} />}
      >
        {minutes.value === null && minutes.refusal === null && (
          <p class="about">{t.orderMinutes.reading}</p>
        )}
        {minutes.value === null && minutes.refusal !== null && (
          <Refused refusal={minutes.refusal} />
        )}
        {minutes.value !== null && <MinutesTable minutes={minutes.value} reads={reads} />}
      </Panel>
      {reads.glance.styles.map(({ styleId, name }) => (
        <LearningPanel key={styleId} styleId={styleId} name={name} />
      ))}
    </>
  );
}

function MinutesTable(props: { readonly minutes: OrderMinutesRow; readonly reads: OrderReads }) {
  const { t, whole } = useOrdersWords();
  const { operations, total } = props.minutes;
  const { styles } = props.reads.glance;
  const { attendedMinutes: spent, estimatedMinutes: planned } = total;
  return (
    <>
      {spent === 0 && <p class="about">{t.orderMinutes.none}</p>}
      {spent !== null && spent > 0 && (
        <p>{t.orderMinutes.within(whole(planned === 0 ? 0 : spent / planned))}</p>
      )}
      <Scroll name={t.orderMinutes.title}>
        <table class="rep minutes">
          <thead>
            <tr>
              <th scope="col">{t.orderMinutes.operation}</th>
              <th scope="col">{t.orderMinutes.standard}</th>
              <th scope="col">{t.orderMinutes.ordered}</th>
              <th scope="col">{t.orderMinutes.good}</th>
              <th scope="col">{t.orderMinutes.estimated}</th>
              <th scope="col">{t.orderMinutes.spent}</th>
              <th scope="col">{t.orderMinutes.earned}</th>
              <th scope="col">{t.orderMinutes.efficiency}</th>
            </tr>
          </thead>
          <tbody>
            {operations.map((line) => (
              <MinutesLine
                key={`${line.styleId} ${line.code} ${line.label.fr}`}
                line={line}
                style={
                  styles.length > 1
                    ? (styles.find(({ styleId }) => styleId === line.styleId)?.name ?? null)
                    : null
                }
              />
            ))}
            <tr class="all">
              <th scope="row">{t.orderMinutes.total}</th>
              <td colSpan={3} />
              <Sums sums={total} />
            </tr>
          </tbody>
        </table>
      </Scroll>
      {[total, ...operations].some(({ masked }) => masked !== null) && (
        <p class="rep-masked">{t.orderMinutes.maskedNote}</p>
      )}
      <p class="about">{t.orderMinutes.hint}</p>
    </>
  );
}

/** `style` is told where the order has several. */
function MinutesLine(props: { readonly line: OperationMinutes; readonly style: string | null }) {
  const { line, style } = props;
  const { t, number, words, hundredth } = useOrdersWords();
  return (
    <tr>
      <th scope="row">
        <span class="op-code">{line.code ?? ""}</span> {words(line.label)}
        {style !== null && <small>{style}</small>}
      </th>
      <td>
        {line.standardMinutes === null ? t.orderMinutes.dash : hundredth(line.standardMinutes)}
      </td>
      <td>{number(line.ordered)}</td>
      <td>{number(line.good)}</td>
      <Sums sums={line} />
    </tr>
  );
}

function Sums({ sums }: { readonly sums: MinuteSums }) {
  const { t, number, percent } = useOrdersWords();
  const { estimatedMinutes, attendedMinutes, earnedMinutes, efficiency } = sums;
  const rateText = efficiency === null ? t.orderMinutes.dash : percent(efficiency);
  const masked = <Masked reason={t.orderMinutes.masked} />;
  return (
    <>
      <td>{number(estimatedMinutes)}</td>
      <td>{attendedMinutes === null ? masked : number(attendedMinutes)}</td>
      <td>{number(earnedMinutes)}</td>
      <td>{sums.masked === null ? rateText : masked}</td>
    </>
  );
}
