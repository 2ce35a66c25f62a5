import { batch } from "@preact/signals";
import type { OpenBundle } from "@trame/shared";
import { type Act, type FinishDone, type KeptAct, textOf } from "./act.ts";
import { type Core, sentAtOf, type Waiter } from "./core.ts";
import { findBundle, nearestKnown, readCode } from "./known-bundle.ts";
import { leftOf } from "./lay-cards.ts";
import { finishedBy } from "./lay-finish.ts";
import type { ShownAnswer, Undoable } from "./model.ts";
import { postAct } from "./post.ts";
import { answerOf, learn, reach } from "./receive.ts";

/** What came of an act, as far as whoever did it was told. */
export type Submitted = "accepted" | "refused" | "kept" | "unsaved";

/** What « Annuler » takes back. */
const UNDOABLE: ReadonlySet<Act["kind"]> = new Set([
  "scan",
  "finish",
  "split",
  "join",
  "inspection",
]);
const NOT_DONE: ReadonlySet<ShownAnswer["kind"]> = new Set(["refused", "part", "not-taken"]);
/** Longer than this nobody waits: then it is kept, and sent when the server answers. */
const PATIENCE_MS = 1_000;
/** Acts that can be undone one after the other. */
const HISTORY_MAX = 20;

/**
 * Puts an act on the tablet's disk, then waits for the server's word for a second at most. Shows what came of it. In that
 * order: what the screen calls accepted or kept outlives a power cut.
 */
export async function submit(core: Core, act: Act): Promise<Submitted> {
  const { state } = core;
  state.onTheWay.value += 1;
  state.unsaved.value = null;
  if (!core.doneAt.has(act.body.key)) core.doneAt.set(act.body.key, core.deps.monotonic());
  try {
    return await keepAndSend(core, act);
  } finally {
    state.onTheWay.value -= 1;
  }
}

async function keepAndSend(core: Core, drawn: Act): Promise<Submitted> {
  const { state, deps, courier, waiters } = core;
  // Nobody waits for a server that is known to be away: the person is told so at once.
  const isTold = state.connection.peek() !== "connected";
  const act = isTold ? asOffline(drawn) : drawn;
  const done = doneBy(core, act);
  const ended = endedBy(done);
  let number: number;
  try {
    number = await deps.storage.append(act);
  } catch (error) {
    return sendWithoutDisk(core, drawn, error);
  }
  const kept: KeptAct = { ...act, number };
  batch(() => {
    state.storageState.value = "ready";
    state.acts.value = [...state.acts.peek(), { act: kept, status: "waiting", isTold }];
    note(core, act, done);
  });
  deps.tabs.post({ type: "added", act: kept });
  if (isTold) {
    state.answer.value = { ...keptAnswer(core, act), ended };
    courier.kick();
    return "kept";
  }
  const waiter = await waitForVerdict(core, kept);
  waiters.delete(act.body.key);
  if (waiter.verdict === null) {
    state.answer.value = { ...keptAnswer(core, act), ended };
    return "kept";
  }
  const answer = { ...answerOf(act, waiter.verdict), ended };
  state.answer.value = answer;
  return NOT_DONE.has(answer.kind) ? "refused" : "accepted";
}

/** Until the server has spoken, or a second has passed, or it is known to be away; then the act is marked as told. */
async function waitForVerdict(core: Core, act: KeptAct): Promise<Waiter> {
  const { state, deps, courier, waiters } = core;
  const waiter: Waiter = { verdict: null, wake() {} };
  await new Promise<void>((resolve) => {
    const cancel = deps.setTimer(() => {
      if (state.connection.peek() === "connected") state.connection.value = "offline";
      deps.duty.take();
      resolve();
    }, PATIENCE_MS);
    waiter.wake = () => {
      cancel();
      resolve();
    };
    waiters.set(act.body.key, waiter);
    courier.kick();
  });
  if (waiter.verdict !== null) return waiter;
  // The act itself is on disk: where only the mark fails, what is said stays true.
  await deps.storage.tell(act.number).catch(() => {});
  if (waiter.verdict !== null) return waiter;
  state.acts.value = state.acts
    .peek()
    .map((held) => (held.act.number === act.number ? { ...held, isTold: true } : held));
  deps.tabs.post({ type: "told", number: act.number });
  return waiter;
}

/** The disk is full or broken. Where nothing waits before it the server may have it all the same; else it stays on screen. */
async function sendWithoutDisk(core: Core, act: Act, error: unknown): Promise<Submitted> {
  const { state } = core;
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  state.storageState.value = isFull ? "full" : "failed";
  const isFirst = !state.acts.peek().some(({ status }) => status === "waiting");
  const done = doneBy(core, act);
  const posted = isFirst ? await postAct(act, sentAtOf(core, act), core.deps) : null;
  if (posted === null || posted.kind === "denied" || posted.kind === "unreached") {
    const code = isFull ? "storage-full" : "storage-failed";
    state.unsaved.value = act;
    state.answer.value = { ...localAnswer(core, act), kind: "unsaved", code };
    return "unsaved";
  }
  const answer = { ...answerOf(act, posted), ended: endedBy(done) };
  batch(() => {
    reach(state);
    note(core, act, done);
    learn(core, act, posted);
    state.answer.value = answer;
  });
  core.refresh();
  return NOT_DONE.has(answer.kind) ? "refused" : "accepted";
}

function asOffline(act: Act): Act {
  return { ...act, body: { ...act.body, offline: true } } as Act;
}

function keptAnswer(core: Core, act: Act): ShownAnswer {
  const answer = localAnswer(core, act);
  const isUnknown = act.kind === "scan" && answer.bundle === null;
  return isUnknown
    ? { ...answer, kind: "to-check", code: "to-check", nearest: nearest(core, act.body.code) }
    : { ...answer, kind: "kept", code: "kept" };
}

function nearest({ state }: Core, text: string): string[] {
  return nearestKnown(state.view.peek(), text);
}

/** What the tablet itself knows of an act. */
function localAnswer({ state }: Core, act: Act): Omit<ShownAnswer, "kind" | "code"> {
  const text = textOf(act);
  const view = state.view.peek();
  const bundle = text === null ? null : findBundle(view, text);
  const open = view?.open.find(({ code }) => code === bundle?.code);
  return {
    act: act.kind,
    key: act.body.key,
    message: null,
    text,
    bundle,
    operation: open?.operation ?? null,
    newCodes: [],
    nearest: [],
  };
}

/** What is told of pieces, and the bundle as it is open until then. */
function doneBy({ state }: Core, act: Act): FinishDone | null {
  if (act.kind !== "finish") return null;
  const code = readCode(act.body.code);
  const before = state.view.peek()?.open.find((open) => open.code === code) ?? null;
  return { said: act.body, before };
}

/** The bundle that it ends; null while pieces are left, and where all were told good at once: the answer says that itself. */
function endedBy(done: FinishDone | null): OpenBundle | null {
  if (done === null || done.before === null || done.said.repaired === true) return null;
  const after = finishedBy(done.before, done.said);
  const isWhole = done.said.good === after.finished;
  return leftOf(after) === 0 && !isWhole ? after : null;
}

/** Remembers what can be undone. */
function note({ state, deps }: Core, act: Act, finish: FinishDone | null): void {
  const { history } = state;
  if (act.kind === "undo") {
    history.value = history.peek().filter(({ key }) => key !== act.body.undoes);
  } else if (UNDOABLE.has(act.kind)) {
    const { key, at } = act.body;
    const undoable: Undoable = {
      key,
      act: act.kind,
      at,
      code: textOf(act),
      ...(finish !== null && { finish }),
    };
    history.value = [...history.peek(), undoable].slice(-HISTORY_MAX);
  }
  state.now.value = deps.now();
  deps.storage.remember({ history: history.peek() }).catch(() => {});
}
