import { Duplex } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherWrites } from "../../broker/src/gather-writes.ts";

/** A stream that keeps what it was given to send; while it is held, nothing is sent. */
function openStream(highWaterMark = 1_024) {
  const sent: string[] = [];
  let release: (() => void) | null = null;
  let isHeld = false;
  const stream = new Duplex({
    highWaterMark,
    read: () => undefined,
    write(chunk: Buffer, _, done) {
      sent.push(chunk.toString("latin1"));
      if (isHeld) release = done;
      else done();
    },
  });
  gatherWrites(stream);
  return {
    stream,
    sent,
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      release?.();
    },
  };
}

describe("what a connection is sent", () => {
  it("[B25] is written at once where it came within one turn", async () => {
    const { stream, sent } = openStream();
    for (const piece of ["a", "bc", "d"]) stream.write(Buffer.from(piece));
    expect(sent).toEqual([]);
    await nextTurn();
    stream.write(Buffer.from("e"));
    await nextTurn();
    expect(sent).toEqual(["abcd", "e"]);
  });

  it("[B25] keeps its order and every byte, whatever it is handed over as", async () => {
    const piece = fc.record({
      text: fc.string({ minLength: 1, maxLength: 30, unit: "grapheme-ascii" }),
      as: fc.constantFrom("bytes", "bytes", "text", "with a callback", "later"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const { stream, sent } = openStream(16);
        let called = 0;
        const give: Record<string, (text: string) => unknown> = {
          bytes: (text) => stream.write(Buffer.from(text)),
          text: (text) => stream.write(text, "latin1"),
          "with a callback": (text) => stream.write(Buffer.from(text), () => called++),
          later: (text) => nextTurn().then(() => stream.write(Buffer.from(text))),
        };
        for (const { text, as } of pieces) {
          const given = give[as]?.(text);
          if (given instanceof Promise) await given;
        }
        await nextTurn();
        expect(sent.join("")).toBe(pieces.map(({ text }) => text).join(""));
        expect(called).toBe(pieces.filter(({ as }) => as === "with a callback").length);
      }),
      { numRuns: 100 },
    );
  });

  it("[B25] tells who writes more than is taken to wait, and when to go on", async () => {
    const { stream, hold, release } = openStream(4);
    hold();
    expect(stream.write(Buffer.from("abcdef"))).toBe(true);
    await nextTurn();
    expect(stream.write(Buffer.from("g"))).toBe(false);
    const drained = new Promise((resolve) => stream.once("drain", resolve));
    release();
    await drained;
    expect(stream.write(Buffer.from("h"))).toBe(true);
  });

  it("[B25] is dropped where the connection has gone meanwhile", async () => {
    const { stream, sent } = openStream();
    stream.write(Buffer.from("a"));
    stream.destroy();
    await nextTurn();
    expect(sent).toEqual([]);
  });
});
