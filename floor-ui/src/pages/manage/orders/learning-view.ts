import { minutesOn } from "@trame/shared";
import type { LearningRow } from "../../../data/desk/order-rows.ts";
import type { OrdersI18n } from "../../../i18n/manage-orders.ts";
import type { LearningChartView } from "../../../ui/charts/learning-chart.tsx";

/** Steps of the curve that is drawn. */
const STEPS = 60;
const TICKS = 4;

/** A learning curve to be drawn: places are shares of the drawing's width and height, from its lower left corner. */
export function learningView(
  { points, fit }: LearningRow,
  { t, number, whole }: OrdersI18n,
): LearningChartView {
  const last = Math.max(1, ...points.map(({ garments }) => garments));
  const first = Math.min(...points.map(({ garments }) => garments));
  const curve =
    fit === null
      ? []
      : Array.from({ length: STEPS + 1 }, (_, step) => {
          const garments = first + ((last - first) * step) / STEPS;
          return { garments, minutes: minutesOn(fit, garments) };
        });
  const top = niceTop(Math.max(...[...points, ...curve].map(({ minutes }) => minutes)));
  const place = ({ garments, minutes }: { garments: number; minutes: number }) => ({
    x: garments / last,
    y: minutes / top,
  });
  return {
    label: t.orderMinutes.chart({
      days: points.length,
      ratio: fit === null ? t.orderMinutes.dash : whole(fit.ratio),
    }),
    points: points.map((point) => ({ ...place(point), key: point.day })),
    curve: curve.map(place),
    across: ticksOf(last).map((value) => ({ at: value / last, text: number(value) })),
    up: ticksOf(top).map((value) => ({ at: value / top, text: number(value) })),
    acrossName: t.orderMinutes.garments,
    upName: t.orderMinutes.minutesAxis,
  };
}

/** The next 1, 2 or 5 times a power of ten, so that the axis has whole figures. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const step = [1, 2, 5, 10].find((each) => each * power >= value) ?? 10;
  return step * power;
}

/** Round figures from 0 up to a value. */
function ticksOf(top: number): number[] {
  const step = niceTop(top / TICKS);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
}
