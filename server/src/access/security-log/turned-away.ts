import type { SecurityEvent } from "./lines.ts";

/** As the broker tells it. */
export interface TurnedAway {
  /** null: the plan names no such device. */
  readonly deviceId: string | null;
  /** Address. */
  readonly remote: string;
  readonly refused: string;
}

/** A counter that was not let in, for the security log. What it called itself is in it only where a plan names it. */
export function turnedAway({ deviceId, remote, refused }: TurnedAway): SecurityEvent {
  const who = deviceId === null ? null : `device:${deviceId}`;
  return { code: refused, who, from: remote, what: null, about: null };
}
