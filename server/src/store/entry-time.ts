import { beganAt, dated, within } from "@trame/shared";
import type { BootRecord } from "./boot-record.ts";
import type { Keys } from "./keys.ts";

/** What a sample and an event have in common: their place among the others, and how long the device had been on. */
export interface KeyedMoment {
  readonly seq: number;
  readonly up: number;
}

/**
 * When something happened that its boot tells now for the first time: between what stands beside it, since within a
 * boot `seq` wins over time ([D3], [D7]). The boot has taken in what its message tells.
 * @returns UTC ms
 */
export function dateMoment(
  keys: Keys,
  record: BootRecord,
  { seq, up, received }: KeyedMoment & { readonly received: number },
): number {
  const { dating, top, topEvent } = record;
  if (dating === null) throw new Error("a boot that was heard has no dating");
  const time = beganAt(dating, received) + up;
  const isOnTop = seq > top.seq && seq > topEvent.seq;
  record.dating = dated(dating, received);
  record.mustSaveDating ||= !isOnTop;
  if (isOnTop) return within(time, Math.max(top.at, topEvent.at), received);
  const { before, after } = keys.neighboursOf(record, seq);
  return within(time, before.at, Math.min(received, after.at));
}
