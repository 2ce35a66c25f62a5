import {
  dayMinutes,
  type ReportedState,
  type Said,
  type Span,
  type StateFacts,
  type StopWord,
  statesOf,
  stationState,
  type TrackSample,
  trackOf,
  workedMinutes,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, workday } from "../../browser/support/rows.ts";
import { askedAt, SILENT_AFTER_MS, saidOfStation, word } from "./builders.ts";

const stateTold = fc.constantFrom<ReportedState | null>(
  null,
  null,
  null,
  "running",
  "idle",
  "fault",
);
/** Heartbeats, longer silences, hours. */
const gap = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 20_000 }), weight: 6 },
  { arbitrary: fc.integer({ min: 25_000, max: 400_000 }), weight: 3 },
  { arbitrary: fc.integer({ min: 400_000, max: 9_000_000 }), weight: 1 },
);

const anyTold = fc.record({
  gap,
  state: stateTold,
  pieces: fc.constantFrom(0, 0, 0, 0, 1, 2),
  isOn: fc.constantFrom(false, false, false, false, true),
});

/** A counter that is heard, falls silent, is switched off and on, from an hour before the day; one in two tells no state. */
const anySamples = fc
  .record({ tellsStates: fc.boolean(), all: fc.array(anyTold, { maxLength: 80 }) })
  .map(({ tellsStates, all }): TrackSample[] => {
    let time = at("07:00");
    let boot = 1;
    return all.map(({ gap: after, state, pieces, isOn }, index) => {
      time += after;
      if (isOn) boot += 1;
      return { boot, seq: index + 1, at: time, pieces, state: tellsStates ? state : null };
    });
  });

const anyWords = fc
  .array(
    fc.record({
      from: fc.integer({ min: at("07:30"), max: at("17:00") }),
      minutes: fc.option(fc.integer({ min: 1, max: 120 })),
      cause: fc.constantFrom("machine", "material", "training", null),
      scope: fc.constantFrom<StopWord["scope"]>(
        { stationId: "S01" },
        { stationId: "S02" },
        { lineId: "L1" },
        { workshop: true },
      ),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ from, minutes, cause, scope }) =>
      word(cause, ["08:00", null], {
        ...{ from, scope },
        to: minutes === null ? null : from + minutes * 60_000,
      }),
    ),
  );

const anyMoment = fc.oneof(
  fc.integer({ min: at("08:00") + 1, max: at("12:00") - 1 }),
  fc.integer({ min: at("13:00") + 1, max: at("17:00") - 1 }),
);

/** A day and a moment of its working time, mostly soon after something was heard. */
const anyDay = fc
  .record({
    samples: anySamples,
    words: anyWords,
    hasCounter: fc.constantFrom(true, true, true, false),
    moment: anyMoment,
    after: fc.record({ sample: fc.nat({ max: 80 }), ms: fc.integer({ min: 1, max: 40_000 }) }),
  })
  .map(({ moment, after, ...day }) => {
    const heardAt = day.samples[after.sample]?.at ?? moment;
    const isWorked = workday.some(({ from, to }) => from <= heardAt && heardAt + after.ms < to);
    return { ...day, now: isWorked ? heardAt + after.ms : moment };
  });

function workedMs(span: Span): number {
  return Math.round(workedMinutes(workday, span) * 60_000);
}

interface Seen {
  readonly samples: readonly TrackSample[];
  readonly said: readonly Said[];
  readonly hasCounter: boolean;
  readonly now: number;
}

/** The row that a board would have carried then, from the same facts. */
function rowAt({ samples, said, hasCounter, now }: Seen): StateFacts {
  const last = samples.at(-1);
  const report = samples.findLast(({ boot, state }) => boot === last?.boot && state !== null);
  const mark = said.find(({ from, to }) => from < now && now <= to);
  const { word: of } = mark ?? {};
  return {
    deviceId: hasCounter ? "esp-01" : null,
    silentAfterMs: SILENT_AFTER_MS,
    standardMinutes: 0.4,
    waitMinutes: null,
    heardAt: last?.at ?? null,
    lastPieceAt: samples.findLast(({ pieces }) => pieces > 0)?.at ?? null,
    reported: report?.state ? { state: report.state, at: report.at } : null,
    mark:
      mark === undefined || of === undefined
        ? null
        : {
            ...{ key: of.key, from: of.from, to: of.to, cause: of.cause ?? "" },
            class: mark.class,
            isGroup: mark.isGroup,
          },
  };
}

describe("states of a station", () => {
  it("[ST2] cover its working time exactly once", () => {
    fc.assert(
      fc.property(anyDay, ({ samples, words, hasCounter, now }) => {
        const track = trackOf(samples, SILENT_AFTER_MS);
        const asked = { ...askedAt("08:00"), hasCounter, now };
        const segments = statesOf(track, asked, saidOfStation(words));
        const sum = segments.reduce((ms, { from, to }) => ms + to - from, 0);
        expect(sum).toBe(workedMs({ from: -Infinity, to: now }));
        for (const [index, { from, to, state }] of segments.entries()) {
          const next = segments[index + 1];
          expect(from).toBeLessThan(to);
          expect(workedMs({ from, to })).toBe(to - from);
          if (next === undefined) continue;
          expect(next.from).toBeGreaterThanOrEqual(to);
          expect(next.from > to || next.state !== state).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("[ST3] are at every moment what the station's row said then", () => {
    fc.assert(
      fc.property(anyDay, ({ words, hasCounter, now, ...day }) => {
        const samples = day.samples.filter((sample) => sample.at < now);
        const said = saidOfStation(words.filter(({ from, to }) => from < now && to !== now));
        const asked = { ...askedAt("08:00"), hasCounter, now };
        const segments = statesOf(trackOf(samples, SILENT_AFTER_MS), asked, said);
        const row = rowAt({ samples, said, hasCounter, now });
        const { state } = stationState(row, { now, windows: workday });
        expect(segments.at(-1)?.state).toBe(state);
      }),
      { numRuns: 2_000 },
    );
  });

  it("[ST1] are the same whatever the order in which its facts came", () => {
    const shuffledDay = anyDay.chain((day) =>
      fc.record({
        day: fc.constant(day),
        samples: fc.shuffledSubarray(day.samples, { minLength: day.samples.length }),
        words: fc.shuffledSubarray(day.words, { minLength: day.words.length }),
      }),
    );
    fc.assert(
      fc.property(shuffledDay, ({ day, ...shuffled }) => {
        const asked = { ...askedAt("17:30"), hasCounter: day.hasCounter };
        const [inOrder, inAny] = [day, shuffled].map(({ samples, words }) =>
          statesOf(trackOf(samples, SILENT_AFTER_MS), asked, saidOfStation(words)),
        );
        expect(inAny).toEqual(inOrder);
      }),
      { numRuns: 400 },
    );
  });

  it("[ST1] are those of the later boot where two speak at the same moment", () => {
    const told = { seq: 1, at: at("09:00"), pieces: 0 };
    const before: TrackSample = { ...told, boot: 1, state: "running" };
    const after: TrackSample = { ...told, boot: 2, state: "idle" };
    const [inOrder, turned] = [
      [before, after],
      [after, before],
    ].map((samples) => trackOf(samples, SILENT_AFTER_MS));
    expect(inOrder?.reports.map(({ state }) => state)).toEqual(["running", "idle"]);
    expect(turned).toEqual(inOrder);
  });

  it("[ST1] are not waiting or stopped where the counter was silent", () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        const track = trackOf(samples, SILENT_AFTER_MS);
        const times = samples.map((sample) => sample.at).toSorted((a, b) => a - b);
        for (const { from, to, state } of statesOf(track, askedAt("17:30"))) {
          const before = times.findLast((time) => time <= from) ?? -Infinity;
          const after = times.find((time) => time > from) ?? Infinity;
          const isSilent = after - before > SILENT_AFTER_MS;
          expect(state === "no-data").toBe(isSilent);
          expect(to).toBeLessThanOrEqual(at("17:00"));
        }
        expect(dayMinutes(workday)).toBe(480);
      }),
      { numRuns: 300 },
    );
  });
});
