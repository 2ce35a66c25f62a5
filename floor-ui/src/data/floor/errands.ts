import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { DeskApi } from "../desk/desk-api.ts";
import { drawHex } from "../draw-hex.ts";
import type { Keep } from "../keep.ts";
import { createBackOff } from "../station/back-off.ts";
import type { SetTimer } from "../timer.ts";
import type { Errand, Sending, Wish } from "./errand.ts";
import { createErrandList, type ErrandList } from "./errand-list.ts";

/** What a supervisor wants done: sent at once, in order, kept while the server is away ([FL4], [FL5]). */
export interface Errands {
  /** In the order of the taps. */
  readonly all: ReadonlySignal<readonly Errand[]>;
  /** Rises with each one that was judged: what the page shows is to be asked again. */
  readonly judged: ReadonlySignal<number>;
  want(wish: Wish): void;
  /** Tries one that failed again, with the same key. */
  retry(id: string): void;
  /** Takes back what was done; what never left is only forgotten. */
  takeBack(id: string): void;
  /** It is read, or given up. */
  forget(id: string): void;
  /** The server is back. */
  wake(): void;
  close(): void;
}

export interface ErrandsOptions {
  readonly api: Pick<DeskApi, "write">;
  /** As long as the tab, like the token. */
  readonly session: Keep;
  readonly setTimer: SetTimer;
  readonly random: () => number;
  /** This computer's clock, UTC ms: the server reckons with its being wrong. */
  readonly now: () => number;
}

const ID_DIGITS = 16;
/** For so long what was done can be taken back with one tap. */
const TAKE_BACK_MS = 10_000;
/** For so long a tap that is under way needs no word ([FL19]). */
const SLOW_MS = 1_000;
/** Not judged. */
const UNSAID = { state: "sending", message: "", code: "", isSlow: false } as const;

export function createErrands(options: ErrandsOptions): Errands {
  const list = createErrandList(options.session);
  const judged = signal(0);
  const courier = createCourier(options, { list, judged });

  function want(wish: Wish): void {
    const id = drawHex(ID_DIGITS);
    list.clear(wish.about);
    list.add({ ...wish, id, ...UNSAID, isTried: false });
    courier.run();
  }

  return {
    all: list.all,
    judged,
    want,
    forget: list.remove,
    retry(id) {
      list.change(id, UNSAID);
      courier.run();
    },
    takeBack(id) {
      const errand = list.all.peek().find((each) => each.id === id);
      if (errand === undefined) return;
      const { takeBack, isTried, state, about, text, hasRow } = errand;
      if (state === "taken" || !isTried) list.remove(id);
      if (takeBack === null || !isTried) return;
      want({ ...takeBack, about, text, hasRow, takeBack: null });
    },
    wake: courier.wake,
    close: courier.close,
  };
}

interface Held {
  readonly list: ErrandList;
  readonly judged: Signal<number>;
}

/** Sends them one at a time, in order: a call is taken before it is resolved. */
function createCourier(
  { api, setTimer, random, now }: ErrandsOptions,
  { list, judged }: Held,
): { run(): void; wake(): void; close(): void } {
  const timers = new Set<() => void>();
  const backOff = createBackOff(run, { setTimer, random });
  let isSending = false;

  async function sendAll(): Promise<void> {
    isSending = true;
    let isAway = false;
    for (let next = list.next(); next !== null && !isAway; next = list.next()) {
      isAway = !(await send(next));
    }
    isSending = false;
    if (isAway) backOff.failed();
    else backOff.succeeded();
  }

  /** Whether somebody answered. */
  async function send({ id, method, path, body }: Errand): Promise<boolean> {
    list.change(id, { isTried: true });
    const cancel = after(SLOW_MS, () => list.change(id, { isSlow: true }));
    const answer = await api.write(method, path, body === null ? undefined : stamped(body, now()));
    cancel();
    if (!answer.ok && answer.code === "unreached") {
      list.hold();
      return false;
    }
    batch(() => {
      judged.value = judged.peek() + 1;
      if (answer.ok) {
        list.change(id, { state: "taken" });
        return;
      }
      // A 409 is an answer like any other: the server has judged, and says why.
      const state = answer.status === 409 ? "refused" : "failed";
      list.change(id, { state, message: answer.message, code: answer.code });
    });
    if (answer.ok) after(TAKE_BACK_MS, () => list.remove(id));
    return true;
  }

  /** Runs something later, unless what it gives back is called first. */
  function after(ms: number, run: () => void): () => void {
    const stop = setTimer(() => {
      timers.delete(cancel);
      run();
    }, ms);
    function cancel(): void {
      timers.delete(cancel);
      stop();
    }
    timers.add(cancel);
    return cancel;
  }

  function run(): void {
    if (!isSending) void sendAll();
  }

  return {
    run,
    wake() {
      backOff.cancel();
      run();
    },
    close() {
      backOff.cancel();
      for (const cancel of timers) cancel();
    },
  };
}

/** When it is sent, by the same clock as when it happened. */
function stamped(body: NonNullable<Sending["body"]>, now: number): Sending["body"] {
  return "sentAt" in body ? { ...body, sentAt: now } : body;
}
