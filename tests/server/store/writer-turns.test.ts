import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../server/src/store/entries.ts";
import { createEntryQueue } from "../../../server/src/store/entry-queue.ts";
import { createRingReader, makeRing } from "../../../server/src/store/entry-ring.ts";
import type { Request } from "../../../server/src/store/thread-calls.ts";
import { takeTurns, WAKE } from "../../../server/src/store/writer-turns.ts";
import { countsOf } from "./made-entries.ts";

function seqOf(entry: Entry): number {
  return entry.kind === "counts" ? (entry.message.samples[0]?.seq ?? 0) : 0;
}

/** Both ends of the way to the writer, and what it did in which order: entries by number, calls by name. */
function openWay({ words = 512 } = {}) {
  const memory = makeRing(words);
  const ring = createRingReader(memory);
  const did: (number | string)[] = [];
  const groups: number[][] = [];
  /** What was posted and is still under way. */
  const posted: (Request | typeof WAKE | null)[] = [];
  const queue = createEntryQueue(memory, () => posted.push(WAKE));
  const hear = takeTurns({
    ring,
    serve: (call) => void did.push(call?.name ?? "end"),
    commit(entries, done) {
      groups.push(entries.map(seqOf));
      did.push(...entries.map(seqOf));
      queue.hear({ done, position: ring.position, rejected: [], error: null, clock: done });
    },
  });
  return {
    did,
    groups,
    append: (seq: number, samples?: number) => queue.append([countsOf(seq, samples)]),
    call(name: string): void {
      queue.placeCall((after) => posted.push({ id: 0, name, args: [], author: null, after }));
    },
    end: () => void posted.push(null),
    /** One message arrives, if one is under way. */
    arrive(): void {
      const next = posted.shift();
      if (next !== undefined) hear(next);
    },
    async settle(): Promise<void> {
      for (let idle = 0, before = -1; idle < 5; before = did.length) {
        this.arrive();
        await nextTurn();
        idle = posted.length === 0 && did.length === before ? idle + 1 : 0;
      }
    },
  };
}

interface Step {
  readonly kind: "entry" | "call" | "arrive" | "turn";
  readonly samples: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("entry", "entry", "entry", "call", "arrive", "turn"),
  samples: fc.integer({ min: 1, max: 20 }),
});

describe("the turns of the writer", () => {
  it("[S23] takes calls and entries in the order in which they were made, whenever a message arrives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const way = openWay();
        const made: (number | string)[] = [];
        const kept: Promise<void>[] = [];
        const play: Record<Step["kind"], (step: Step, index: number) => unknown> = {
          entry({ samples }, index) {
            made.push(index);
            kept.push(way.append(index, samples));
          },
          call(_, index) {
            made.push(`call ${index}`);
            way.call(`call ${index}`);
          },
          arrive: way.arrive,
          turn: () => nextTurn(),
        };
        for (const [index, each] of steps.entries()) await play[each.kind](each, index);
        await way.settle();
        expect(way.did).toEqual(made);
        await Promise.all(kept);
      }),
      { numRuns: 100 },
    );
  });

  it("[S20] commits what comes meanwhile as the next group, of at most 1,000 samples", async () => {
    const way = openWay({ words: 65_536 });
    for (let seq = 1; seq <= 2_500; seq++) void way.append(seq);
    await way.settle();
    expect(way.groups.map((group) => group.length)).toEqual([1_000, 1_000, 500]);
  });

  it("[S20] commits a lone entry as soon as the writer hears of it", async () => {
    const way = openWay();
    for (const seq of [1, 2]) {
      const kept = way.append(seq);
      way.arrive();
      await kept;
      await nextTurn();
    }
    expect(way.groups).toEqual([[1], [2]]);
  });

  it("[S23] takes nothing more once it has ended", async () => {
    const way = openWay();
    way.call("plans");
    way.arrive();
    await nextTurn();
    way.end();
    void way.append(1);
    await way.settle();
    expect(way.did).toEqual(["plans", "end"]);
  });
});
