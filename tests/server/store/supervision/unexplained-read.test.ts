import { describe, expect, it } from "vitest";
import { createPlanView } from "../../../../server/src/store/floor/plan-view.ts";
import { createStopReads } from "../../../../server/src/store/supervision/stop-read.ts";
import { createUnexplainedRead } from "../../../../server/src/store/supervision/unexplained-read.ts";
import { at, type Message, openWorkshop, type Workshop } from "../workshop.ts";

const QUARTER_MS = 15_000;
const DAY_MS = 86_400_000;
/** A Monday. */
const MONDAY = Math.floor(at("12:00") / DAY_MS);

/** Pieces each minute from 08:00 to 09:00 and from 09:20 to 10:00; heard all the time. */
function morning(): Message[] {
  let pieces = 0;
  return Array.from({ length: 481 }, (_, quarter) => {
    const up = quarter * QUARTER_MS;
    if (quarter % 4 === 0 && (quarter < 240 || quarter >= 320)) pieces += 1;
    const sample = { seq: quarter + 1, up, pieces, stitches: null, trims: null, state: null };
    const message = { boot: "0000000a", up, samples: [sample] };
    return { takenAt: at("08:00") + up, deviceId: "esp-01", message };
  });
}

function openMorning(): Workshop {
  const workshop = openWorkshop({ stations: { S1: { device: "esp-01" } } });
  workshop.receive(morning());
  return workshop;
}

function reader({ sqlite }: Workshop) {
  const timeline = createPlanView(sqlite);
  const { readStops } = createStopReads(sqlite, { timeline });
  const read = createUnexplainedRead(sqlite, { readStops, timeline });
  return (daysLater: number, lineId: string | null = null) =>
    read({ day: MONDAY + daysLater, now: at("10:00") + daysLater * DAY_MS, lineId }).stops.filter(
      // Counters that are heard no more wait to the end of their day.
      ({ from }) => from === at("08:59"),
    );
}

function explain({ ledger }: Workshop, now: number): void {
  const head = { key: "word-of-tuesday", at: now, sentAt: now, origin: "hand" as const };
  const word = { scope: { stationId: "S1" }, from: at("08:59"), to: at("09:20"), cause: "machine" };
  ledger.act({ kind: "stop", body: { ...head, ...word } }, { received: now, isAdmin: true });
}

describe("stops that nobody explained", () => {
  it("[ST17] stay listed on the five working days after their own", () => {
    const read = reader(openMorning());
    expect([0, 1, 4, 7, 8].map((days) => read(days).length)).toEqual([0, 1, 1, 1, 0]);
    expect(read(1)).toMatchObject([{ stationId: "S1", needsCause: true, to: at("09:20") }]);
  });

  it("[ST17] leave the list as soon as somebody says why", () => {
    const workshop = openMorning();
    const read = reader(workshop);
    const before = read(1).length;
    explain(workshop, at("10:00") + DAY_MS);
    expect([before, read(1).length]).toEqual([1, 0]);
  });

  it("[ST17] are those of the line asked for", () => {
    const read = reader(openMorning());
    expect([read(1, "L1").length, read(1, "L2").length]).toEqual([1, 0]);
  });
});
