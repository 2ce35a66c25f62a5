/** People as processes: each says what it waits for next, one loop carries them all through time, in the same order each run. */
import { createQueue } from "../queue.ts";
import type { SewingEvent } from "./events.ts";
import type { Hand, Job, Shelf } from "./packets.ts";

/** What a process asks for; it goes on with the time at which it got it. */
export type Wish =
  | { readonly kind: "until"; readonly at: number }
  | { readonly kind: "take"; readonly shelf: Shelf; readonly hand: Hand }
  | { readonly kind: "give"; readonly shelf: Shelf; readonly job: Job }
  | { readonly kind: "say"; readonly event: SewingEvent };

/** Something that goes on in time. Its first wish is answered at the time at which all begins. */
export type Process = Generator<Wish, void, number>;

/** A part of a process: asks for time and goes on with what time it then is. */
export type Part<Result> = Generator<Wish, Result, number>;

/** Runs processes from `start` on and yields what they say, in the order of time. */
export function* playProcesses(
  processes: readonly Process[],
  start: number,
): Generator<SewingEvent, void> {
  const due = createQueue<Process>();
  for (const process of processes) due.push(start, process);
  for (;;) {
    const now = due.nextAt();
    const process = due.pop();
    if (process === null) return;
    const { wake, events } = runUntilItWaits(process, now);
    for (const { at, process: next } of wake) due.push(at, next);
    yield* events;
  }
}

interface Step {
  readonly wake: { readonly at: number; readonly process: Process }[];
  readonly events: SewingEvent[];
}

function runUntilItWaits(process: Process, now: number): Step {
  const step: Step = { wake: [], events: [] };
  for (;;) {
    const { done, value: wish } = process.next(now);
    if (done) return step;
    switch (wish.kind) {
      case "until":
        step.wake.push({ at: Math.max(now, wish.at), process });
        return step;
      case "say":
        step.events.push(wish.event);
        break;
      case "give":
        wish.shelf.jobs.push(wish.job);
        step.wake.push(...serve(wish.shelf, now));
        break;
      case "take":
        wish.shelf.waiting.push({ process, hand: wish.hand });
        step.wake.push(...serve(wish.shelf, now));
        return step;
    }
  }
}

/** Gives jobs to those who wait, first come, first served. */
function serve({ jobs, waiting }: Shelf, now: number): Step["wake"] {
  const served: Step["wake"] = [];
  while (jobs.length > 0) {
    const next = waiting.shift();
    if (next === undefined) break;
    next.hand.job = jobs.shift() ?? null;
    served.push({ at: now, process: next.process });
  }
  return served;
}
