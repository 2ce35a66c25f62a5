import { Worker } from "node:worker_threads";

/** What a thread that does jobs answers to each. */
export type JobAnswer<Result> = { readonly result: Result } | { readonly error: string };

/** What a thread says on the way, before it answers. */
export interface JobNote<Note> {
  readonly note: Note;
}

/** How jobs are done one at a time. */
export interface OneAtATimeOptions<Job, Note = never> {
  /** The thread's file; it answers each message with a {@link JobAnswer}, after as many {@link JobNote}s as it likes. */
  readonly script: URL;
  readonly resourceLimits: {
    readonly maxOldGenerationSizeMb: number;
    readonly maxYoungGenerationSizeMb: number;
  };
  /** Jobs that wait while one is done. */
  readonly waitingMax: number;
  /** What the thread is sent when a job's turn comes. */
  readonly toMessage: (job: Job) => unknown;
  readonly onNote?: (note: Note) => void;
}

/** Jobs too long for the thread that serves the floor. */
export interface OneAtATime<Job, Result> {
  /** null when too many jobs wait already. */
  run(job: Job): Promise<Result | null>;
  /** Ends what is being done: whoever waits for it gets an error. */
  close(): Promise<void>;
}

interface Waiter<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** The thread stays for the next job as long, since it takes most of a second to start, then gives its memory back. */
const LINGER_MS = 60_000;

/** Starts nothing yet: the thread comes with the first job. */
export function createOneAtATime<Job, Result, Note = never>(
  options: OneAtATimeOptions<Job, Note>,
): OneAtATime<Job, Result> {
  const { script, resourceLimits, waitingMax, toMessage, onNote } = options;
  const waiting: Waiter<Job, Result>[] = [];
  let thread: Worker | null = null;
  let current: Waiter<Job, Result> | null = null;
  let lingering: NodeJS.Timeout | undefined;
  let isClosed = false;

  function next(): void {
    if (current !== null) return;
    clearTimeout(lingering);
    current = waiting.shift() ?? null;
    if (current === null) {
      lingering = setTimeout(endThread, LINGER_MS).unref();
    } else if (isClosed) {
      settle({ error: "the thread is closed" });
    } else {
      thread ??= openThread();
      thread.postMessage(toMessage(current.job));
    }
  }

  /** One that is sent nothing more; the next job gets another. */
  function endThread(): void {
    void thread?.terminate();
    thread = null;
  }

  function settle(answer: JobAnswer<Result>): void {
    const waiter = current;
    current = null;
    if ("result" in answer) waiter?.resolve(answer.result);
    else waiter?.reject(new Error(answer.error));
    next();
  }

  function openThread(): Worker {
    const opened = new Worker(script, { resourceLimits });
    let reason = "the thread has ended";
    opened.on("message", (said: JobAnswer<Result> | JobNote<Note>) => {
      if ("note" in said) onNote?.(said.note);
      else settle(said);
    });
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
    run(job) {
      if (waiting.length >= waitingMax) return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject });
        next();
      });
    },
    async close() {
      isClosed = true;
      clearTimeout(lingering);
      await thread?.terminate();
      clearTimeout(lingering);
    },
  };
}
