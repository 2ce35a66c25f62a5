import fc from "fast-check";

/** A message's delay in the network, seconds. */
export type Delay = number;

/** One sample as it was truly taken, and what the network does to it. */
export interface SampleSpec {
  /** Since the sample before. */
  readonly gapSeconds: number;
  readonly pieces: number;
  readonly isLost: boolean;
  /** So much too high its total is told; 0 when it is told right. */
  readonly glitch: number;
  /** The message that carries it ends with it. */
  readonly endsMessage: boolean;
  readonly delay: Delay;
  /** The message sent again, built anew: how much later, and its delay. */
  readonly again: readonly { readonly afterSeconds: number; readonly delay: Delay }[];
}

/** A power-on and the power cut that ends it. */
export interface BootSpec {
  readonly offMinutes: number;
  readonly samples: readonly SampleSpec[];
  /** Which of its messages comes without delay. */
  readonly promptMessage: number;
  /** A range of samples sent once more in one message. */
  readonly resend: { readonly from: number; readonly length: number; readonly delay: Delay } | null;
}

export interface DeviceSpec {
  /** How much too fast its quartz runs. */
  readonly driftPpm: number;
  readonly boots: readonly BootSpec[];
}

export interface PlanSpec {
  readonly fromMinute: number;
  readonly recordedMinute: number;
  /** Per device: the station it is bound to; -1 for none. */
  readonly stations: readonly number[];
  readonly calendar: number;
  readonly operation: number;
}

/** A start of the server: until the last step its clock is wrong by their sum. */
export interface RunSpec {
  readonly startMinute: number;
  readonly steps: readonly { readonly afterMinutes: number; readonly byMs: number }[];
}

/** Everything that happens in a workshop within two days, as plain data that fast-check can shrink. */
export interface World {
  /** Index into {@link EVENINGS}. */
  readonly evening: number;
  readonly devices: readonly DeviceSpec[];
  readonly plans: readonly PlanSpec[];
  readonly runs: readonly RunSpec[];
  /** Messages that are committed together, at most. */
  readonly groupSize: number;
  /** Samples folded again in one transaction. */
  readonly budget: number;
  /** The background folds after every so many events. */
  readonly refoldEvery: number;
  /** What a person says, now and then, to something that is withheld. */
  readonly verdicts: readonly boolean[];
}

/** Saturdays and a Sunday, 16:00 UTC: before the clock goes back, before it goes forward, before an ordinary Monday. */
export const EVENINGS = [
  Date.parse("2026-11-22T16:00:00Z"),
  Date.parse("2026-10-24T16:00:00Z"),
  Date.parse("2026-03-28T16:00:00Z"),
] as const;

const STATIONS = 3;
const CALENDARS = 3;
const OPERATIONS = 2;

const DAY_S = 86_400;
const YEARS_MS = 20 * 365 * DAY_S * 1_000;

/** A network that delivers at once, or more than a minute late: no delay that dating may leave unmended ([D4]). */
export const promptOrLate: fc.Arbitrary<Delay> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 70, max: 20_000 }) },
);

/** A network that delays as it likes. */
export const anyDelay: fc.Arbitrary<Delay> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 70 }) },
  { weight: 1, arbitrary: fc.integer({ min: 70, max: 20_000 }) },
);

/** Counters that tell the truth. */
const noGlitch: fc.Arbitrary<number> = fc.constant(0);

/** Counters that now and then tell a total that nobody sewed. */
export const someGlitches: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }) },
  { weight: 1, arbitrary: fc.constant(4_000_000_000) },
);

/** Any world, over a network with such delays and with such counters. */
export function worlds(
  delay: fc.Arbitrary<Delay>,
  glitch: fc.Arbitrary<number> = noGlitch,
): fc.Arbitrary<World> {
  return fc.record({
    evening: fc.nat({ max: EVENINGS.length - 1 }),
    devices: fc.array(devices(delay, glitch), { minLength: 1, maxLength: 3 }),
    plans: fc.array(plans, { minLength: 1, maxLength: 4 }),
    runs: fc.array(runs, { minLength: 1, maxLength: 3 }),
    groupSize: fc.integer({ min: 1, max: 4 }),
    budget: fc.constantFrom(5_000, 3, 1),
    refoldEvery: fc.integer({ min: 1, max: 6 }),
    verdicts: fc.array(fc.boolean(), { maxLength: 3 }),
  });
}

function devices(
  delay: fc.Arbitrary<Delay>,
  glitch: fc.Arbitrary<number>,
): fc.Arbitrary<DeviceSpec> {
  return fc.record({
    driftPpm: fc.integer({ min: -50, max: 50 }),
    boots: fc.array(boots(delay, glitch), { minLength: 1, maxLength: 3 }),
  });
}

function boots(delay: fc.Arbitrary<Delay>, glitch: fc.Arbitrary<number>): fc.Arbitrary<BootSpec> {
  return fc.record({
    offMinutes: fc.integer({ min: 1, max: 200 }),
    samples: fc.array(samples(delay, glitch), { minLength: 1, maxLength: 20 }),
    promptMessage: fc.nat({ max: 20 }),
    resend: fc.option(
      fc.record({
        from: fc.nat({ max: 20 }),
        length: fc.integer({ min: 1, max: 20 }),
        delay,
      }),
    ),
  });
}

function samples(
  delay: fc.Arbitrary<Delay>,
  glitch: fc.Arbitrary<number>,
): fc.Arbitrary<SampleSpec> {
  return fc
    .record({
      gapSeconds: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 5, max: 120 }),
        fc.integer({ min: 5, max: 1_800 }),
      ),
      pieces: fc.integer({ min: 0, max: 3 }),
      isLost: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
      glitch,
      endsMessage: fc.boolean(),
      delay,
      again: fc.array(fc.record({ afterSeconds: fc.nat({ max: 1_800 }), delay }), {
        maxLength: 2,
      }),
    })
    .map((sample) => ({
      ...sample,
      // In one moment at most one piece: more would be a leap, which other tests are about.
      pieces: sample.gapSeconds === 0 ? Math.min(1, sample.pieces) : sample.pieces,
    }));
}

const plans: fc.Arbitrary<PlanSpec> = fc.record({
  fromMinute: fc.nat({ max: 1_800 }),
  recordedMinute: fc.nat({ max: 2_400 }),
  stations: fc.array(fc.integer({ min: -1, max: STATIONS - 1 }), { minLength: 3, maxLength: 3 }),
  calendar: fc.nat({ max: CALENDARS - 1 }),
  operation: fc.nat({ max: OPERATIONS - 1 }),
});

const runs: fc.Arbitrary<RunSpec> = fc.record({
  startMinute: fc.nat({ max: 2_400 }),
  steps: fc.array(
    fc.record({
      afterMinutes: fc.nat({ max: 600 }),
      byMs: fc.oneof(
        fc.integer({ min: 2_001, max: DAY_S * 10_000 }),
        fc.integer({ min: -DAY_S * 10_000, max: -2_001 }),
        fc.constant(YEARS_MS),
      ),
    }),
    { maxLength: 2 },
  ),
});
