import { elapsedMinutes, endOfNext, paceOfLine } from "@trame/shared";
import type { ProgressQuantity } from "../../data/desk/rows.ts";
import type { OrderReading } from "../../data/use-order.ts";
import type { EndValue, NumbersView } from "../../ui/numbers.tsx";
import type { MatrixView } from "../../ui/order-matrix.tsx";
import type { LineInScene } from "./numbers-view.ts";
import { momentOf, type Scene } from "./scene.ts";

/** An order in a scene. */
export interface OrderScene extends Scene {
  readonly reading: OrderReading;
  /** The lines that sew it now. */
  readonly lines: readonly LineInScene[];
}

const DASH = "—";
/** As for a line: with less data a pace says nothing of an evening. */
const FORECAST_NEEDS_MINUTES = 30;
const END_STEP_MS = 5 * 60_000;

/** An order in figures: good, still to be made, ordered; when it is due and when it will be done. */
export function orderNumbers(scene: OrderScene): NumbersView {
  const { i18n, reading } = scene;
  const { wall } = i18n.t;
  const quantities = reading.progress.styles.flatMap((style) => style.quantities);
  const [good, ordered, left] = [
    sum(quantities, "good"),
    sum(quantities, "ordered"),
    sum(quantities, "left"),
  ];
  const { dueOn } = reading.order;
  return {
    label: wall.order(reading.order.id),
    name: reading.order.id,
    done: { label: wall.done, value: i18n.number(good), note: null },
    empty: null,
    emptyNote: null,
    expected: { label: wall.orderLeft, short: wall.orderLeft, value: i18n.number(left) },
    target: { label: wall.ordered, value: i18n.number(ordered) },
    tape:
      ordered === 0
        ? null
        : {
            done: good,
            expected: null,
            target: ordered,
            label: wall.orderTape(i18n.number(good), i18n.number(ordered)),
            format: i18n.number,
          },
    gap: { label: wall.dueOn, value: dueOn ? i18n.dayMonth(dueOn) : DASH, unit: null },
    end: { label: wall.end, value: endOf(scene, left) },
  };
}

/**
 * Pieces left at the pace of the lines that sew it, over the working days to come. Unknown where a line sews another
 * order too: how its pace is shared is nobody's guess.
 */
function endOf(scene: OrderScene, left: number): EndValue {
  const { i18n, lines, reading, head, asOf } = scene;
  if (left === 0) return { kind: "word", text: i18n.t.wall.endReached };
  const moment = momentOf(scene);
  const isShared = lines.some(({ line }) => line.orders.length !== 1);
  if (isShared || elapsedMinutes(moment) < FORECAST_NEEDS_MINUTES) return NO_END;
  const paces = lines.map(({ line, outputs }) => paceOfLine(line, outputs, moment) ?? 0);
  const perHour = paces.reduce((total, pace) => total + pace, 0);
  if (perHour <= 0) return NO_END;
  const end = endOfNext((left / perHour) * 60, { now: asOf, windows: reading.ahead });
  if (end === null || end > (reading.ahead.at(-1)?.to ?? 0)) return NO_END;
  if (end > (head.windows.at(-1)?.to ?? 0)) return { kind: "word", text: i18n.dayMonthAt(end) };
  return { kind: "time", ...i18n.timeParts(Math.ceil(end / END_STEP_MS) * END_STEP_MS) };
}

const NO_END: EndValue = { kind: "word", text: DASH };

/** Good of ordered by colour and size, a table for each style. */
export function orderMatrices({ reading, i18n }: OrderScene): MatrixView[] {
  const { styles } = reading.progress;
  return styles.map(({ styleId, quantities }) => {
    const sizes = [...new Set(quantities.map(({ size }) => size))];
    const colours = [...new Set(quantities.map(({ colour }) => colour))];
    return {
      id: styleId,
      title: styles.length > 1 ? styleId : null,
      label: i18n.t.wall.matrix,
      sizes,
      rows: colours.map((colour) => ({
        colour,
        cells: sizes.map((size) => {
          const found = quantities.find((each) => each.size === size && each.colour === colour);
          if (found === undefined || found.ordered === 0) return null;
          const { good, ordered } = found;
          return {
            good: i18n.number(good),
            ordered: i18n.number(ordered),
            share: Math.min(1, good / ordered),
          };
        }),
      })),
    };
  });
}

function sum(quantities: readonly ProgressQuantity[], figure: "good" | "ordered" | "left"): number {
  return quantities.reduce((total, quantity) => total + quantity[figure], 0);
}
