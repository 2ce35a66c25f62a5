import {
  type CountsMessage,
  decodeCounts,
  ENTRIES_MAX,
  encodeCounts,
  type Sample,
  TOTAL_MAX,
  UP_MAX_MS,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainCounts } from "../../../shared/src/protocol/plain-counts.ts";

const BOOT = "9f2c01ab";
const total = fc.integer({ min: 0, max: TOTAL_MAX });
const step = fc.record({
  seq: fc.integer({ min: 1, max: 1000 }),
  up: fc.integer({ min: 0, max: 60_000 }),
  pieces: total,
  stitches: fc.option(total),
  trims: fc.option(total),
  state: fc.option(fc.constantFrom("running", "idle", "fault") as fc.Arbitrary<"running">),
});

function sample(fields: Partial<Sample> = {}): Sample {
  return { seq: 1, up: 1000, pieces: 0, stitches: null, trims: null, state: null, ...fields };
}

function decode(samples: unknown, outer: object = {}): ReturnType<typeof decodeCounts> {
  return decodeCounts(JSON.stringify({ boot: BOOT, up: 5000, samples, ...outer }));
}

function faultsOf(...samples: unknown[]): string[] {
  const decoded = decode(samples);
  return decoded.ok ? decoded.message.bad.map(({ fault }) => fault) : [decoded.fault];
}

function readable(message: Omit<CountsMessage, "bad">): object {
  return { ok: true, message: { ...message, bad: [] } };
}

describe("a counts message", () => {
  it("[P2] is read as it was built, from text and from bytes", () => {
    const history = fc.array(step, { minLength: 1, maxLength: ENTRIES_MAX });
    fc.assert(
      fc.property(history, (steps) => {
        let last = { seq: 0, up: 0 };
        const samples = steps.map((each) => {
          last = { seq: last.seq + each.seq, up: last.up + each.up };
          return { ...each, ...last };
        });
        const message = { boot: BOOT, up: last.up, samples };
        const text = encodeCounts(message);
        expect(decodeCounts(text)).toEqual(readable(message));
        expect(decodeCounts(Buffer.from(text))).toEqual(readable(message));
      }),
      { numRuns: 50 },
    );
  });

  it("[P14] is read from bytes as from text, also where something in it was written otherwise", () => {
    const edit = fc.record({
      at: fc.nat({ max: 400 }),
      drops: fc.nat({ max: 2 }),
      puts: fc.constantFrom(
        "",
        " ",
        "0",
        "-",
        ".5",
        "e3",
        "9",
        ",",
        "null",
        '"',
        "}",
        "]",
        "\ufeff",
        "é",
        "A",
      ),
    });
    const history = fc.array(step, { minLength: 1, maxLength: 3 });
    let plain = 0;
    let other = 0;
    fc.assert(
      fc.property(history, fc.array(edit, { maxLength: 2 }), (steps, edits) => {
        let last = { seq: 0, up: 0 };
        const samples = steps.map((each) => {
          last = { seq: last.seq + each.seq, up: last.up + each.up };
          return { ...each, ...last };
        });
        let text = encodeCounts({ boot: BOOT, up: last.up, samples });
        for (const { at, drops, puts } of edits) {
          text = text.slice(0, at) + puts + text.slice(at + drops);
        }
        const bytes = Buffer.from(text);
        expect(decodeCounts(bytes)).toEqual(decodeCounts(text));
        if (readPlainCounts(bytes) === null) other += 1;
        else plain += 1;
      }),
      { numRuns: 2_000 },
    );
    // Both ways were taken, each often.
    expect([plain > 200, other > 200]).toEqual([true, true]);
  });

  it.each([
    ["a space", `{"boot":"${BOOT}", "up":1,"samples":[{"seq":1,"up":1,"pieces":1}]}`],
    ["another order", `{"up":1,"boot":"${BOOT}","samples":[{"seq":1,"up":1,"pieces":1}]}`],
    ["a key more", `{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":1,"pieces":1,"more":1}]}`],
    ["a key twice", `{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":1,"pieces":1,"pieces":2}]}`],
    [
      "upper case",
      `{"boot":"${BOOT.toUpperCase()}","up":1,"samples":[{"seq":1,"up":1,"pieces":1}]}`,
    ],
    ["a leading zero", `{"boot":"${BOOT}","up":1,"samples":[{"seq":01,"up":1,"pieces":1}]}`],
    ["a fraction", `{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":1,"pieces":1.0}]}`],
    [
      "a sample before its time",
      `{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":2,"pieces":1}]}`,
    ],
    [
      "a number too large",
      `{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":1,"pieces":4294967296}]}`,
    ],
    ["more after its end", `{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":1,"pieces":1}]}}`],
    ["no sample", `{"boot":"${BOOT}","up":1,"samples":[]}`],
  ])("[P14] is read in full with %s", (_, text) => {
    expect(readPlainCounts(Buffer.from(text))).toBeNull();
    expect(decodeCounts(Buffer.from(text))).toEqual(decodeCounts(text));
  });

  it("[P2] holds the largest total, seq and up", () => {
    const largest = sample({ seq: UP_MAX_MS, up: UP_MAX_MS, pieces: TOTAL_MAX });
    const message = { boot: BOOT, up: UP_MAX_MS, samples: [largest] };
    expect(decodeCounts(encodeCounts(message))).toEqual(readable(message));
  });

  it.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["null", "not-json"],
    ["[1]", "not-json"],
    ['"text"', "not-json"],
    ["\u0000\u00ff", "not-json"],
    [`\ufeff{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":1,"pieces":1}]}`, "not-json"],
    ["{}", "boot-invalid"],
    ['{"boot":"9f2c01a","up":1,"samples":[]}', "boot-invalid"],
    ['{"boot":"9f2c01ag","up":1,"samples":[]}', "boot-invalid"],
    ['{"boot":12345678,"up":1,"samples":[]}', "boot-invalid"],
    [`{"boot":"${BOOT}","samples":[]}`, "up-invalid"],
    [`{"boot":"${BOOT}","up":-1,"samples":[]}`, "up-invalid"],
    [`{"boot":"${BOOT}","up":1.5,"samples":[]}`, "up-invalid"],
    [`{"boot":"${BOOT}","up":9007199254740992,"samples":[]}`, "up-invalid"],
    [`{"boot":"${BOOT}","up":1}`, "list-invalid"],
    [`{"boot":"${BOOT}","up":1,"samples":{"0":{}}}`, "list-invalid"],
  ])("[P3] is refused whole when its envelope can't be read: %j", (payload, fault) => {
    expect(decodeCounts(payload)).toEqual({ ok: false, fault });
    expect(decodeCounts(Buffer.from(payload))).toEqual({ ok: false, fault });
  });

  it("[P4] gives the boot in lower case, however it was written", () => {
    const samples = [sample({ up: 0 })];
    expect(decode(samples, { boot: "9F2C01aB" })).toEqual(
      readable({ boot: BOOT, up: 5000, samples }),
    );
  });

  it("[P5] carries 1 to 200 samples", () => {
    const samples = Array.from({ length: ENTRIES_MAX + 1 }, (_, i) => sample({ seq: i + 1 }));
    const refused = { ok: false, fault: "list-invalid" };
    expect(decode([])).toEqual(refused);
    expect(decode(samples)).toEqual(refused);
    expect(decode(samples.slice(0, ENTRIES_MAX))).toMatchObject({ ok: true });
  });

  it("[P6] loses only the sample that can't be read, and keeps its JSON", () => {
    const good = [sample({ pieces: 1 }), sample({ seq: 3, pieces: 3 })];
    const broken = { seq: 2, up: 1000, pieces: "two" };
    expect(decode([good[0], broken, good[1]])).toEqual({
      ok: true,
      message: {
        boot: BOOT,
        up: 5000,
        samples: good,
        bad: [{ index: 1, fault: "field-invalid", raw: JSON.stringify(broken) }],
      },
    });
  });

  it("[P6] says of each sample why it was set aside", () => {
    expect(faultsOf(null, 7, [], "text")).toEqual(Array(4).fill("field-invalid"));
    const { pieces: _, ...without } = sample();
    expect(faultsOf({}, { seq: 1 }, without)).toEqual(Array(3).fill("field-missing"));
    const broken = [{ seq: 0 }, { seq: 1.5 }, { up: -1 }, { pieces: -1 }, { pieces: null }];
    expect(faultsOf(...broken.map((fields) => ({ ...sample(), ...fields })))).toEqual(
      Array(broken.length).fill("field-invalid"),
    );
    expect(faultsOf({ ...sample(), state: "asleep" })).toEqual(["field-invalid"]);
  });

  it("[P7] sets a total over 32 bits aside, also a number that no counter could hold", () => {
    const over = TOTAL_MAX + 1;
    expect(faultsOf(sample({ pieces: over }))).toEqual(["total-too-large"]);
    expect(faultsOf(sample({ stitches: over }))).toEqual(["total-too-large"]);
    expect(faultsOf(sample({ trims: over }))).toEqual(["total-too-large"]);
    const huge = `{"boot":"${BOOT}","up":1,"samples":[{"seq":1,"up":1,"pieces":1e400}]}`;
    expect(decodeCounts(huge)).toMatchObject({
      message: { samples: [], bad: [{ index: 0, fault: "total-too-large" }] },
    });
  });

  it("[P8] has its samples in the order of seq, and up never falls", () => {
    const first = sample({ seq: 5, up: 3000 });
    expect(faultsOf(first, sample({ seq: 5, up: 3000 }))).toEqual(["seq-fell"]);
    expect(faultsOf(first, sample({ seq: 4, up: 3000 }))).toEqual(["seq-fell"]);
    expect(faultsOf(first, sample({ seq: 6, up: 2999 }))).toEqual(["up-fell"]);
    expect(faultsOf(first, sample({ seq: 6, up: 5001 }))).toEqual(["up-after-message"]);
    expect(faultsOf(first, sample({ seq: 6, up: 3000 }))).toEqual([]);
  });

  it("[P8] measures a sample against the last good one, not against one set aside", () => {
    const samples = [sample({ seq: 900, up: 9000 }), sample({ seq: 1 }), sample({ seq: 2 })];
    expect(faultsOf(...samples)).toEqual(["up-after-message"]);
  });

  it("[P9] takes null and a missing field for « not told »", () => {
    const told = { seq: 1, up: 1, pieces: 1, stitches: null, state: null };
    expect(decode([told])).toMatchObject({
      message: { samples: [{ ...told, trims: null }], bad: [] },
    });
  });

  it("[P10] reads only a message's own fields, whatever its keys are called", () => {
    const hostile = `{"__proto__":{"boot":"${BOOT}","up":1,"samples":[]},"constructor":1}`;
    expect(decodeCounts(hostile)).toEqual({ ok: false, fault: "boot-invalid" });
    const inner = `{"__proto__":{"pieces":7,"polluted":1},"seq":1,"up":1}`;
    expect(decodeCounts(`{"boot":"${BOOT}","up":1,"samples":[${inner}]}`)).toEqual({
      ok: true,
      message: {
        boot: BOOT,
        up: 1,
        samples: [],
        bad: [{ index: 0, fault: "field-missing", raw: inner }],
      },
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("[P6] never throws, whatever bytes arrive", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json(), fc.string()), (payload) => {
        expect(decodeCounts(payload)).toHaveProperty("ok");
      }),
    );
  });
});
