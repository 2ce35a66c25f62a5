import { batch } from "@preact/signals";
import type { OperationCard } from "@trame/shared";
import { type Act, type KeptAct, textOf } from "./act.ts";
import type { Core } from "./core.ts";
import type { Verdict } from "./courier.ts";
import { MISSING } from "./gather.ts";
import type { ShownAnswer } from "./model.ts";
import type { ServerAnswer } from "./post.ts";
import type { HeldAct, StationState } from "./state.ts";

/** Operations that are remembered; a station does a few. */
const OPERATIONS_MAX = 20;

/** The server has spoken on an act of this tablet, in whichever tab it was done. */
export function receive(core: Core, act: KeptAct, verdict: Verdict): void {
  const { state, waiters } = core;
  const waiter = waiters.get(act.body.key);
  batch(() => {
    reach(state);
    const isTold = state.acts.peek().some((held) => isOf(held, act) && held.isTold);
    state.acts.value = settled(state.acts.peek(), act, verdict);
    learn(core, act, verdict);
    if (waiter !== undefined) waiter.verdict = verdict;
    else if (isTold) tellLater(state, act, verdict);
  });
  core.doneAt.delete(act.body.key);
  waiter?.wake();
  core.refresh();
}

/** What a verdict tells beside the answer: the clock, the operation, who came, what can be undone no more. */
export function learn({ state, deps }: Core, act: Act, verdict: Verdict): void {
  if (verdict.kind === "unfit") state.aside.value += 1;
  else learnAnswer(state, act, verdict.answer);
  const { operations, history, chosen } = state;
  deps.storage
    .remember({ operations: operations.peek(), history: history.peek(), chosen: chosen.peek() })
    .catch(() => {});
}

function learnAnswer(state: StationState, act: Act, answer: ServerAnswer): void {
  const { accepted, isClockOff, operation, assignmentId } = answer;
  state.isClockOff.value = isClockOff;
  if (operation !== null) meet(state, operation);
  if (!accepted) {
    state.history.value = state.history.peek().filter(({ key }) => key !== act.body.key);
  } else if (act.kind === "badge" && act.body.direction === "in" && assignmentId !== undefined) {
    state.chosen.value = assignmentId;
  }
}

/** The server answered: whatever it said, it is there. */
export function reach({ connection }: Pick<StationState, "connection">): void {
  if (connection.peek() !== "connected") connection.value = "connected";
}

/** Keeps an operation for the time without the network. */
export function meet({ operations }: StationState, card: OperationCard): void {
  const others = operations.peek().filter(({ code }) => code !== card.code);
  operations.value = [...others, card].slice(-OPERATIONS_MAX);
}

/** What the panel says of a verdict. */
export function answerOf(act: Act, verdict: Verdict): ShownAnswer {
  const { bundle, operation, newCodes } =
    verdict.kind === "unfit" ? { bundle: null, operation: null, newCodes: [] } : verdict.answer;
  return {
    kind: kindOf(verdict),
    act: act.kind,
    key: act.body.key,
    code: verdict.kind === "unfit" ? verdict.code : verdict.answer.code,
    message: verdict.kind === "unfit" ? verdict.message : verdict.answer.message,
    text: textOf(act),
    bundle,
    operation,
    newCodes,
    nearest: [],
  };
}

function kindOf(verdict: Verdict): ShownAnswer["kind"] {
  if (verdict.kind === "unfit") return "not-taken";
  if (verdict.answer.code === MISSING) return "part";
  if (!verdict.answer.accepted) return "refused";
  return verdict.answer.conflict === null ? "accepted" : "information";
}

function settled(acts: readonly HeldAct[], act: KeptAct, verdict: Verdict): readonly HeldAct[] {
  const isTaken = verdict.kind === "answered" && verdict.answer.accepted;
  if (!isTaken) return acts.filter((held) => !isOf(held, act));
  return acts.map((held) => (isOf(held, act) ? { ...held, status: "taken" as const } : held));
}

function isOf(held: HeldAct, act: KeptAct): boolean {
  return held.act.number === act.number;
}

/** It was called kept: good news replaces that where it is still shown, the rest is listed and replaces nothing. */
function tellLater(state: StationState, act: KeptAct, verdict: Verdict): void {
  const answer = answerOf(act, verdict);
  if (answer.kind === "accepted") {
    const shown = state.answer.peek();
    if (shown?.key === act.body.key) state.answer.value = { ...answer, ended: shown.ended ?? null };
    return;
  }
  const { key, at } = act.body;
  const { code } = answer;
  const told =
    verdict.kind === "answered"
      ? verdict.answer
      : { accepted: false, code, message: verdict.message, conflict: null };
  const notice = { key, act: act.kind, at, text: answer.text, answer: told };
  state.notices.value = [...state.notices.peek().filter((other) => other.key !== key), notice];
}
