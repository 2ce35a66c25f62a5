import {
  createRandom,
  type Incident,
  layOutLines,
  loadScenario,
  repeatShift,
  type Scenario,
  type SewingEvent,
  sewLine,
} from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, MORNING } from "./workshop-builder.ts";

const lons = await loadScenario("lons");
const noon = { from: MORNING + 4 * HOUR, to: MORNING + 4.75 * HOUR };
const shift = {
  from: MORNING,
  to: MORNING + 8.5 * HOUR,
  windows: [
    { from: MORNING, to: noon.from },
    { from: noon.to, to: MORNING + 8.5 * HOUR },
  ],
};

interface Played {
  readonly scenario?: Scenario;
  readonly incidents?: readonly Incident[];
}

function sewDay(
  seed: number,
  week = 3,
  { scenario = lons, incidents = [] }: Played = {},
): SewingEvent[] {
  const story = sewLine({
    scenario,
    week,
    random: createRandom(seed),
    start: MORNING,
    nextShift: repeatShift(shift, 24 * HOUR),
    incidents,
  });
  const events: SewingEvent[] = [];
  for (const event of story) {
    if (event.at > shift.to) return events;
    events.push(event);
  }
  return events;
}

const day7 = sewDay(7);

function pieces(events: readonly SewingEvent[], station?: string): SewingEvent[] {
  return events.filter(
    (event) =>
      event.what.kind === "seam" &&
      event.what.completes &&
      (station === undefined || event.station === station),
  );
}

/** Pieces that lie between two stations then, more than at the beginning. */
function between(events: readonly SewingEvent[], stations: readonly [string, string], at: number) {
  const [before, after] = stations.map(
    (station) => pieces(events, station).filter((event) => event.at <= at).length,
  );
  return (before ?? 0) - (after ?? 0);
}

describe("sewing", () => {
  it("[M26] packets pile up before a station that is slow, then before another one", () => {
    const slow = (station: string, fromHour: number, toHour: number): Incident => {
      return {
        station,
        kind: "slow",
        from: MORNING + fromHour * HOUR,
        to: MORNING + toHour * HOUR,
      };
    };
    const slowed = sewDay(7, 3, { incidents: [slow("S05", 1, 2), slow("S09", 2.5, 3.5)] });
    const pileAt = (hour: number) => between(slowed, ["S04", "S05"], MORNING + hour * HOUR);
    const usual = between(day7, ["S04", "S05"], MORNING + 2 * HOUR);
    expect(pileAt(2) - usual).toBeGreaterThan(30);
    // Both stations before the elastics sew the binding.
    const bound = (hour: number) =>
      between(slowed, ["S07", "S09"], MORNING + hour * HOUR) +
      pieces(slowed, "S08").filter(({ at }) => at <= MORNING + hour * HOUR).length;
    expect(bound(3.5) - bound(2.5)).toBeGreaterThan(30);
    expect(pileAt(3.5) - pileAt(2.5)).toBeLessThan(bound(3.5) - bound(2.5));
  });

  it("[M1] a seed tells the same day each time, another seed another day", () => {
    expect(day7).toEqual(sewDay(7));
    expect(day7).not.toEqual(sewDay(8));
  });

  it("[M1] a story begun at another hour is the same story later", () => {
    const oneLater = layOutLines(lons)[0]?.scenario ?? lons;
    const later = sewLine({
      scenario: oneLater,
      week: 3,
      random: createRandom(7),
      start: MORNING + 24 * HOUR,
      nextShift: repeatShift(shift, 24 * HOUR),
      incidents: [],
    });
    for (const event of day7.slice(0, 500)) {
      const { at, ...rest } = later.next().value as SewingEvent;
      expect({ at: Math.round(at - 24 * HOUR), ...rest }).toEqual({
        ...event,
        at: Math.round(event.at),
      });
    }
  });

  it("[M10] happens in the order of time, and nobody sews in a break", () => {
    const events = day7;
    expect(events.every(({ at }, index) => at >= (events[index - 1]?.at ?? 0))).toBe(true);
    expect(pieces(events).filter(({ at }) => at > noon.from && at < noon.to)).toEqual([]);
  });

  it("[M10] no operation sews what the one before has not handed on", () => {
    const { operations, stations, flow } = lons;
    const done = new Map(operations.map(({ id }) => [id, 0]));
    for (const { station } of pieces(day7)) {
      const operation = stations.find(({ id }) => id === station)?.operation ?? "";
      const count = (done.get(operation) ?? 0) + 1;
      done.set(operation, count);
      const before = operations[operations.findIndex(({ id }) => id === operation) - 1];
      const handedOn = before === undefined ? count : (done.get(before.id) ?? 0);
      expect(count).toBeLessThanOrEqual(handedOn + flow.waitingAtStart);
    }
  });

  it.each(lons.stations)("[M10] $id: each piece has the seams and stitches of its rule", (post) => {
    const operation = lons.operations.find(({ id }) => id === post.operation);
    const seams = day7.flatMap(({ station, what }) =>
      station === post.id && what.kind === "seam" ? [what] : [],
    );
    const trims = operation?.trimsPerPiece ?? 1;
    for (const [index, { completes }] of seams.entries()) {
      expect(completes).toBe((index + 1) % trims === 0);
      if (!completes) continue;
      const stitches = seams.slice(index + 1 - trims, index + 1).map((seam) => seam.stitches);
      const sum = stitches.reduce((total, each) => total + each, 0);
      expect(sum).toBeGreaterThanOrEqual(operation?.minStitches ?? 0);
    }
  });

  it("[M11] Lons reaches about 900 masks a day in its third week, and far less in its first", () => {
    const output = (week: number) =>
      [1, 2, 3, 4].map((seed) => pieces(sewDay(seed, week), "S10").length);
    const third = output(3);
    const mean = third.reduce((sum, each) => sum + each, 0) / third.length;
    expect(mean).toBeGreaterThan(860);
    expect(mean).toBeLessThan(1000);
    for (const [index, first] of output(1).entries()) {
      expect(first).toBeLessThan((third[index] ?? 0) * 0.75);
    }
  });

  it("[M10] cycle times scatter as measured: most near the mean, a long tail above", () => {
    const times = pieces(day7, "S01").map(({ at }) => at);
    const cycles = times.slice(1).map((at, index) => (at - (times[index] ?? 0)) / 1000);
    const sorted = cycles.filter((seconds) => seconds < 60).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    expect(median).toBeGreaterThan(0.38 * 60 * 0.8);
    expect(median).toBeLessThan(0.38 * 60 * 1.3);
    const tenth = sorted[Math.floor(sorted.length * 0.1)] ?? 0;
    const ninetieth = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
    expect(ninetieth - median).toBeGreaterThan(median - tenth);
  });

  it("[M10] a machine that breaks in mid-piece makes its piece late and costs none", () => {
    const calm = { ...lons, incidents: [] };
    const fault = {
      ...lons,
      incidents: [{ station: "S01", kind: "fault" as const, afterMinutes: 30, minutes: 10 }],
    };
    const from = MORNING + 30 * MINUTE;
    const during = ({ at }: SewingEvent) => at > from && at < from + 10 * MINUTE;
    expect(pieces(sewDay(7, 3, { scenario: calm }), "S01").filter(during).length).toBeGreaterThan(
      10,
    );
    expect(pieces(sewDay(7, 3, { scenario: fault }), "S01").filter(during)).toEqual([]);
    const states = sewDay(7, 3, { scenario: fault })
      .filter(({ what }) => what.kind === "fault")
      .slice(0, 2);
    expect(states).toEqual([
      { at: from, station: "S01", what: { kind: "fault", on: true } },
      { at: from + 10 * MINUTE, station: "S01", what: { kind: "fault", on: false } },
    ]);
  });
});
