import type { Span } from "../board/board.ts";
import { type DayNumber, formatDay, MINUTE_MS } from "../calendar/days.ts";
import { workedMinutes } from "../formulas/working-time.ts";

/** What of a style a forecast looks at. */
export interface StyleOutput {
  readonly styleId: string;
  /** Garments still to be made good. */
  readonly left: number;
  /** When work on it first began, UTC ms; null while it has not. */
  readonly begunAt: number | null;
  /** Working days on which it was sewn, ascending, each with the good garments that came out of its last operation. */
  readonly days: readonly { readonly day: DayNumber; readonly good: number }[];
}

/** The calendar at a moment. */
export interface WorkCalendar {
  /** UTC ms, and the working day that it belongs to. */
  readonly now: number;
  readonly today: DayNumber;
  /** Working time of a day, breaks and days off removed. */
  windowsOf(day: DayNumber): readonly Span[];
}

/** Why the end of an order can't be foreseen. */
export type NoOrderForecast =
  /** All of it is made. */
  | "done"
  | "not-begun"
  /** It was sewn for fewer than four working hours. */
  | "too-early"
  /** Nothing came out of its last operation on those days. */
  | "nothing-out"
  /** The calendar holds too little working time ahead. */
  | "too-far";

/** The forecast end of an order, and what it was made from. */
export interface OrderForecast {
  /** UTC ms; null where `gap` says why. */
  readonly endsAt: number | null;
  /** The working day that holds it, YYYY-MM-DD. */
  readonly endsOn: string | null;
  readonly gap: NoOrderForecast | null;
  /** The style that ends last, or that lets nothing be foreseen. */
  readonly styleId: string | null;
  /** Its good garments per working hour; null where unknown. */
  readonly perHour: number | null;
  /** The days that this is of, YYYY-MM-DD ascending, and the working hours that they have held so far. */
  readonly days: readonly string[];
  readonly hours: number;
}

/** So many of the last days on which it was sewn make the pace. */
export const FORECAST_DAYS = 5;
/** With fewer working hours a pace is noise. */
export const FORECAST_HOURS_MIN = 4;
/** What lies further ahead nobody can foresee. */
const AHEAD_DAYS = 400;
const HOUR_MINUTES = 60;

/**
 * Fin prévue d'une commande: garments left at the good garments per working hour of the last five working days on which it was
 * sewn, today's hours so far among them, over the working time to come: breaks, days off and holidays are skipped. The hours
 * begin when work on it first began. Of several styles the one that ends last decides, and one that can't be foreseen leaves
 * all of it open. null, with the reason, before four working hours.
 */
export function orderForecast(
  styles: readonly StyleOutput[],
  calendar: WorkCalendar,
): OrderForecast {
  const open = styles.filter(({ left }) => left > 0);
  if (open.length === 0) return { ...NOTHING, gap: "done" };
  const each = open.map((style) => styleForecast(style, calendar));
  return each.find(({ gap }) => gap !== null) ?? each.reduce(later);
}

/** Days from the due day to the forecast one: below 0 it ends before. */
export function daysLate(endsOn: string, dueOn: string): number {
  return (Date.parse(endsOn) - Date.parse(dueOn)) / DAY_MS;
}

const DAY_MS = 86_400_000;
const NOTHING: OrderForecast = {
  endsAt: null,
  endsOn: null,
  gap: null,
  styleId: null,
  perHour: null,
  days: [],
  hours: 0,
};

function later(one: OrderForecast, other: OrderForecast): OrderForecast {
  return (other.endsAt ?? 0) > (one.endsAt ?? 0) ? other : one;
}

function styleForecast(style: StyleOutput, calendar: WorkCalendar): OrderForecast {
  const { styleId, left, begunAt } = style;
  if (begunAt === null) return { ...NOTHING, styleId, gap: "not-begun" };
  const days = style.days.filter(({ day }) => day <= calendar.today).slice(-FORECAST_DAYS);
  const hours = hoursOf(days, { calendar, begunAt });
  const known = { ...NOTHING, styleId, hours, days: days.map(({ day }) => formatDay(day)) };
  if (hours < FORECAST_HOURS_MIN) return { ...known, gap: "too-early" };
  const good = days.reduce((sum, day) => sum + day.good, 0);
  if (good <= 0) return { ...known, perHour: 0, gap: "nothing-out" };
  const perHour = good / hours;
  const end = endOfWork((left / perHour) * HOUR_MINUTES, calendar);
  if (end === null) return { ...known, perHour, gap: "too-far" };
  return { ...known, perHour, endsAt: Math.ceil(end.at), endsOn: formatDay(end.day) };
}

function hoursOf(
  days: StyleOutput["days"],
  { calendar, begunAt }: { readonly calendar: WorkCalendar; readonly begunAt: number },
): number {
  const span = { from: begunAt, to: calendar.now };
  const minutes = days.map(({ day }) => workedMinutes(calendar.windowsOf(day), span));
  return minutes.reduce((sum, each) => sum + each, 0) / HOUR_MINUTES;
}

/** When so many more working minutes will have passed, and the working day of that moment; null beyond 400 days. */
export function endOfWork(
  minutes: number,
  { now, today, windowsOf }: WorkCalendar,
): { readonly at: number; readonly day: DayNumber } | null {
  let leftMs = minutes * MINUTE_MS;
  for (let day = today; day < today + AHEAD_DAYS; day++) {
    for (const { from, to } of windowsOf(day)) {
      const start = Math.max(from, now);
      if (to <= start) continue;
      if (leftMs <= to - start) return { at: start + leftMs, day };
      leftMs -= to - start;
    }
  }
  return null;
}
