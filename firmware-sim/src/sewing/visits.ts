import type { Presence } from "./presence.ts";
import type { Part } from "./processes.ts";
import { afterIncident, incidentAt } from "./seams.ts";
import { type Seat, say } from "./seat.ts";

/** Waits until somebody is there and can work. */
export type Attend = (now: number) => Part<{ readonly now: number; readonly presence: Presence }>;

/** Somebody who went so long ago has left without a word. */
const GOODBYE_MS = 10 * 60_000;

/** People come and go with their badge. */
export function createVisits(seat: Seat): Attend {
  let here: Presence | null = null;
  const isSame = (next: Presence) =>
    next.worker === here?.worker && next.shiftFrom === here.shiftFrom;

  return function* attend(start) {
    for (let now = start; ; ) {
      const presence = seat.nextPresence(now);
      if (here !== null && !isSame(presence) && now - here.to < GOODBYE_MS) {
        yield say(seat, now, { kind: "badge", pseudonym: here.worker.pseudonym, on: false });
      }
      now = yield { kind: "until", at: Math.max(now, presence.from) };
      if (!isSame(presence)) {
        here = presence;
        yield say(seat, now, { kind: "badge", pseudonym: presence.worker.pseudonym, on: true });
      }
      const blocked = incidentAt(seat, now);
      if (blocked === null) return { now, presence };
      now = yield { kind: "until", at: afterIncident(blocked) };
    }
  };
}
