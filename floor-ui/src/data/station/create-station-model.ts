import { batch } from "@preact/signals";
import type { ActOrigin } from "@trame/shared";
import * as actions from "./actions.ts";
import * as calls from "./calls.ts";
import { type Core, type StationDeps, sentAtOf } from "./core.ts";
import { createCourier } from "./courier.ts";
import { letGo } from "./gather.ts";
import { inspect } from "./inspect.ts";
import type { StationModel } from "./model.ts";
import { postAct } from "./post.ts";
import { receive } from "./receive.ts";
import { createState, type HeldAct, type StationState } from "./state.ts";
import { submit } from "./submit.ts";
import type { TabMessage } from "./tabs.ts";
import { undo } from "./undo.ts";
import { createViewKeeper } from "./view-keeper.ts";

/** A model, and what the browser tells it. */
export interface StationControls {
  readonly model: StationModel;
  /** Something changed at the station, or the network may be back. */
  wake(): void;
  /** The tablet was opened again with its QR. */
  keyChanged(): void;
  /** This tab is looked at: it sends. */
  looked(): void;
}

const TICK_MS = 5_000;

/** Reads what the tablet kept, sends what waits, and follows the server until it is closed. */
export function startStation(deps: StationDeps): StationControls {
  const { core, views } = createCore(deps);
  const { state, courier } = core;
  const endTabs = deps.tabs.listen((message) => hear(core, message));
  const loaded = load(core);
  let cancelTick = () => {};
  let isClosed = false;

  function tick(): void {
    state.now.value = deps.now();
    letGo(core);
    cancelTick = deps.setTimer(tick, TICK_MS);
  }

  loaded
    .then(() => {
      if (isClosed) return;
      deps.duty.start(courier.setOnDuty);
      // The page that was opened last is the one that is looked at.
      deps.duty.take();
      views.refresh();
    })
    .catch(() => {});
  tick();

  return {
    model: createModel(core, loaded, () => {
      isClosed = true;
      cancelTick();
      endTabs();
      views.close();
      courier.close();
      deps.duty.close();
      deps.storage.close();
    }),
    wake() {
      courier.kick();
      views.refresh();
    },
    keyChanged() {
      state.connection.value = "connected";
      courier.kick();
      views.refresh();
    },
    looked: () => deps.duty.take(),
  };
}

function createCore(deps: StationDeps) {
  const state = createState(deps.key() === null ? "unpaired" : "connected", deps.now());
  const doneAt: Core["doneAt"] = new Map();
  const waiters: Core["waiters"] = new Map();
  const courier = createCourier({
    ...deps,
    post: (act) => postAct(act, sentAtOf({ deps, doneAt }, act), deps),
    onVerdict(act, verdict) {
      receive(core, act, verdict);
      deps.tabs.post({ type: "verdict", act, verdict });
    },
    onTrouble(trouble) {
      state.connection.value = troubleOf(deps, trouble);
      for (const waiter of waiters.values()) waiter.wake();
    },
  });
  const views = createViewKeeper({ deps, state, courier });
  const core: Core = { deps, state, courier, waiters, doneAt, refresh: views.refresh };
  return { core, views };
}

function troubleOf({ key }: StationDeps, trouble: "denied" | "unreached") {
  if (trouble === "unreached") return "offline";
  return key() === null ? "unpaired" : "refused";
}

/** What the tablet kept; a tablet whose disk can't be read starts without, and says so. */
async function load({ deps, state }: Core): Promise<void> {
  try {
    await deps.storage.requeue();
    const { waiting, taken, asideCount, ...memory } = await deps.storage.read();
    const { view, operations, history, chosen, gathering } = memory;
    batch(() => {
      // Nobody is left who waits for their answers: whoever did them counts on them.
      const held = waiting.map((act): HeldAct => ({ act, status: "waiting", isTold: true }));
      const settled = taken.map((act): HeldAct => ({ act, status: "taken", isTold: true }));
      state.acts.value = [...settled, ...held].toSorted((a, b) => a.act.number - b.act.number);
      state.aside.value = asideCount;
      state.operations.value = operations;
      state.history.value = history;
      state.chosen.value = chosen;
      state.gathering.value = gathering;
      state.told.value = view;
    });
  } catch {
    state.storageState.value = "failed";
  }
  state.isLoaded.value = true;
}

/** Another tab of this tablet did something, or got the server's word. */
function hear(core: Core, message: TabMessage): void {
  const { state, courier } = core;
  const { acts } = state;
  switch (message.type) {
    case "verdict":
      receive(core, message.act, message.verdict);
      break;
    case "added":
      if (!acts.peek().some(({ act }) => act.number === message.act.number)) {
        const isTold = message.act.body.offline === true;
        acts.value = [...acts.peek(), { act: message.act, status: "waiting", isTold }];
      }
      courier.kick();
      break;
    case "told":
      acts.value = acts
        .peek()
        .map((held) => (held.act.number === message.number ? { ...held, isTold: true } : held));
  }
}

type Run = (head: ReturnType<typeof actions.headOf>) => Promise<unknown>;

/** Actions take their turns: a second scan is judged by what the first has come to. */
function createModel(core: Core, loaded: Promise<void>, close: () => void): StationModel {
  const { deps, state } = core;
  let last: Promise<unknown> = loaded;

  function inTurn(origin: ActOrigin, run: Run): Promise<void> {
    const at = deps.now();
    const done = last.then(() => run(actions.headOf(core, origin, at)));
    last = done.catch(() => {});
    return done.then(() => {});
  }

  return {
    ...signalsOf(deps.stationId, state),
    scan: (text, origin) => inTurn(origin, (head) => actions.scan(core, text, head)),
    reply: (given) => inTurn("hand", () => actions.reply(core, given)),
    badgeIn: (text, origin) => inTurn(origin, (head) => actions.badgeIn(core, text, head)),
    badgeOut: (assignmentId) =>
      inTurn("hand", (head) => actions.badgeOut(core, assignmentId, head)),
    choose: (assignmentId) => actions.choose(core, assignmentId),
    finishAllGood: (code) => inTurn("hand", (head) => actions.finishAllGood(core, code, head)),
    finish: (input) => inTurn("hand", (head) => actions.finish(core, input, head)),
    finishRepaired: (input) =>
      inTurn("hand", (head) => actions.finish(core, { ...input, isRepaired: true }, head)),
    inspect: (input) => inTurn("hand", (head) => inspect(core, input, head)),
    split: (code, pieces) =>
      inTurn("hand", (head) => submit(core, { kind: "split", body: { ...head, code, pieces } })),
    join: (codes) => inTurn("hand", (head) => actions.join(core, codes, head)),
    undo: () => inTurn("hand", (head) => undo(core, head)),
    correct: (pieces, code) =>
      inTurn("hand", (head) => actions.correct(core, { pieces, code }, head)),
    call: (kind) => inTurn("hand", (head) => calls.call(core, kind, head)),
    resolveCall: (key) => inTurn("hand", (head) => calls.resolveCall(core, key, head)),
    takeBackCall: (key) => inTurn("hand", (head) => calls.takeBackCall(core, key, head)),
    retry: () => inTurn("hand", () => actions.retry(core)),
    dismiss() {
      state.answer.value = null;
    },
    dismissNotice(key) {
      state.notices.value = state.notices.peek().filter((notice) => notice.key !== key);
    },
    close,
  };
}

function signalsOf(stationId: string, state: StationState) {
  const { isLoaded, connection, view, kept, aside, isSaving, answer, question, notices } = state;
  const { me, dayPieces, undoable, isClockOff, storageState, isStationUnknown } = state;
  const { gathered, unsent, isAllScans } = state;
  const shown = { isLoaded, connection, view, kept, aside, isSaving, answer, question, notices };
  return {
    stationId,
    ...shown,
    gathered,
    unsent,
    isAllScans,
    me,
    dayPieces,
    undoable,
    isClockOff,
    storageState,
    isStationUnknown,
  };
}
