import type { SewingEvent } from "./events.ts";

/** A story that is played as time comes to it. */
export interface Tape {
  /** What comes next; at Infinity when nothing does. */
  next(): SewingEvent;
  /** The next one has been played. */
  skip(): void;
}

const END: SewingEvent = {
  at: Number.POSITIVE_INFINITY,
  station: "",
  what: { kind: "network", on: true },
};

/** Looks one event ahead. */
export function createTape(events: Generator<SewingEvent, void>): Tape {
  const read = () => {
    const { value } = events.next();
    return value ?? END;
  };
  let ahead = read();
  return {
    next: () => ahead,
    skip() {
      ahead = read();
    },
  };
}
