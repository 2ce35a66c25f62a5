import { type MessagePort, parentPort } from "node:worker_threads";
import { type Author, currentAuthor } from "../author.ts";
import { serveFor } from "./journal/served-author.ts";

/** What may be called across a thread: plain data in, plain data out. */
export type Handlers = Record<string, (...args: never[]) => unknown>;

/** The same calls seen from the other thread. */
export type Calls<Of extends Handlers> = {
  readonly [Name in keyof Of]: (...args: Parameters<Of[Name]>) => Promise<ReturnType<Of[Name]>>;
};

/** A call as it crosses. */
export interface Request {
  readonly id: number;
  readonly name: string;
  readonly args: never[];
  /** In whose name. */
  readonly author: Author;
  /** Comes after so many of what crosses on another way ({@link ThreadEvents}). */
  readonly after: number;
}

/** What crosses of an error: a clone of it would lose its code. */
export interface ErrorText {
  readonly message: string;
  readonly code: unknown;
}

type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: ErrorText }
  | { readonly event: string; readonly told: unknown };

interface Waiter {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread of the store is started with. */
export interface ThreadData {
  /** The database. */
  readonly file: string;
  /** UTC ms. */
  readonly startedAt: number;
}

/** Where the calls go: a `Worker`, or what behaves like one. */
export interface ThreadPort {
  postMessage(message: unknown): void;
  on(event: "message", listener: (message: Answer) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
}

/** What a thread tells without being asked. */
export interface ThreadEvents {
  /** @param told what the thread said of it, if anything */
  onEvent(event: string, told: unknown): void;
  /** It ended, closed or not: nothing works any more. */
  onEnd?(error: Error): void;
  /** It ended though nobody closed it. */
  onDeath(error: Error): void;
  /** Posts a call, with how much of what crosses on another way comes before it; 0 where there is no other. */
  placeCall?(post: (after: number) => void): void;
}

/** One thread as its owner sees it. */
export interface Thread {
  call(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Answers what was asked, then ends. */
  close(): Promise<void>;
}

/**
 * Calls into a worker thread, answered in the order in which they were made.
 * When the thread dies, every call that waits fails, and so does each later one.
 */
export function createThread(worker: ThreadPort, events: ThreadEvents): Thread {
  const { onEvent, onEnd, onDeath, placeCall = (post) => post(0) } = events;
  const waiters = new Map<number, Waiter>();
  let lastId = 0;
  let death: Error | null = null;
  let isClosing = false;

  worker.on("message", (answer: Answer) => {
    if ("event" in answer) return onEvent(answer.event, answer.told);
    const waiter = waiters.get(answer.id);
    waiters.delete(answer.id);
    if ("error" in answer) waiter?.reject(toError(answer.error));
    else waiter?.resolve(answer.result);
  });
  const die = (error: Error): void => {
    if (death === null && !isClosing) onDeath(error);
    death ??= error;
    for (const waiter of waiters.values()) waiter.reject(error);
    waiters.clear();
    onEnd?.(error);
  };
  worker.on("error", die);
  const exited = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      die(new Error("the thread has ended"));
      resolve();
    });
  });

  return {
    call(name, args) {
      if (death !== null) return Promise.reject(death);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiters.set(id, { resolve, reject });
        placeCall((after) => {
          worker.postMessage({ id, name, args, author: currentAuthor(), after });
        });
      });
    },
    async close() {
      isClosing = true;
      if (death === null) worker.postMessage(null);
      await exited;
    },
  };
}

/** A thread that nobody called for so long gives its memory back; the next call waits some 0.2 s for another. */
const REST_MS = 5 * 60_000;

/** A thread that starts with its first call, ends when nobody has called it for a while, and starts again with the next. */
export function startLate(start: () => Thread, restMs = REST_MS): Thread {
  let thread: Thread | null = null;
  let ending: Promise<void> = Promise.resolve();
  let underWay = 0;
  let resting: NodeJS.Timeout | undefined;
  let isClosed = false;

  function end(): void {
    const ended = thread;
    thread = null;
    if (ended !== null) ending = Promise.all([ending, ended.close()]).then(() => undefined);
  }

  function done(): void {
    underWay -= 1;
    if (underWay === 0 && !isClosed) resting = setTimeout(end, restMs).unref();
  }

  return {
    call(name, args) {
      if (isClosed) return Promise.reject(new Error("the thread has ended"));
      clearTimeout(resting);
      underWay += 1;
      thread ??= start();
      return thread.call(name, args).finally(done);
    },
    async close() {
      isClosed = true;
      clearTimeout(resting);
      end();
      await ending;
    },
  };
}

/** How calls are served, and what is said besides. */
export interface CallServer {
  /** Serves a call, and answers it; null ends the thread. */
  serve(request: Request | null): void;
  emit(event: string, told?: unknown): void;
}

/** What a server of calls does besides. */
export interface Hooks {
  readonly beforeAnswer?: () => void;
  /** @param tookMs from the call of that name to its answer */
  readonly afterEach?: (name: string, tookMs: number) => void;
  readonly close: () => void;
}

/** Serves calls on a worker's side as they come. */
export function serveThread(port: MessagePort, handlers: Handlers, hooks: Hooks): void {
  port.on("message", createCallServer(port, handlers, hooks).serve);
}

/** What serves calls on a worker's side; `beforeAnswer` runs between a call and its answer, `afterEach` once it is answered. */
export function createCallServer(
  port: MessagePort,
  handlers: Handlers,
  { beforeAnswer, afterEach, close }: Hooks,
): CallServer {
  const post = (answer: Answer): void => port.postMessage(answer, buffersOf(answer));
  return {
    serve(request) {
      if (request === null) {
        close();
        port.close();
        return;
      }
      const { id, name, args, author } = request;
      const began = performance.now();
      try {
        const handler = handlers[name];
        if (handler === undefined) throw new Error(`no call ${name}`);
        const result = serveFor(author, () => handler(...args));
        beforeAnswer?.();
        post({ id, result });
      } catch (error) {
        post({ id, error: describe(error) });
      }
      afterEach?.(name, performance.now() - began);
    },
    emit: (event, told) => post({ event, told }),
  };
}

/** Bytes in memory of their own go over without a copy. */
function buffersOf(answer: Answer): ArrayBuffer[] {
  if (!("result" in answer) || !hasBytes(answer.result)) return [];
  const { bytes } = answer.result;
  const isWhole = bytes.byteLength === bytes.buffer.byteLength;
  return isWhole && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}

function hasBytes(result: unknown): result is { readonly bytes: Uint8Array } {
  return (
    typeof result === "object" &&
    result !== null &&
    "bytes" in result &&
    result.bytes instanceof Uint8Array
  );
}

/** An error as it crosses. */
export function describe(error: unknown): ErrorText {
  if (!(error instanceof Error)) return { message: String(error), code: undefined };
  return { message: error.message, code: "code" in error ? error.code : undefined };
}

/** The error that crossed as a text. */
export function toError(text: ErrorText): Error {
  return Object.assign(new Error(), text);
}

/** The way back to whoever started this thread. */
export function ownPort(): MessagePort {
  if (parentPort === null) throw new Error("runs in a worker thread only");
  return parentPort;
}
