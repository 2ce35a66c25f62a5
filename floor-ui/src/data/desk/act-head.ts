import { drawHex } from "../draw-hex.ts";

const KEY_DIGITS = 32;
/** What is done at the desk is done at no station. */
const DESK = "desk";

/** What each act carries that a desk sends: a key of its own, and its time by this computer's clock. */
export function actHead(now: number) {
  return {
    key: drawHex(KEY_DIGITS),
    stationId: DESK,
    at: now,
    sentAt: now,
    origin: "hand" as const,
  };
}
