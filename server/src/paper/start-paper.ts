import { createOneAtATime } from "../one-at-a-time.ts";
import type { BadgesJob } from "./badge.ts";
import type { CartonsJob } from "./carton.ts";
import type { PaperJob } from "./paper-thread.ts";
import type { TicketsJob } from "./ticket.ts";

/** What draws documents, away from the thread that serves the floor ([V10]). */
export interface Paper {
  /** The tickets as PDF; null when too many documents wait already. */
  tickets(job: TicketsJob): Promise<Uint8Array | null>;
  /** The badges as PDF; null when too many documents wait already. */
  badges(job: BadgesJob): Promise<Uint8Array | null>;
  /** Labels of cartons or a packing list as PDF; null when too many documents wait already. */
  cartons(job: CartonsJob): Promise<Uint8Array | null>;
  /** Ends what is being drawn: whoever waits for it gets an error. */
  close(): Promise<void>;
}

/** Documents that wait while one is drawn: a small computer has other things to do. */
const WAITING_MAX = 7;
/** Enough for ten thousand labels; a document that needs more fails alone. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 12 };

/** Starts nothing yet: the thread comes with the first document. */
export function startPaper(): Paper {
  const thread = createOneAtATime<PaperJob, Uint8Array>({
    script: new URL("./paper-thread.ts", import.meta.url),
    resourceLimits,
    waitingMax: WAITING_MAX,
    toMessage: (job) => job,
  });
  return {
    tickets: (job) => thread.run({ kind: "tickets", job }),
    badges: (job) => thread.run({ kind: "badges", job }),
    cartons: (job) => thread.run({ kind: "cartons", job }),
    close: thread.close,
  };
}
