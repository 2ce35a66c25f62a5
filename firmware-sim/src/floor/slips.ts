/** Slips of people, as they happen at every station: each drawn from chance, none when the server could not tell at once. */
import type { Random } from "../random.ts";

/** What goes wrong when a packet is begun. */
export type BeginSlip = "none" | "forgotten" | "other-ticket" | "mistyped" | "twice" | "sent-twice";

/** What goes wrong when it is finished. */
export type FinishSlip = "none" | "forgotten" | "wrong-number";

/** What is known of a packet when somebody takes it or puts it down. */
export interface Occasion {
  /** The server answers at once: what it refuses is mended at once. */
  readonly isLive: boolean;
  /** A packet can be left out here: the next scan fills the gap. */
  readonly canForget: boolean;
}

const OF_A_HUNDRED_BEGINS = {
  forgotten: 2,
  "other-ticket": 3,
  mistyped: 3,
  twice: 2,
  "sent-twice": 3,
};
const OF_A_HUNDRED_FINISHES = { forgotten: 2, "wrong-number": 3 };

export function drawBegin(random: Random, { isLive, canForget }: Occasion): BeginSlip {
  const drawn = draw(random, OF_A_HUNDRED_BEGINS);
  if (drawn === "forgotten") return canForget ? drawn : "none";
  return isLive ? drawn : "none";
}

export function drawFinish(random: Random, { isLive, canForget }: Occasion): FinishSlip {
  const drawn = draw(random, OF_A_HUNDRED_FINISHES);
  if (drawn === "forgotten") return canForget ? drawn : "none";
  return isLive ? drawn : "none";
}

/** A code with one digit read wrongly: its letter gives it away. */
export function mistype(code: string, random: Random): string {
  const places = [...code].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
  const place = places[Math.floor(random.next() * places.length)] ?? 0;
  const wrong = (Number(code[place]) + 1 + Math.floor(random.next() * 9)) % 10;
  return code.slice(0, place) + wrong + code.slice(place + 1);
}

function draw<Slip extends string>(
  random: Random,
  ofAHundred: Readonly<Record<Slip, number>>,
): Slip | "none" {
  let left = random.next() * 100;
  for (const slip of Object.keys(ofAHundred) as Slip[]) {
    left -= ofAHundred[slip];
    if (left < 0) return slip;
  }
  return "none";
}
