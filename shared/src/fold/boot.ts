import type { Sample } from "../protocol/messages.ts";
import {
  foldTotal,
  isSameTotal,
  TOTAL_AT_POWER_ON,
  type TotalState,
  type TotalStep,
} from "./total.ts";

/** What a counter counts, in the order in which the store lists them. */
export const COUNTED = ["pieces", "stitches", "trims"] as const;
export type Counted = (typeof COUNTED)[number];

/** One number per counted thing. */
export type Amounts = Readonly<Record<Counted, number>>;

/** How far a boot has been folded: enough to go on from here, with nothing of the past. */
export interface BootState {
  /** The sample folded last; 0 at power-on. */
  readonly seq: number;
  readonly up: number;
  readonly totals: Readonly<Record<Counted, TotalState>>;
}

/** A leap is a part larger than `base + perMinute × minutes of up since the sample before`. */
export interface LeapLimit {
  readonly base: number;
  readonly perMinute: number;
}
export type LeapLimits = Readonly<Record<Counted, LeapLimit>>;

/** Defaults; a piece has four thread trims. */
export const LEAP_LIMITS: LeapLimits = {
  pieces: { base: 20, perMinute: 60 },
  stitches: { base: 2_000, perMinute: 6_000 },
  trims: { base: 80, perMinute: 240 },
};

/** A person's word on a range of a boot: what leaps inside `(fromSeq, toSeq]` counts, or never will. */
export interface Verdict {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly isAccepted: boolean;
}

export interface SampleContext {
  readonly limits: LeapLimits;
  readonly verdicts: readonly Verdict[];
  /** The boot began before its device was bound here, and nothing earlier is held: these totals are the base. */
  readonly isBase: boolean;
}

/** What one sample adds to the station it was bound to. */
export interface SampleStep {
  readonly state: BootState;
  readonly parts: Amounts;
  /** Withheld until a person accepts it; null when nothing is. */
  readonly held: Amounts | null;
  /** Per counted thing, the `seq` from which earlier parts are withdrawn; null when none are. */
  readonly withdrawn: Readonly<Record<Counted, number | null>> | null;
  readonly fell: boolean;
}

export const BOOT_AT_POWER_ON: BootState = {
  seq: 0,
  up: 0,
  totals: { pieces: TOTAL_AT_POWER_ON, stitches: TOTAL_AT_POWER_ON, trims: TOTAL_AT_POWER_ON },
};

const MINUTE = 60_000;

/**
 * Folds one sample on top of its boot; samples must come in `seq` order.
 * Pure: the same samples in the same order give the same parts, whenever they arrived.
 */
export function foldSample(state: BootState, sample: Sample, context: SampleContext): SampleStep {
  const isAccepted = isInside(context.verdicts, state.seq, sample.seq);
  if (context.isBase && !isAccepted) return takeAsBase(state, sample);
  // A sample let out of quarantine may lie before the one below it: then no time has passed, not less than none.
  const minutes = Math.max(0, sample.up - state.up) / MINUTE;
  const step = (counted: Counted): TotalStep => {
    const total = sample[counted];
    const from = state.totals[counted];
    if (total === null) return unheard(from);
    const { base, perMinute } = context.limits[counted];
    const allowance = base + perMinute * minutes;
    return foldTotal(from, {
      seq: sample.seq,
      total,
      allowance,
      isAccepted: isAccepted || context.isBase,
    });
  };
  return combine(sample, step("pieces"), [step("stitches"), step("trims")]);
}

function combine(
  sample: Sample,
  pieces: TotalStep,
  [stitches, trims]: readonly [TotalStep, TotalStep],
): SampleStep {
  const isHeld = pieces.held + stitches.held + trims.held > 0;
  const isWithdrawing =
    pieces.withdrawnFrom !== null ||
    stitches.withdrawnFrom !== null ||
    trims.withdrawnFrom !== null;
  return {
    state: {
      seq: sample.seq,
      up: sample.up,
      totals: { pieces: pieces.state, stitches: stitches.state, trims: trims.state },
    },
    parts: { pieces: pieces.part, stitches: stitches.part, trims: trims.part },
    held: isHeld ? { pieces: pieces.held, stitches: stitches.held, trims: trims.held } : null,
    withdrawn: isWithdrawing
      ? {
          pieces: pieces.withdrawnFrom,
          stitches: stitches.withdrawnFrom,
          trims: trims.withdrawnFrom,
        }
      : null,
    fell: pieces.fell || stitches.fell || trims.fell,
  };
}

function takeAsBase(state: BootState, sample: Sample): SampleStep {
  const take = (counted: Counted): TotalStep => ({
    state: { reached: sample[counted] ?? state.totals[counted].reached, open: [] },
    part: 0,
    held: sample[counted] ?? 0,
    withdrawnFrom: null,
    fell: false,
  });
  return combine(sample, take("pieces"), [take("stitches"), take("trims")]);
}

function unheard(state: TotalState): TotalStep {
  return { state, part: 0, held: 0, withdrawnFrom: null, fell: false };
}

/** True when a person accepted the whole step from one sample to the next. */
function isInside(verdicts: readonly Verdict[], fromSeq: number, toSeq: number): boolean {
  for (const verdict of verdicts) {
    if (verdict.isAccepted && verdict.fromSeq <= fromSeq && toSeq <= verdict.toSeq) return true;
  }
  return false;
}

/** True when two states fold every later sample alike. */
export function isSameState(a: BootState, b: BootState): boolean {
  return (
    a.seq === b.seq && COUNTED.every((counted) => isSameTotal(a.totals[counted], b.totals[counted]))
  );
}

/** True while a later sample may still withdraw what was counted after a leap. */
export function hasOpenLeap(state: BootState): boolean {
  return COUNTED.some((counted) => state.totals[counted].open.length > 0);
}
