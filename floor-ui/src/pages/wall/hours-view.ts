import { expectedWithin, type LineRow, workedMinutes } from "@trame/shared";
import type { HourBar, HourBarsView } from "../../ui/hour-bars.tsx";
import { currentHour, hoursToShow, type Scene } from "./scene.ts";

const HOUR_MS = 3_600_000;
/** More names than this do not fit side by side. */
const MOST_NAMES = 10;

/** The line's hours, those of a break and those to come included. */
export function hoursView(line: LineRow, scene: Scene): HourBarsView {
  const { i18n } = scene;
  const { wall } = i18n.t;
  const hours = hoursToShow(
    scene.head,
    line.hours.map(({ hour }) => hour),
  );
  const every = Math.ceil(hours.length / MOST_NAMES);
  const bars = hours.map((hour, index) =>
    barOf({ hour, line, name: index % every === 0 ? i18n.hourShort(hour) : "" }, scene),
  );
  const said = bars.filter(({ phase, pieces }) => phase !== "ahead" || pieces > 0);
  return {
    bars,
    pause: wall.pause,
    format: i18n.number,
    label: wall.hours(said.map((bar) => hourSaid(bar, scene)).join(", ")),
  };
}

function barOf(at: { hour: number; line: LineRow; name: string }, scene: Scene): HourBar {
  const { hour, line, name } = at;
  const { windows } = scene.head;
  const span = { from: hour, to: hour + HOUR_MS };
  const now = currentHour(scene);
  const phase = hour < now ? "past" : hour === now ? "now" : "ahead";
  const soFar = { from: hour, to: Math.min(span.to, scene.asOf) };
  return {
    hour,
    name,
    pieces: line.hours.find((count) => count.hour === hour)?.pieces ?? 0,
    expected: expectedWithin(line.target, windows, span),
    expectedSoFar: phase === "ahead" ? null : expectedWithin(line.target, windows, soFar),
    phase,
    isBreak: windows.length > 0 && workedMinutes(windows, span) === 0,
  };
}

function hourSaid(bar: HourBar, { i18n }: Scene): string {
  const { wall } = i18n.t;
  const hour = i18n.hour(bar.hour);
  const named = bar.phase === "now" ? wall.hourUnderWay(hour) : hour;
  const pieces = i18n.number(bar.pieces);
  return bar.expectedSoFar === null || bar.isBreak
    ? wall.hourNoTarget(named, pieces)
    : wall.hour(named, pieces, i18n.number(bar.expectedSoFar));
}
