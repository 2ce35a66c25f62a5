import { describe, expect, it } from "vitest";
import type { Entry } from "../../../server/src/store/entries.ts";
import {
  type Committed,
  createEntryQueue,
  NotTaken,
} from "../../../server/src/store/entry-queue.ts";
import { createRingReader, makeRing } from "../../../server/src/store/entry-ring.ts";
import { countsOf } from "./made-entries.ts";

function unreadable(index: number): Entry {
  const payload = Buffer.from("{");
  const topic = "trame/v1/esp-01/counts";
  return {
    ...{ kind: "quarantine", deviceId: "esp-01", topic },
    received: 1_000,
    payload,
    index,
    fault: "not-json",
  };
}

/** A queue, and a writer by hand that takes so many entries when the test says so. */
function openQueue({ words = 1_024 } = {}) {
  const memory = makeRing(words);
  const reader = createRingReader(memory);
  let wakes = 0;
  let done = 0;
  const queue = createEntryQueue(memory, () => {
    wakes += 1;
  });
  return {
    queue,
    wakes: () => wakes,
    take: ({ calls }: { calls: number }) =>
      reader.take({ samples: 10_000, entries: 10_000, calls }),
    commit(entries = Number.POSITIVE_INFINITY, told: Partial<Committed> = {}): Entry[] {
      const taken = reader.take({ samples: 10_000, entries, calls: Number.POSITIVE_INFINITY });
      done += taken.length;
      const { position } = reader;
      queue.hear({ done, position, rejected: [], error: null, clock: done, ...told });
      return taken;
    },
  };
}

async function outcomeOf(promise: Promise<void>): Promise<string> {
  const settled = promise.then(
    () => "on disk",
    (error: Error) => (error instanceof NotTaken ? "not taken" : error.message),
  );
  const later = new Promise<string>((resolve) => setImmediate(() => resolve("pending")));
  return await Promise.race([settled, later]);
}

const FULL = new Error("disk full");

describe("the queue of entries", () => {
  it("[S21] a message is on disk when its group is, not before", async () => {
    const { queue, commit } = openQueue();
    const kept = [queue.append([countsOf(1)]), queue.append([countsOf(2)])];
    expect(await Promise.all(kept.map(outcomeOf))).toEqual(["pending", "pending"]);
    commit(1);
    expect(await Promise.all(kept.map(outcomeOf))).toEqual(["on disk", "pending"]);
    commit();
    expect(await Promise.all(kept.map(outcomeOf))).toEqual(["on disk", "on disk"]);
  });

  it("[S21] all are refused when their group can't be stored, and the next group is tried", async () => {
    const { queue, commit } = openQueue();
    const refused = [queue.append([countsOf(1)]), queue.append([countsOf(2)])];
    commit(2, { error: FULL });
    const next = queue.append([countsOf(3)]);
    commit();
    const outcomes = await Promise.all([...refused, next].map(outcomeOf));
    expect(outcomes).toEqual(["disk full", "disk full", "on disk"]);
  });

  it("[S21] only the message that the store did not take is refused", async () => {
    const { queue, commit } = openQueue();
    const kept = [1, 2, 3].map((seq) => queue.append([countsOf(seq)]));
    commit(1);
    commit(2, { rejected: [1] });
    const outcomes = await Promise.all(kept.map(outcomeOf));
    expect(outcomes).toEqual(["on disk", "on disk", "not taken"]);
  });

  it("[S21] a message whose entries fall into two groups waits for both, and is refused with either", async () => {
    const { queue, commit } = openQueue();
    const kept = [1, 2, 3].map((seq) => queue.append([countsOf(seq), unreadable(seq)]));
    commit(1);
    expect(await Promise.all(kept.map(outcomeOf))).toEqual(["pending", "pending", "pending"]);
    commit(2);
    commit(2, { error: FULL });
    commit();
    const outcomes = await Promise.all(kept.map(outcomeOf));
    expect(outcomes).toEqual(["on disk", "disk full", "disk full"]);
  });

  it("[S21] a flush waits for all that came before it, and ends also where it was refused", async () => {
    const { queue, commit } = openQueue();
    expect(await outcomeOf(queue.flushed())).toBe("on disk");
    const refused = queue.append([countsOf(1)]).catch(() => undefined);
    const flushed = queue.flushed();
    const later = queue.append([countsOf(2)]);
    expect(await outcomeOf(flushed)).toBe("pending");
    commit(1, { error: FULL });
    expect(await outcomeOf(flushed)).toBe("on disk");
    expect(await outcomeOf(later)).toBe("pending");
    await refused;
  });

  it("[S23] keeps what the ring has no room for, in its order", async () => {
    const { queue, commit } = openQueue({ words: 64 });
    const all = Array.from({ length: 200 }, (_, at) => countsOf(at + 1));
    const kept = all.map((entry) => queue.append([entry]));
    const taken: Entry[] = [];
    for (let some = commit(); some.length > 0; some = commit()) taken.push(...some);
    expect(taken).toEqual(all);
    await Promise.all(kept);
  });

  it("[S23] tells a call how many entries came before it", () => {
    const { queue } = openQueue();
    const told: number[] = [];
    void queue.append([countsOf(1), unreadable(0)]);
    queue.placeCall((after) => told.push(after));
    void queue.append([countsOf(2)]);
    queue.placeCall((after) => told.push(after));
    expect(told).toEqual([2, 3]);
  });

  it("[S23] holds nothing up for a call that could not be posted", () => {
    const { queue, take } = openQueue();
    const failing = (): never => {
      throw new Error("could not be cloned");
    };
    expect(() => queue.placeCall(failing)).toThrow("could not be cloned");
    void queue.append([countsOf(1)]);
    queue.placeCall(() => undefined);
    void queue.append([countsOf(2)]);
    expect(take({ calls: 0 })).toEqual([countsOf(1)]);
  });

  it("[S20] wakes a writer that sleeps, and not one that is at work", () => {
    const { queue, wakes } = openQueue();
    for (const seq of [1, 2, 3]) void queue.append([countsOf(seq)]);
    expect(wakes()).toBe(1);
  });

  it("[S31] refuses what waits, and all that comes, when the writer has ended", async () => {
    const { queue } = openQueue();
    const waiting = queue.append([countsOf(1)]);
    queue.fail(new Error("the thread has ended"));
    const later = queue.append([countsOf(2)]);
    const outcomes = await Promise.all([waiting, later].map(outcomeOf));
    expect(outcomes).toEqual(["the thread has ended", "the thread has ended"]);
  });
});
