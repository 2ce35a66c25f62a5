import { CODE_LENGTH_MAX, ENTRIES_MAX, PACKET_BYTES_MAX } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../server/src/store/entries.ts";
import {
  createRingReader,
  createRingWriter,
  makeRing,
  type RingReader,
} from "../../../server/src/store/entry-ring.ts";
import { countsOf } from "./made-entries.ts";

const WORDS = 256;
const ALL = { samples: Number.POSITIVE_INFINITY, entries: Number.POSITIVE_INFINITY, calls: 0 };

const total = fc.nat({ max: 2 ** 32 - 1 });
const sample = fc.record({
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  up: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  pieces: total,
  stitches: fc.option(total),
  trims: fc.option(total),
  state: fc.constantFrom("running" as const, "idle" as const, "fault" as const, null),
});
const heard = {
  deviceId: fc.stringMatching(/^[A-Za-z0-9._:-]{1,64}$/),
  received: fc.integer({ min: 0, max: 2 ** 45 }),
};
const boot = fc.stringMatching(/^[0-9a-f]{8}$/);
const up = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const counts: fc.Arbitrary<Entry> = fc.record({
  kind: fc.constant("counts" as const),
  ...heard,
  message: fc.record({ boot, up, samples: fc.array(sample, { maxLength: 12 }) }),
});
const others: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    kind: fc.constant("events" as const),
    ...heard,
    message: fc.record({
      boot,
      up,
      events: fc.array(
        fc.record({
          seq: fc.nat(),
          up: fc.nat(),
          kind: fc.constant("scan" as const),
          code: fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
        }),
        { maxLength: 5 },
      ),
    }),
  }),
  fc.record({
    kind: fc.constant("readings" as const),
    ...heard,
    readings: fc.record({
      counters: fc
        .array(fc.tuple(fc.string(), fc.nat()), { maxLength: 4 })
        .map((all) => new Map(all)),
      bootCount: fc.option(fc.nat()),
      uptimeSec: fc.option(fc.nat()),
    }),
  }),
  fc.record({
    kind: fc.constant("quarantine" as const),
    ...heard,
    topic: fc.string(),
    payload: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    index: fc.integer({ min: -1, max: 199 }),
    fault: fc.constant("not-json" as const),
  }),
);

function open(start = 0) {
  const memory = makeRing(WORDS);
  return { writer: createRingWriter(memory, start), reader: createRingReader(memory, start) };
}

function seqsOf(reader: RingReader, limits: Partial<typeof ALL> = {}): number[] {
  return reader
    .take({ ...ALL, ...limits })
    .map((entry) => (entry.kind === "counts" ? (entry.message.samples[0]?.seq ?? 0) : 0));
}

describe("the ring of entries", () => {
  it("[S23] gives each entry once, unchanged and in its order, however often it has gone round", () => {
    const steps = fc.array(fc.tuple(fc.oneof(counts, others), fc.integer({ min: 0, max: 3 })), {
      minLength: 30,
      maxLength: 60,
    });
    let refused = 0;
    let rounds = 0;
    let wraps = 0;
    // Positions have 32 bits, and go on where they wrap.
    const starts = fc.constantFrom(0, 100, 2 ** 31 - 512);
    fc.assert(
      fc.property(steps, starts, (all, start) => {
        const { writer, reader } = open(start);
        const put: Entry[] = [];
        const taken: Entry[] = [];
        for (const [entry, entries] of all) {
          if (writer.put(entry, 0)) put.push(entry);
          else refused += 1;
          writer.show();
          taken.push(...reader.take({ ...ALL, entries }));
          writer.free(reader.position);
        }
        taken.push(...reader.take(ALL));
        rounds = Math.max(rounds, (reader.position - start) / WORDS);
        if (start > 100 && reader.position < 0) wraps += 1;
        expect(taken).toEqual(put);
      }),
      { numRuns: 200 },
    );
    // It was full, and it went round: else this would not have been seen.
    expect([refused > 0, rounds > 2, wraps > 0]).toEqual([true, true, true]);
  });

  it("[S23] refuses what it has no room for, and takes it once there is some", () => {
    const { writer, reader } = open();
    let seq = 0;
    while (writer.put(countsOf(seq + 1), 0)) seq += 1;
    writer.show();
    expect(seqsOf(reader)).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
    expect(writer.put(countsOf(seq + 1), 0)).toBe(false);
    writer.free(reader.position);
    expect(writer.put(countsOf(seq + 1), 0)).toBe(true);
  });

  it("[S23] has room for the longest messages, wherever they begin", () => {
    const heardNow = { deviceId: "d".repeat(64), received: 1_000 };
    const code = "€".repeat(CODE_LENGTH_MAX);
    const events = Array.from({ length: PACKET_BYTES_MAX / CODE_LENGTH_MAX }, (_, seq) => ({
      ...{ seq, up: seq },
      ...{ kind: "scan" as const, code },
    }));
    const longest: Entry[] = [
      countsOf(1, ENTRIES_MAX),
      { kind: "events", ...heardNow, message: { boot: "9f2c01ab", up: 1, events } },
      {
        ...{ kind: "quarantine", ...heardNow, topic: "t".repeat(1_000) },
        ...{ payload: Buffer.alloc(PACKET_BYTES_MAX), index: -1, fault: "not-json" },
      },
    ];
    const memory = makeRing();
    const writer = createRingWriter(memory);
    const reader = createRingReader(memory);
    for (let round = 0; round < 40; round++) {
      for (const entry of longest) expect(writer.put(entry, 0)).toBe(true);
      writer.show();
      expect(reader.take(ALL)).toHaveLength(longest.length);
      writer.free(reader.position);
    }
  });

  it("[S20] gives at most so many samples at once, and a longer message alone", () => {
    const { writer, reader } = open();
    for (const [seq, samples] of [
      [1, 3],
      [2, 3],
      [3, 20],
      [4, 1],
    ] as const) {
      writer.put(countsOf(seq, samples), 0);
    }
    writer.show();
    const groups = [1, 2, 3].map(() => seqsOf(reader, { samples: 6 }));
    expect(groups).toEqual([[1, 2], [3], [4]]);
  });

  it("[S23] keeps back what was put after a call that was not served", () => {
    const { writer, reader } = open();
    writer.put(countsOf(1), 0);
    writer.put(countsOf(2), 1);
    writer.show();
    expect(seqsOf(reader)).toEqual([1]);
    expect(seqsOf(reader)).toEqual([]);
    expect(seqsOf(reader, { calls: 1 })).toEqual([2]);
  });

  it("[S20] wakes the reader that sleeps, once, and lets it sleep only when nothing is there", () => {
    const { writer, reader } = open();
    writer.put(countsOf(1), 0);
    expect(writer.show()).toBe(true);
    writer.put(countsOf(2), 0);
    expect(writer.show()).toBe(false);
    expect(reader.sleep()).toBe(false);
    expect(seqsOf(reader)).toEqual([1, 2]);
    expect(reader.sleep()).toBe(true);
  });

  it("[S23] shows nothing before it is told to", () => {
    const { writer, reader } = open();
    writer.put(countsOf(1), 0);
    expect(seqsOf(reader)).toEqual([]);
    writer.show();
    expect(seqsOf(reader)).toEqual([1]);
  });
});
