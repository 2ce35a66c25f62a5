import type { CountsEntry } from "../../../server/src/store/entries.ts";

/** What a counter said, with a sample of this `seq`, or so many alike. */
export function countsOf(seq: number, samples = 1): CountsEntry {
  const one = { seq, up: seq, pieces: seq, stitches: null, trims: 4, state: null };
  const message = {
    boot: "9f2c01ab",
    up: seq,
    samples: Array.from({ length: samples }, () => one),
  };
  return { kind: "counts", deviceId: "esp-01", received: 1_000, message };
}
