import { Worker } from "node:worker_threads";
import type { BadgesJob } from "./badge.ts";
import type { PaperAnswer, PaperJob } from "./paper-thread.ts";
import type { TicketsJob } from "./ticket.ts";

/** What draws documents, away from the thread that serves the floor ([V10]). */
export interface Paper {
  /** The tickets as PDF; null when too many documents wait already. */
  tickets(job: TicketsJob): Promise<Uint8Array | null>;
  /** The badges as PDF; null when too many documents wait already. */
  badges(job: BadgesJob): Promise<Uint8Array | null>;
  /** Ends what is being drawn: whoever waits for it gets an error. */
  close(): Promise<void>;
}

interface Waiter {
  readonly job: PaperJob;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Documents that wait while one is drawn: a small computer has other things to do. */
const WAITING_MAX = 7;
/** The thread stays for the next document as long, since it takes most of a second to start, then gives its memory back. */
const LINGER_MS = 60_000;
/** Enough for ten thousand labels; a document that needs more fails alone. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 12 };

/** Starts nothing yet: the thread comes with the first document. */
export function startPaper(): Paper {
  const waiting: Waiter[] = [];
  let thread: Worker | null = null;
  let drawn: Waiter | null = null;
  let lingering: NodeJS.Timeout | undefined;
  let isClosed = false;

  function draw(job: PaperJob): Promise<Uint8Array | null> {
    if (waiting.length >= WAITING_MAX) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      drawNext();
    });
  }

  function drawNext(): void {
    if (drawn !== null) return;
    clearTimeout(lingering);
    drawn = waiting.shift() ?? null;
    if (drawn === null) {
      lingering = setTimeout(endThread, LINGER_MS).unref();
    } else if (isClosed) {
      settle({ error: "nothing is printed any more" });
    } else {
      thread ??= openThread();
      thread.postMessage(drawn.job);
    }
  }

  /** One that is sent nothing more; the next document gets another. */
  function endThread(): void {
    void thread?.terminate();
    thread = null;
  }

  function settle(answer: PaperAnswer): void {
    const waiter = drawn;
    drawn = null;
    if ("bytes" in answer) waiter?.resolve(answer.bytes);
    else waiter?.reject(new Error(answer.error));
    drawNext();
  }

  function openThread(): Worker {
    const url = new URL("./paper-thread.ts", import.meta.url);
    const opened = new Worker(url, { resourceLimits });
    let reason = "the thread that draws has ended";
    opened.on("message", settle);
    opened.on("error", ({ message }) => {
      reason = message;
    });
    opened.on("exit", () => {
      if (thread !== opened) return;
      thread = null;
      settle({ error: reason });
    });
    return opened;
  }

  return {
    tickets: (job) => draw({ kind: "tickets", job }),
    badges: (job) => draw({ kind: "badges", job }),
    async close() {
      isClosed = true;
      clearTimeout(lingering);
      await thread?.terminate();
      clearTimeout(lingering);
    },
  };
}
