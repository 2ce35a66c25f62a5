import {
  expectedSoFar,
  forecastEnd,
  isAtLeast,
  type LineRow,
  paceOfLine,
  type StationRow,
} from "@trame/shared";
import type { EndValue, NumbersView } from "../../ui/numbers.tsx";
import type { TapeView } from "../../ui/tape.tsx";
import { momentOf, type Scene } from "./scene.ts";

/** A line with the stations whose pieces are its output. */
export interface LineInScene {
  readonly line: LineRow;
  readonly outputs: readonly StationRow[];
}

const DASH = "—";
/** A forecast is no truer than this. */
const END_STEP_MS = 5 * 60_000;
/** An end later than this after the day is no plan for the evening. */
const LATEST_END_MS = 4 * 3_600_000;

/** A line in figures. */
export function numbersView({ line, outputs }: LineInScene, scene: Scene): NumbersView {
  const { i18n } = scene;
  const { wall } = i18n.t;
  const moment = momentOf(scene);
  const expected = expectedSoFar(line.target, moment);
  // The gap is that of the figures beside it: rounded apart they would not add up.
  const isKnown = isCounted({ line, outputs });
  const gap = expected === null || !isKnown ? null : line.pieces - Math.round(expected);
  return {
    label: wall.lineToday(line.name),
    name: line.name,
    done: {
      label: wall.done,
      value: isKnown ? i18n.number(line.pieces) : DASH,
      note: isAtLeast(outputs, moment) ? wall.atLeast : null,
    },
    ...emptyOf(line, scene),
    expected: {
      label: wall.expected,
      short: wall.expectedShort,
      value: expected === null ? DASH : i18n.number(expected),
    },
    target: { label: wall.target, value: line.target === null ? DASH : i18n.number(line.target) },
    tape: isKnown ? tapeOf(line, expected, scene) : null,
    gap: {
      label: wall.gap,
      value: gap === null ? DASH : i18n.signed(gap),
      unit: gap === null ? null : wall.gapUnit(gap),
    },
    end: { label: wall.end, value: endOf({ line, outputs }, scene) },
  };
}

/** Where no station of the last operation has a counter the output is unknown, and no zero. */
function isCounted({ line, outputs }: LineInScene): boolean {
  return line.pieces > 0 || outputs.length === 0 || outputs.some((row) => row.deviceId !== null);
}

type Empty = Pick<NumbersView, "empty" | "emptyNote">;

/** Why there is no figure: nobody works today, by the calendar as it is by now, or nothing is ordered. */
function emptyOf({ target, pieces }: LineRow, { head, i18n }: Scene): Empty {
  const { wall } = i18n.t;
  if (pieces > 0) return { empty: null, emptyNote: null };
  // A picture that was kept from before walls knew the names of days has none.
  const label = head.dayLabel ?? null;
  if (label !== null || head.windows.length === 0) {
    const date = i18n.date(head.day);
    const note = label === null ? date : wall.dayOffNote(date, label[i18n.language]);
    return { empty: wall.dayOff, emptyNote: note };
  }
  return { empty: target === null ? wall.noOrder : null, emptyNote: null };
}

function tapeOf(line: LineRow, expected: number | null, { i18n }: Scene): TapeView | null {
  const { target, pieces } = line;
  if (target === null || target <= 0) return null;
  const { number } = i18n;
  const label = i18n.t.wall.tape(number(pieces), number(expected ?? 0), number(target));
  return { done: pieces, expected, target, label, format: number };
}

function endOf({ line, outputs }: LineInScene, scene: Scene): EndValue {
  const { wall } = scene.i18n.t;
  const { target, pieces } = line;
  if (target !== null && target > 0 && pieces >= target) {
    return { kind: "word", text: wall.endReached };
  }
  const moment = momentOf(scene);
  const end = forecastEnd(
    { target, done: pieces, pace: paceOfLine(line, outputs, moment) },
    moment,
  );
  if (end === null) return { kind: "word", text: DASH };
  const dayEnd = scene.head.windows.at(-1)?.to ?? end;
  if (end - dayEnd > LATEST_END_MS) return { kind: "word", text: wall.endNotToday };
  const shown = Math.ceil(end / END_STEP_MS) * END_STEP_MS;
  return { kind: "time", ...scene.i18n.timeParts(shown) };
}
