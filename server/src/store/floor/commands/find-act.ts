import type { ActLog, StoredAct } from "../act-log.ts";

/** Ends the key of an act that was refused at first, and then proved to have been taken offline. */
export const OFFLINE_AGAIN = "~offline";

/** The act of a key; of one that came again as taken offline, that one ([Y5]). */
export function findAct(acts: ActLog, key: string): StoredAct | null {
  return acts.find(key + OFFLINE_AGAIN) ?? acts.find(key);
}
