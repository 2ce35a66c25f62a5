import type { ActLog, StoredAct } from "../act-log.ts";

/** Ends the key of an act that was refused at first, and then proved to have been taken offline. */
export const OFFLINE_AGAIN = "~offline";

/** The conflict of what was made offline and names no bundle. */
export const UNKNOWN_CODE = "unknown-code";

/** The act of a key; of one that came again as taken offline, that one ([Y5]). */
export function findAct(acts: ActLog, key: string): StoredAct | null {
  return acts.find(key + OFFLINE_AGAIN) ?? acts.find(key);
}

/** A code of it names no bundle: it was kept for a supervisor all the same ([Y5]). */
export function hasUnknownCode({ answer }: StoredAct): boolean {
  return answer.conflict === UNKNOWN_CODE;
}
