import { RING_SAMPLES_MIN, type Sample } from "@trame/shared";

/** The samples that the broker has not acknowledged yet, in the order of `seq`. */
export interface Ring {
  /** Samples held, in flight or not. */
  readonly size: number;
  /** Samples in no message. */
  readonly waiting: number;
  /** Pieces whose own sample was given up because nothing but pieces was left; their totals live on in the next one. */
  readonly blurred: number;
  push(sample: Sample, weight: SampleWeight): void;
  /** Puts up to so many waiting samples, the oldest first, into a message of that number. */
  take(message: number, most: number): Sample[];
  /** The broker has committed the message: its samples may be forgotten. */
  forget(message: number): void;
  /** The message may be lost: its samples wait again. */
  giveBack(message: number): void;
}

/** What a sample tells; the first to be dropped first. */
export type SampleWeight = "heartbeat" | "state" | "piece";

interface Entry {
  readonly sample: Sample;
  readonly weight: SampleWeight;
  message: number | null;
}

const DROPPED_FIRST: readonly SampleWeight[] = ["heartbeat", "state", "piece"];

/** A buffer of so many samples; when it is full the oldest heartbeat makes room. */
export function createRing(capacity: number = RING_SAMPLES_MIN): Ring {
  let entries: Entry[] = [];
  let waiting = 0;
  let blurred = 0;

  const dropOne = () => {
    const weight = DROPPED_FIRST.find((each) => entries.some((entry) => entry.weight === each));
    const index = entries.findIndex((entry) => entry.weight === weight);
    const [dropped] = entries.splice(index, 1);
    if (dropped?.message === null) waiting--;
    if (weight === "piece") blurred++;
  };

  return {
    get size() {
      return entries.length;
    },
    get waiting() {
      return waiting;
    },
    get blurred() {
      return blurred;
    },
    push(sample, weight) {
      // The newest stands for itself: a heartbeat among nothing but pieces is the one that goes.
      entries.push({ sample, weight, message: null });
      waiting++;
      if (entries.length > capacity) dropOne();
    },
    take(message, most) {
      const taken: Sample[] = [];
      for (const entry of entries) {
        if (taken.length >= most) break;
        if (entry.message !== null) continue;
        entry.message = message;
        taken.push(entry.sample);
      }
      waiting -= taken.length;
      return taken;
    },
    forget(message) {
      entries = entries.filter((entry) => entry.message !== message);
    },
    giveBack(message) {
      for (const entry of entries) {
        if (entry.message !== message) continue;
        entry.message = null;
        waiting++;
      }
    },
  };
}
