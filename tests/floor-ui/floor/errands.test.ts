import { describe, expect, it } from "vitest";
import type { DeskAnswer, DeskRefusal } from "../../../floor-ui/src/data/desk/desk-api.ts";
import type { Wish } from "../../../floor-ui/src/data/floor/errand.ts";
import { createErrands } from "../../../floor-ui/src/data/floor/errands.ts";
import { undoOf } from "../../../floor-ui/src/data/floor/word-head.ts";
import type { Keep } from "../../../floor-ui/src/data/keep.ts";
import { createFakeKeep } from "../support/fake-keep.ts";
import { createFakeTime } from "../support/fake-time.ts";

const TAKEN: DeskAnswer<unknown> = { ok: true, value: {} };
const AWAY: DeskRefusal = refusal(0, "unreached", "");

function refusal(status: number, code: string, message: string): DeskRefusal {
  return { ok: false, status, code, message, faults: [], body: {} };
}

/** A page with a server that answers what the test says, in order; then it takes everything. */
function open(answers: DeskAnswer<unknown>[] = [], session: Keep = createFakeKeep()) {
  const time = createFakeTime();
  const sent: { readonly path: string; readonly body: unknown }[] = [];
  let at = 100;
  let isFrozen = false;
  const frozen: (() => void)[] = [];
  const errands = createErrands({
    session,
    setTimer: time.setTimer,
    random: () => 0.5,
    now: () => at,
    api: {
      write<Value>(_method: string, path: string, body?: unknown) {
        sent.push({ path, body });
        if (isFrozen)
          return new Promise<DeskAnswer<Value>>((answer) => frozen.push(() => answer(AWAY)));
        return Promise.resolve((answers.shift() ?? TAKEN) as DeskAnswer<Value>);
      },
    },
  });
  const flush = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    errands,
    sent,
    session,
    flush,
    /** From now on nobody answers, until `giveUp`. */
    freeze() {
      isFrozen = true;
    },
    async giveUp() {
      isFrozen = false;
      for (const give of frozen.splice(0)) give();
      await flush();
    },
    states: () => errands.all.value.map(({ text, state }) => `${text} ${state}`),
    async later(ms: number) {
      at += ms;
      time.advance(ms);
      await flush();
    },
  };
}

function wish(text: string, over: Partial<Wish> = {}): Wish {
  return {
    about: `stop ${text}`,
    text,
    hasRow: true,
    method: "POST",
    path: `/api/v1/stops/${text}`,
    body: { key: `key-of-${text}`, at: 90, sentAt: 90 },
    takeBack: undoOf(`key-of-${text}`, 90),
    ...over,
  };
}

describe("what a supervisor wants done", () => {
  it("[FL4] is sent at once, in the order of the taps", async () => {
    const { errands, sent, flush, states } = open();
    errands.want(wish("take"));
    errands.want(wish("resolve"));
    await flush();
    expect(sent.map(({ path }) => path)).toEqual(["/api/v1/stops/take", "/api/v1/stops/resolve"]);
    expect(states()).toEqual(["take taken", "resolve taken"]);
    expect(errands.judged.value).toBe(2);
  });

  it("[FL4] waits while the server is away, and goes with the same key when it is back", async () => {
    const { errands, sent, flush, later, states } = open([AWAY, AWAY]);
    errands.want(wish("a"));
    errands.want(wish("b"));
    await flush();
    expect(states()).toEqual(["a waiting", "b waiting"]);
    await later(1_000);
    expect(states()).toEqual(["a waiting", "b waiting"]);
    await later(2_000);
    expect(states()).toEqual(["a taken", "b taken"]);
    expect(sent.map(({ body }) => body)).toEqual([
      { key: "key-of-a", at: 90, sentAt: 100 },
      { key: "key-of-a", at: 90, sentAt: 1_100 },
      { key: "key-of-a", at: 90, sentAt: 3_100 },
      { key: "key-of-b", at: 90, sentAt: 3_100 },
    ]);
  });

  it("[FL4] goes at once when the live connection says that the server is back", async () => {
    const { errands, flush, states } = open([AWAY]);
    errands.want(wish("a"));
    await flush();
    errands.wake();
    await flush();
    expect(states()).toEqual(["a taken"]);
  });

  it("[FL4] outlives a reload of the page, with its key", async () => {
    const before = open([AWAY]);
    before.errands.want(wish("a"));
    await before.flush();
    before.errands.close();
    const after = open([], before.session);
    expect(after.states()).toEqual(["a waiting"]);
    after.errands.wake();
    await after.flush();
    expect(after.sent).toEqual([
      { path: "/api/v1/stops/a", body: { key: "key-of-a", at: 90, sentAt: 100 } },
    ]);
  });

  it("[FL4] starts with nothing where what was kept can't be read", () => {
    const session = createFakeKeep();
    session.write("trame-floor-errands", "[{");
    expect(open([], session).states()).toEqual([]);
  });

  it("[FL5] says that it was not saved, lets others pass, and is tried again with the same key", async () => {
    const { errands, sent, flush, states } = open([refusal(500, "internal", "Panne.")]);
    errands.want(wish("a"));
    errands.want(wish("b"));
    await flush();
    expect(states()).toEqual(["a failed", "b taken"]);
    expect(errands.all.value[0]?.message).toBe("Panne.");
    errands.retry(errands.all.value[0]?.id ?? "");
    await flush();
    expect(states()).toEqual(["a taken", "b taken"]);
    expect(sent.map(({ path }) => path.at(-1))).toEqual(["a", "b", "a"]);
  });

  it("[FL9] is not sent again once the server has said no, and says why", async () => {
    const said = "Cet arrêt a changé : Matière, 10 h 12 – 10 h 20.";
    const { errands, flush, later, states, sent } = open([refusal(409, "stop-changed", said)]);
    errands.want(wish("a"));
    await flush();
    await later(60_000);
    expect(states()).toEqual(["a refused"]);
    expect(errands.all.value[0]?.message).toBe(said);
    expect(sent).toHaveLength(1);
  });

  it("[FL9] leaves nothing of what was said against it once it is wanted anew", async () => {
    const { errands, flush, states } = open([refusal(409, "stop-changed", "Non.")]);
    errands.want(wish("a"));
    await flush();
    errands.want(wish("other", { about: "stop a" }));
    await flush();
    expect(states()).toEqual(["other taken"]);
  });

  it("[FL10] can be taken back for ten seconds, by an undo of its key", async () => {
    const { errands, sent, flush, later, states } = open();
    errands.want(wish("a"));
    await flush();
    await later(9_999);
    expect(states()).toEqual(["a taken"]);
    errands.takeBack(errands.all.value[0]?.id ?? "");
    await flush();
    expect(sent.at(-1)).toMatchObject({
      path: "/api/v1/undos",
      body: { undoes: "key-of-a", stationId: "desk" },
    });
    await later(10_000);
    expect(states()).toEqual([]);
  });

  it("[FL10] is only forgotten when it never left", async () => {
    const { errands, sent, flush, states } = open([AWAY]);
    errands.want(wish("a"));
    errands.want(wish("b"));
    await flush();
    errands.takeBack(errands.all.value[1]?.id ?? "");
    expect(states()).toEqual(["a waiting"]);
    expect(sent).toHaveLength(1);
  });

  it("[FL10] is taken back after it when nobody knows whether it arrived", async () => {
    const { errands, sent, flush } = open([AWAY]);
    errands.want(wish("a"));
    await flush();
    errands.takeBack(errands.all.value[0]?.id ?? "");
    errands.wake();
    await flush();
    expect(sent.map(({ path }) => path)).toEqual([
      "/api/v1/stops/a",
      "/api/v1/stops/a",
      "/api/v1/undos",
    ]);
  });

  it("[FL19] is slow after a second without an answer, waits once that is given up, and is sent again with its key", async () => {
    const { errands, sent, flush, later, freeze, giveUp, states } = open();
    const isSlow = () => errands.all.value.map((errand) => errand.isSlow);
    freeze();
    errands.want(wish("a"));
    await flush();
    await later(999);
    expect(isSlow()).toEqual([false]);
    await later(1);
    expect(isSlow()).toEqual([true]);
    expect(states()).toEqual(["a sending"]);
    await giveUp();
    expect(states()).toEqual(["a waiting"]);
    await later(1_000);
    expect(states()).toEqual(["a taken"]);
    expect(sent.map(({ body }) => body)).toMatchObject([{ key: "key-of-a" }, { key: "key-of-a" }]);
  });
});
