import { createHash } from "node:crypto";
import { LEAP_LIMITS, type Sample } from "@trame/shared";
import type { Month, Team } from "./month.ts";
import { momentOf, startOf } from "./plans.ts";

/** A counter that has been on, and out of reach, since the first day of the month. */
export interface Counter {
  readonly device: string;
  /** The same for the same file on the same days: played twice, its samples are the same and count once. */
  readonly boot: string;
  /** Power-on, UTC ms. */
  readonly began: number;
  readonly samples: readonly Sample[];
}

/** Just after the first plan holds. */
const AFTER_FIRST_PLAN_MS = 60_000;
/** Well inside the day: a clock that differs from the server's by an hour or two moves no piece to another day. */
const FIRST = "07:30";
const LAST = "16:30";
const USUAL_SAMPLES = 54;

/** The counter of each team, with all that it counted. */
export function countersOf(month: Month): Counter[] {
  const began = startOf(month.days[0]?.date ?? month.lastDate) + AFTER_FIRST_PLAN_MS;
  return month.teams.map((team) => ({
    device: team.device,
    boot: bootOf(month, team),
    began,
    samples: samplesOf(month, team, began),
  }));
}

function bootOf({ fingerprint, lastDate }: Month, { device }: Team): string {
  const story = `${fingerprint} ${lastDate} ${device}`;
  return createHash("sha256").update(story).digest("hex").slice(0, 8);
}

/** A total of 0 just after power-on, then totals that rise evenly through each day. */
function samplesOf(month: Month, team: Team, began: number): Sample[] {
  const samples = [sampleOf(1, 1_000, 0)];
  let before = 0;
  for (const { date, works } of month.days) {
    const pieces = works.find((work) => work.team === team)?.pieces;
    if (pieces === undefined) continue;
    const from = momentOf(date, FIRST) - began;
    const span = momentOf(date, LAST) - momentOf(date, FIRST);
    const count = samplesFor(pieces, span);
    for (let n = 1; n <= count; n++) {
      const up = from + Math.floor((span * n) / count);
      samples.push(sampleOf(samples.length + 1, up, before + Math.round((pieces * n) / count)));
    }
    before += pieces;
  }
  return samples;
}

/** So many that no part looks like a leap, even of a team that makes several pieces a second. */
function samplesFor(pieces: number, spanMs: number): number {
  const { base, perMinute } = LEAP_LIMITS.pieces;
  const byTime = (perMinute * spanMs) / 60_000;
  // One less than the limit, since a part of an uneven share is rounded up.
  return Math.max(USUAL_SAMPLES, Math.ceil((pieces - byTime) / (base - 1)));
}

function sampleOf(seq: number, up: number, pieces: number): Sample {
  return { seq, up, pieces, stitches: null, trims: null, state: null };
}
