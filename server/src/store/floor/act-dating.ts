/** When a screen says that something happened and when it sent it, both by its own clock; UTC ms. */
export interface ScreenTimes {
  readonly at: number;
  readonly sentAt: number;
  readonly offline?: boolean | undefined;
}

/** The same by the server's clock. */
export interface DatedAct {
  /** UTC ms; never after it was received. */
  readonly at: number;
  /** How far the screen's clock was ahead, ms. */
  readonly clockOffBy: number;
  readonly isClockOff: boolean;
  /** Whoever did it was told already that it is taken: it can't be refused any more. */
  readonly isOffline: boolean;
}

/** Beyond, the person is told that the tablet's clock is wrong. ms */
const CLOCK_OFF_MS = 120_000;
/** What waited longer before it was sent was kept while there was no network. ms */
const KEPT_MS = 30_000;

/** Dates an act by how long ago it was when it was sent ([Y3]); the screen's clock need not be right. */
export function dateAct({ at, sentAt, offline = false }: ScreenTimes, received: number): DatedAct {
  const age = Math.max(0, sentAt - at);
  const clockOffBy = sentAt - received;
  return {
    at: Math.max(0, received - age),
    clockOffBy,
    isClockOff: Math.abs(clockOffBy) > CLOCK_OFF_MS,
    isOffline: offline || age > KEPT_MS,
  };
}
