import { parseBadge } from "@trame/shared";

/** Where what the reader and the camera read goes. */
export interface Readings {
  read(text: string): void;
  /** Badges go here until it is ended: whoever shows one to open a sheet does not come to the station by it. */
  takeBadges(onBadge: (text: string) => void): () => void;
}

/** Tickets always go to the work, and badges too while no sheet asks for one. */
export function createReadings(onWork: (text: string) => void): Readings {
  let taker: ((text: string) => void) | null = null;
  return {
    read(text) {
      if (taker !== null && parseBadge(text).ok) taker(text);
      else onWork(text);
    },
    takeBadges(onBadge) {
      taker = onBadge;
      return () => {
        if (taker === onBadge) taker = null;
      };
    },
  };
}
