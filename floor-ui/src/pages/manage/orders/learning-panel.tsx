import type { LearningFit } from "@trame/shared";
import type { LearningRow } from "../../../data/desk/order-rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { type OrdersI18n, useOrdersWords } from "../../../i18n/manage-orders.ts";
import { ChartBlock } from "../../../ui/charts/chart-block.tsx";
import { LearningChart } from "../../../ui/charts/learning-chart.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Refused } from "../../prepare/said.tsx";
import { learningView } from "./learning-view.ts";

/** How a style is learnt: each day's minutes a piece, and the curve through them. */
export function LearningPanel(props: { readonly styleId: string; readonly name: string }) {
  const { styleId, name } = props;
  const i18n = useOrdersWords();
  const { t } = i18n;
  const curve = useRead<LearningRow>(`/api/v1/styles/${encodeURIComponent(styleId)}/learning`);
  return (
    <Panel title={t.orderMinutes.learning(name)}>
      {curve.value === null && curve.refusal !== null && <Refused refusal={curve.refusal} />}
      {curve.value === null && curve.refusal === null && (
        <p class="about">{t.orderMinutes.reading}</p>
      )}
      {curve.value !== null && <Learnt curve={curve.value} />}
      <p class="about">{t.orderMinutes.learningHint}</p>
    </Panel>
  );
}

function Learnt({ curve }: { readonly curve: LearningRow }) {
  const i18n = useOrdersWords();
  const { t, number, date, tenth, whole } = i18n;
  const { points, fit, maskedDays } = curve;
  const masked = maskedDays > 0 && (
    <p class="rep-masked">{t.orderMinutes.maskedDays(maskedDays)}</p>
  );
  if (points.length === 0) {
    return (
      <>
        <p>{t.orderMinutes.tooEarly(0)}</p>
        {masked}
      </>
    );
  }
  const table = {
    caption: t.orderMinutes.minutesAxis,
    columns: [t.orderMinutes.day, t.orderMinutes.garments, t.orderMinutes.minutesAxis],
    rows: points.map(({ day, garments, minutes }) => ({
      key: day,
      cells: [date(day), number(garments), tenth(minutes)],
    })),
  };
  return (
    <>
      <p>
        {fit === null ? t.orderMinutes.tooEarly(points.length) : sentenceOf(fit, i18n)}{" "}
        {fit !== null && t.orderMinutes.explained(whole(fit.explained))}
      </p>
      <ChartBlock
        table={table}
        words={{ asTable: t.orderMinutes.asTable, asChart: t.orderMinutes.asChart }}
      >
        <LearningChart view={learningView(curve, i18n)} />
      </ChartBlock>
      {masked}
    </>
  );
}

/** What the curve says; a ratio above 1 is no learning. */
function sentenceOf({ ratio, firstMinutes }: LearningFit, { t, whole, tenth }: OrdersI18n) {
  const first = t.orderMinutes.minutes(tenth(firstMinutes));
  const say = ratio > 1 ? t.orderMinutes.slower : t.orderMinutes.learnt;
  return say({ ratio: whole(ratio), first });
}
