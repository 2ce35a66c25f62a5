/** How long a sign-in lasts, ms. */
export interface Lifetime {
  /** Without being used. */
  readonly idleMs: number;
  /** However much it is used. */
  readonly longestMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A device that several people use: whoever walks away is soon gone, and nobody is signed in the next morning. */
const ON_SHARED: Lifetime = { idleMs: 20 * MINUTE, longestMs: 10 * HOUR };
/** A device of one's own. */
const ON_OWN: Lifetime = { idleMs: 12 * HOUR, longestMs: 7 * DAY };

export interface Lasting {
  readonly isShared: boolean;
  /** UTC ms. */
  readonly createdAt: number;
  readonly seenAt: number;
}

export function lifetimeOf({ isShared }: Pick<Lasting, "isShared">): Lifetime {
  return isShared ? ON_SHARED : ON_OWN;
}

/** When a session ends unless it is used again, UTC ms ([AC6]). */
export function endOf(session: Lasting): number {
  const { idleMs, longestMs } = lifetimeOf(session);
  return Math.min(session.createdAt + longestMs, session.seenAt + idleMs);
}
