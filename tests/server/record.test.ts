import { describe, expect, it } from "vitest";
import { createRecorder, NotTaken } from "../../server/src/record.ts";
import { type Batch, decodeBatch, type Entry } from "../../server/src/store/entries.ts";

/** A message as long as devices may send them. */
function longEntry(firstSeq: number, length: number): Entry {
  const samples = Array.from({ length }, (_, i) => {
    const seq = firstSeq + i;
    return { seq, up: seq, pieces: seq, stitches: null, trims: 4, state: "running" as const };
  });
  return {
    kind: "counts",
    deviceId: "esp-01",
    received: 1_000,
    message: { boot: "9f2c01ab", up: firstSeq + length, samples },
  };
}

function eventsEntry(length: number): Entry {
  const events = Array.from({ length }, (_, seq) => ({
    seq,
    up: seq,
    kind: "scan" as const,
    code: "118X117K",
  }));
  return {
    kind: "events",
    deviceId: "esp-02",
    received: 5,
    message: { boot: "00000001", up: 9, events },
  };
}

function samplesOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, each) => {
    if (each.kind === "counts") return sum + each.message.samples.length;
    return sum + (each.kind === "events" ? each.message.events.length : 1);
  }, 0);
}

function entry(seq: number, deviceId = "esp-01"): Entry {
  const sample = { seq, up: seq, pieces: seq, stitches: null, trims: 4, state: "running" as const };
  return {
    kind: "counts",
    deviceId,
    received: 1_000 + seq,
    message: { boot: "9f2c01ab", up: seq, samples: [sample] },
  };
}

/** None of these tests is about people. */
function noAct(): Promise<never> {
  return Promise.reject(new Error("no act was expected"));
}

/** A writer by hand: groups wait until the test commits or refuses them. */
function fakeWriter() {
  const groups: {
    entries: Entry[];
    answer: PromiseWithResolvers<{ rejected: number[]; clock: number }>;
  }[] = [];
  const commit = (batch: Batch) => {
    const answer = Promise.withResolvers<{ rejected: number[]; clock: number }>();
    groups.push({ entries: decodeBatch(batch), answer });
    return answer.promise;
  };
  return { groups, recorder: createRecorder({ act: noAct, commit }, { now: () => 0 }) };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function outcomeOf(promise: Promise<void>): Promise<string> {
  const settled = promise.then(
    () => "on disk",
    (error: Error) => error.constructor.name,
  );
  return Promise.race([settled, nextTurn().then(() => "pending")]);
}

describe("the recorder", () => {
  it("[S20] what comes in one turn commits together, unchanged", async () => {
    const { groups, recorder } = fakeWriter();
    const event: Entry = {
      kind: "events",
      deviceId: "esp-02",
      received: 5,
      message: {
        boot: "00000001",
        up: 9,
        events: [{ seq: 1, up: 2, kind: "scan", code: "118X117K" }],
      },
    };
    void recorder.record([entry(1)]);
    void recorder.record([event]);
    void recorder.record([entry(2, "esp-03")]);
    await nextTurn();
    expect(groups.map((group) => group.entries)).toEqual([[entry(1), event, entry(2, "esp-03")]]);
  });

  it("[S20] a group fills while another commits, and goes when that one is done", async () => {
    const { groups, recorder } = fakeWriter();
    void recorder.record([entry(1)]);
    await nextTurn();
    void recorder.record([entry(2)]);
    void recorder.record([entry(3)]);
    expect(groups).toHaveLength(1);
    groups[0]?.answer.resolve({ rejected: [], clock: 1 });
    await nextTurn();
    expect(groups[1]?.entries).toEqual([entry(2), entry(3)]);
  });

  it("[S20] a group of 1,000 samples waits for nothing", () => {
    const { groups, recorder } = fakeWriter();
    for (let seq = 1; seq <= 2_500; seq++) void recorder.record([entry(seq)]);
    expect(groups.map((group) => group.entries.length)).toEqual([1_000, 1_000]);
  });

  it("[S20] no group holds more than 1,000 samples, however long the messages are", () => {
    const { groups, recorder } = fakeWriter();
    void recorder.record([entry(1)]);
    for (let i = 0; i < 10; i++) void recorder.record([longEntry(2 + i * 200, 200)]);
    expect(groups.map((group) => samplesOf(group.entries))).toEqual([801, 1_000]);
  });

  it("[S20] events count by their number", () => {
    const { groups, recorder } = fakeWriter();
    for (let i = 0; i < 11; i++) void recorder.record([eventsEntry(200)]);
    expect(groups.map((group) => samplesOf(group.entries))).toEqual([1_000, 1_000]);
  });

  it("[S21] a flush waits for the group that was sent before, and for the open one", async () => {
    const { groups, recorder } = fakeWriter();
    void recorder.record([entry(1)]);
    await nextTurn();
    const sentOnly = recorder.flush();
    expect(await outcomeOf(sentOnly)).toBe("pending");
    void recorder.record([entry(2)]);
    const both = recorder.flush();
    groups[1]?.answer.resolve({ rejected: [], clock: 2 });
    await nextTurn();
    expect(await outcomeOf(both)).toBe("pending");
    groups[0]?.answer.resolve({ rejected: [], clock: 1 });
    expect(await Promise.all([sentOnly, both])).toEqual([undefined, undefined]);
  });

  it("[S21] a flush ends also when the group is refused", async () => {
    const { groups, recorder } = fakeWriter();
    const refused = recorder.record([entry(1)]).catch((error: Error) => error.message);
    await nextTurn();
    const flushed = recorder.flush();
    groups[0]?.answer.reject(new Error("disk full"));
    expect([await refused, await flushed]).toEqual(["disk full", undefined]);
  });

  it("[S21] a message is on disk when its group is, not before", async () => {
    const { groups, recorder } = fakeWriter();
    const recorded = recorder.record([entry(1)]);
    await nextTurn();
    expect(await outcomeOf(recorded)).toBe("pending");
    groups[0]?.answer.resolve({ rejected: [], clock: 1 });
    await nextTurn();
    expect(await outcomeOf(recorded)).toBe("on disk");
  });

  it("[S21] all are refused when their group can't be stored, and the next group is tried", async () => {
    const { groups, recorder } = fakeWriter();
    const refused = [recorder.record([entry(1)]), recorder.record([entry(2)])];
    const outcomes = Promise.all(
      refused.map((each) => each.catch((error: Error) => error.message)),
    );
    await nextTurn();
    groups[0]?.answer.reject(new Error("disk full"));
    expect(await outcomes).toEqual(["disk full", "disk full"]);
    void recorder.record([entry(3)]);
    await nextTurn();
    expect(groups[1]?.entries).toEqual([entry(3)]);
  });

  it("[S21] only the message that the store did not take is refused", async () => {
    const { groups, recorder } = fakeWriter();
    const good = recorder.record([entry(1)]);
    const bad = recorder.record([entry(2)]).catch((error: unknown) => error);
    await nextTurn();
    groups[0]?.answer.resolve({ rejected: [1], clock: 1 });
    await good;
    expect(await bad).toBeInstanceOf(NotTaken);
  });

  it("[D5] what was received goes to the store at once when it is flushed, ahead of a step of the clock", () => {
    const { groups, recorder } = fakeWriter();
    void recorder.record([entry(1)]);
    expect(groups).toHaveLength(0);
    void recorder.flush();
    expect(groups.map((group) => group.entries)).toEqual([[entry(1)]]);
  });
});
