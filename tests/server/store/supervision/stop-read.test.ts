import { type ReportedState, type StationState, stationState } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlanView } from "../../../../server/src/store/floor/plan-view.ts";
import {
  createStopReads,
  type StopsRead,
} from "../../../../server/src/store/supervision/stop-read.ts";
import {
  at,
  type Message,
  openWorkshop,
  type PlanOptions,
  planOf,
  powerOn,
  type Workshop,
} from "../workshop.ts";

const MINUTE_MS = 60_000;
/** A Monday. */
const TODAY = Math.floor(at("12:00") / 86_400_000);

function reader({ sqlite }: Workshop): (time: string, day?: number) => StopsRead {
  const { readStops } = createStopReads(sqlite, { timeline: createPlanView(sqlite) });
  return (time, day = TODAY) => readStops({ day, now: at(time), lineId: null, stationId: null });
}

/** `S1 09:00-09:20 20`, one for each stop of the stations. */
function told({ stops }: StopsRead): string[] {
  return stops.map(({ stationId, from, to, minutes }) => {
    const range = `${clock(from)}-${to === null ? "" : clock(to)}`;
    return `${stationId} ${range} ${minutes.toFixed(1)}`;
  });
}

function clock(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(ms / MINUTE_MS) * MINUTE_MS)
    .toZonedDateTimeISO("Europe/Paris")
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

/** A counter that speaks every quarter of a minute and makes a piece a minute where it is said to sew. */
function sewing(
  [from, to]: readonly [string, string],
  sews: readonly (readonly [string, string])[],
  deviceId = "esp-01",
): Message[] {
  const messages: Message[] = [];
  let pieces = 0;
  for (let time = at(from), seq = 1; time <= at(to); time += MINUTE_MS / 4, seq += 1) {
    const up = time - at(from);
    const isAtWork = sews.some(([begin, end]) => at(begin) <= time && time <= at(end));
    if (isAtWork && up % MINUTE_MS === 0) pieces += 1;
    const sample = { seq, up, pieces, stitches: null, trims: null, state: null };
    messages.push({
      takenAt: time,
      deviceId,
      message: { boot: "0000000a", up, samples: [sample] },
    });
  }
  return messages;
}

function stamp(ms: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Europe/Paris");
  return `${zoned.toPlainDate()} ${zoned.toPlainTime()}`;
}

const MORNING = [
  ["08:00", "09:00"],
  ["09:20", "10:00"],
] as const;
const ALONE: PlanOptions = { stations: { S1: { device: "esp-01" } } };

const anyTold = fc.array(
  fc.record({
    gap: fc.constantFrom(15, 15, 20, 45, 400, 900),
    pieces: fc.constantFrom(0, 0, 1, 2),
    state: fc.constantFrom(null, null, null, "running" as const, "idle" as const, "fault" as const),
    isLate: fc.boolean(),
  }),
  { minLength: 40, maxLength: 40 },
);

interface AnySample {
  readonly gap: number;
  readonly pieces: number;
  readonly state: ReportedState | null;
  readonly isLate: boolean;
}

/** What a counter tells at once, and what comes in the evening, the last first. */
function tellings(samples: readonly AnySample[], jump: { at: number; by: number }) {
  const counter = powerOn({ began: "07:50" });
  let [time, pieces] = [at("07:55"), 0];
  const all = samples.map(({ gap, pieces: made, state, isLate }, index) => {
    time += gap * 1_000;
    pieces += made;
    const total = index === jump.at ? pieces + jump.by : pieces;
    return { isLate: isLate && index > 0, message: counter.tells(stamp(time), total, { state }) };
  });
  const [late, prompt] = [true, false].map((is) =>
    all.filter((each) => each.isLate === is).map(({ message }) => message),
  );
  return { prompt: prompt ?? [], late: late?.toReversed() ?? [] };
}

/** Since four seconds ago. */
function sayPowerCut({ ledger }: Workshop, now: number): void {
  const head = { key: `word-at-${now}`, at: now, sentAt: now, origin: "hand" as const };
  const word = { scope: { workshop: true as const }, from: now - 4_000, to: null, cause: "power" };
  ledger.act({ kind: "stop", body: { ...head, ...word } }, { received: now, isAdmin: true });
}

/** S1 goes to another line. */
function moveToLine({ ledger }: Workshop, id: string, time: string): void {
  const plan = planOf(ALONE);
  const lines = [
    { id: "L1", name: "Ligne 1", stations: [] },
    ...plan.lines.map((line) => ({ ...line, id })),
  ];
  ledger.putPlan({ from: at(time), plan: { ...plan, lines }, secrets: [] }, at(time));
}

function sayOfLine(
  { ledger }: Workshop,
  lineId: string,
  said: { from: number; to: number | null; cause: string },
): void {
  const now = at("10:20");
  const head = { key: `word-of-${lineId}`, at: now, sentAt: now, origin: "hand" as const };
  const body = { ...head, scope: { lineId }, ...said };
  ledger.act({ kind: "stop", body }, { received: now, isAdmin: true });
}

/** The state of the station's row, as far as it is a stop that goes on; null outside working time. */
function shownAt({ ledger }: Workshop, now: number): StationState | null {
  const { stations, windows } = ledger.readBoard(now);
  if (!windows.some(({ from, to }) => from < now && now < to)) return null;
  return stationState(stations[0]!, { now, windows }).state;
}

/** A short wait, or one that began in a silence, is no stop yet; nothing else may differ. */
function listedFor(shown: StationState, open: readonly { state: StationState }[]): StationState[] {
  const isShort = shown === "waiting" && open.length === 0;
  return (shown === "stopped" || shown === "waiting") && !isShort ? [shown] : [];
}

describe("stops read from the store", () => {
  it("[ST7] are what a counter's samples come to, and a station without a counter has none", () => {
    const workshop = openWorkshop({ stations: { S1: { device: "esp-01" }, S2: {} } });
    workshop.receive(sewing(["07:55", "10:00"], MORNING));
    expect(reader(workshop)("10:00").stops).toMatchObject([
      {
        ...{ stationId: "S1", lineId: "L1", from: at("09:00"), to: at("09:20"), minutes: 20 },
        ...{ state: "waiting", cause: null, needsCause: true, origin: "machine" },
      },
    ]);
  });

  it("[ST1] are gone once late samples tell that the station worked", () => {
    const workshop = openWorkshop(ALONE);
    const read = reader(workshop);
    const [all, gap] = [
      sewing(["07:55", "10:00"], [["08:00", "10:00"]]),
      [at("09:00"), at("09:20")],
    ];
    const isIn = (takenAt: number): boolean => takenAt > gap[0]! && takenAt < gap[1]!;
    workshop.receive(all.filter(({ takenAt }) => !isIn(takenAt)));
    const before = told(read("10:00"));
    workshop.receive(
      all.filter(({ takenAt }) => isIn(takenAt)),
      "10:00",
    );
    // The silence was no stop, and is none now.
    expect([before, told(read("10:00"))]).toEqual([[], []]);
  });

  it("[ST1] end where late samples tell of a piece", () => {
    const workshop = openWorkshop(ALONE);
    const read = reader(workshop);
    const all = sewing(
      ["07:55", "10:00"],
      [
        ["08:00", "09:00"],
        ["09:10", "09:10"],
        ["09:20", "10:00"],
      ],
    );
    const late = all.filter(({ takenAt }) => takenAt === at("09:10"));
    const counted = all.map((message) => {
      const isMade = message.takenAt > at("09:10") && message.takenAt < at("09:20");
      return { message, isMade };
    });
    workshop.receive(
      counted
        .filter(({ isMade, message }) => !isMade && !late.includes(message))
        .map((each) => each.message),
    );
    const quiet = all.filter(({ takenAt }) => takenAt > at("09:10") && takenAt < at("09:20"));
    workshop.receive(quiet, "10:00");
    const before = told(read("10:00"));
    workshop.receive(late, "10:00");
    expect([before, told(read("10:00"))]).toEqual([
      ["S1 09:00-09:10 10.3", "S1 09:10-09:20 9.8"],
      ["S1 09:00-09:10 10.0", "S1 09:10-09:20 10.0"],
    ]);
  });

  it("[ST16] are the same read as they come, in any order, with jumps taken back, and after a restart", () => {
    const jumps = fc.record({
      /** Which message jumps, and by how much; nothing else tells so many pieces. */
      at: fc.integer({ min: 1, max: 39 }),
      by: fc.constantFrom(0, 0, 200),
    });
    fc.assert(
      fc.property(anyTold, jumps, fc.integer({ min: 0, max: 40 }), (samples, jump, restartAt) => {
        const workshop = openWorkshop(ALONE);
        const read = reader(workshop);
        const { prompt, late } = tellings(samples, jump);
        for (const [index, message] of prompt.entries()) {
          workshop.receive([message]);
          read(stamp(message.takenAt));
          if (index === restartAt) workshop.restart();
        }
        for (const message of late) {
          workshop.receive([message], "16:00");
          read("16:00");
        }
        expect(read("16:30")).toEqual(reader(workshop)("16:30"));
      }),
      { numRuns: 30 },
    );
  });

  it("[ST3] go on where the board shows that a station is stopped, or waits, and nowhere else", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyTold, fc.integer({ min: 5, max: 35 }), (samples, saidAfter) => {
        const workshop = openWorkshop(ALONE);
        const read = reader(workshop);
        const { prompt } = tellings(samples, { at: 0, by: 0 });
        for (const [index, message] of prompt.entries()) {
          workshop.receive([message]);
          const now = message.takenAt + 5_000;
          if (index === saidAfter) sayPowerCut(workshop, now);
          const shown = shownAt(workshop, now);
          if (shown === null) continue;
          const open = read(stamp(now)).stops.filter(({ to }) => to === null);
          expect(open.map(({ state }) => state)).toEqual(listedFor(shown, open));
          seen += open.length;
        }
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(25);
  });

  it("[ST16] follow the plan in force, each part of the day by its own", () => {
    const workshop = openWorkshop(ALONE);
    workshop.receive(sewing(["07:55", "10:00"], MORNING));
    workshop.receive(sewing(["07:55", "10:00"], [["08:00", "10:00"]], "esp-02"));
    workshop.putPlan("09:10", { stations: { S1: { device: "esp-02" } } });
    expect(told(reader(workshop)("10:00"))).toEqual(["S1 09:00-09:10 10.0"]);
  });

  it("[ST16] bear what was said of the line that the station was of at the time", () => {
    const workshop = openWorkshop(ALONE);
    workshop.receive(sewing(["07:55", "10:30"], MORNING));
    moveToLine(workshop, "L2", "10:00");
    sayOfLine(workshop, "L1", { from: at("09:00"), to: at("09:20"), cause: "power" });
    sayOfLine(workshop, "L2", { from: at("10:01"), to: null, cause: "material" });
    const { stops } = reader(workshop)("10:30");
    expect(stops.map(({ from, cause }) => [clock(from), cause])).toEqual([
      ["09:00", "power"],
      ["10:00", null],
      ["10:01", "material"],
    ]);
  });
});

describe("stops of a night", () => {
  const NIGHT = {
    days: [6, 7],
    from: "22:00",
    to: "06:00",
    breaks: [{ from: "02:00", to: "02:30" }],
  };
  const nightly = (stations: PlanOptions["stations"]) => ({
    shifts: [NIGHT],
    ...(stations && { stations }),
  });

  it.each([
    // The clock goes back at 03:00: from 22:00 to 06:00 there are nine hours.
    { night: "2026-10-24", morning: "2026-10-25", minutes: 9 * 60 - 30 },
    // It goes forward at 02:00: seven hours, and a break that was skipped with them.
    { night: "2026-03-28", morning: "2026-03-29", minutes: 7 * 60 - 30 },
    { night: "2026-11-21", morning: "2026-11-22", minutes: 8 * 60 - 30 },
  ])("[ST15] has the minutes that passed, and is of the day on which it began: $night", (asked) => {
    const workshop = openWorkshop(null);
    workshop.putPlan("2026-01-01 00:00", nightly({ S1: { device: "esp-01" } }));
    const night = `${asked.night} `;
    const messages = sewing(
      [`${night}21:55`, `${asked.morning} 06:10`],
      [[`${night}22:00`, `${night}22:00`]],
    );
    workshop.receive(messages);
    const day = Date.parse(asked.night) / 86_400_000;
    const [own, next] = [day, day + 1].map((each) =>
      reader(workshop)(`${asked.morning} 06:10`, each),
    );
    expect([own?.stops.map(({ minutes }) => minutes), next?.stops]).toEqual([[asked.minutes], []]);
  });
});
