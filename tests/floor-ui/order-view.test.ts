import type { LineRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { OrderReading } from "../../floor-ui/src/data/use-order.ts";
import { orderMatrices, orderNumbers } from "../../floor-ui/src/pages/wall/order-view.ts";
import { orderApi } from "../browser/support/full-board.ts";
import { lineRow, stationRow } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

const ORDER = { orderId: "2026-118", name: "Masque lavable", pieces: 12_000 };

function readOrder(): OrderReading {
  const [order, progress, calendar] = [
    "/api/v1/orders/2026-118",
    "/api/v1/orders/2026-118/progress",
    "/api/v1/calendar?from=2026-11-23",
  ].map((path) => orderApi(path)?.json as never);
  const { days } = calendar as unknown as { days: { windows: OrderReading["ahead"] }[] };
  return { order: order!, progress: progress!, ahead: days.flatMap(({ windows }) => windows) };
}

function sceneOf(line: Partial<LineRow> = {}, time = "11:35") {
  const lines = [{ line: lineRow({ orders: [ORDER], ...line }), outputs: [stationRow()] }];
  return { ...sceneAt(time), reading: readOrder(), lines };
}

describe("order on a wall", () => {
  it("[W34] shows what is good, left and ordered, and when it is due", () => {
    const { done, expected, target, gap } = orderNumbers(sceneOf());
    expect([done.value, expected.value, target.value, gap.label, gap.value]).toEqual([
      "2\u00a0860",
      "9\u00a0140",
      "12\u00a0000",
      "À livrer le",
      "18 déc.",
    ]);
  });

  // 9,140 pieces at 120 an hour are 4,570 minutes: 265 today, 480 on each of eight days, 465 on the ninth, weekends off.
  it("[W34] forecasts its end at the pace of the line that sews it, over the working days to come", () => {
    expect(orderNumbers(sceneOf()).end.value).toEqual({ kind: "word", text: "4 déc." });
  });

  it("[W34] gives an hour when it ends today, and says that it is done when nothing is left", () => {
    const scene = sceneOf();
    const ending = (left: number) => {
      const styles = scene.reading.progress.styles.map((style) => ({
        ...style,
        quantities: [{ ...style.quantities[0]!, left }],
      }));
      const progress = { ...scene.reading.progress, styles };
      return orderNumbers({ ...scene, reading: { ...scene.reading, progress } }).end.value;
    };
    expect([ending(120), ending(0)]).toEqual([
      { kind: "time", hour: "13", separator: "h", minute: "35" },
      { kind: "word", text: "Atteint" },
    ]);
  });

  it("[W34] forecasts nothing where its line sews another order too, or the day has hardly begun", () => {
    const other = { ...ORDER, orderId: "2026-119" };
    const ends = [sceneOf({ orders: [ORDER, other] }), sceneOf({}, "08:20")].map(
      (scene) => orderNumbers(scene).end.value,
    );
    expect(ends).toEqual([
      { kind: "word", text: "—" },
      { kind: "word", text: "—" },
    ]);
  });

  it("[W34] lays good of ordered out by colour and size", () => {
    const [matrix] = orderMatrices(sceneOf());
    expect([matrix?.title, matrix?.sizes, matrix?.rows.map(({ colour }) => colour)]).toEqual([
      null,
      ["S", "M", "L", "XL"],
      ["Bleu", "Écru", "Noir"],
    ]);
    expect(matrix?.rows[0]?.cells.slice(0, 2)).toEqual([
      { good: "1\u00a0000", ordered: "1\u00a0000", share: 1 },
      { good: "742", ordered: "1\u00a0000", share: 0.742 },
    ]);
  });
});
