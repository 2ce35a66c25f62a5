import type { EventEmitter } from "node:events";
import fc from "fast-check";
import { parser as createParser, generate, type Packet } from "mqtt-packet";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createPacketMeter } from "../../broker/src/packet-meter.ts";
import { type PacketParser, readAhead } from "../../broker/src/read-ahead.ts";
import { connect, openBroker } from "./open-broker.ts";

const COUNTS = "trame/v1/esp-01/counts";
const EVENTS = "trame/v1/esp-01/events";

const publish: fc.Arbitrary<Buffer> = fc
  .record({
    topic: fc.constantFrom(COUNTS, COUNTS, COUNTS, EVENTS, "tele/é/SENSOR"),
    qos: fc.constantFrom(0 as const, 1 as const, 1 as const, 1 as const, 2 as const),
    dup: fc.constantFrom(false, false, false, true),
    retain: fc.constantFrom(false, false, false, true),
    messageId: fc.integer({ min: 1, max: 65_535 }),
    payload: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  })
  .map(({ dup, ...fields }) => generate({ cmd: "publish", dup: dup && fields.qos > 0, ...fields }));
const others = fc
  .constantFrom<Packet>(
    { cmd: "pingreq" },
    { cmd: "puback", messageId: 7 },
    { cmd: "subscribe", messageId: 8, subscriptions: [{ topic: "a", qos: 0 }] },
  )
  .map((packet) => generate(packet));
/** Another topic without an id, a length written with more bytes than it needs, QoS 3, what is not whole. */
const odd = fc
  .constantFrom("32090005612f622f63000061", "328200000161000131", "3604000161000161", "32", "3280")
  .map((hex) => Buffer.from(hex, "hex"));
/** MQTT forbids it, the parser lets it pass. */
const withoutId = Buffer.concat([
  Buffer.from([0x32, COUNTS.length + 4, 0, COUNTS.length]),
  Buffer.from(COUNTS),
  Buffer.alloc(2),
]);
const packet = fc.oneof(
  { weight: 24, arbitrary: publish },
  { weight: 2, arbitrary: others },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.constant(withoutId) },
);
/** Packets in the pieces in which they arrive: some together, now and then one in two. */
const pieces = fc
  .array(
    fc.record({ packet, joins: fc.boolean(), cutAt: fc.option(fc.nat({ max: 60 }), { freq: 6 }) }),
    {
      minLength: 1,
      maxLength: 12,
      size: "max",
    },
  )
  .map((all) => {
    const made: Buffer[] = [];
    for (const { packet: bytes, joins, cutAt } of all) {
      const head = bytes.subarray(0, cutAt ?? bytes.length);
      const before = joins ? made.pop() : undefined;
      made.push(
        before === undefined ? head : Buffer.concat([before, head]),
        bytes.subarray(head.length),
      );
    }
    return made.filter(({ length }) => length > 0);
  });

/** What a parser makes of bytes that come in these pieces. */
function readBare(all: readonly Buffer[]): unknown[] {
  const parser = bareParser();
  const heard: unknown[] = [];
  parser.on("packet", (packet) => heard.push({ ...packet }));
  (parser as EventEmitter).on("error", ({ message }: Error) => heard.push(message));
  for (const piece of all) {
    if (!isBroken(heard)) parser.parse(piece);
  }
  return heard;
}

/** Aedes ends the connection at the parser's first error: nothing is read after it. */
function isBroken(heard: readonly unknown[]): boolean {
  return typeof heard.at(-1) === "string";
}

function bareParser(): PacketParser {
  return createParser() as unknown as PacketParser;
}

/** The same read ahead, and how many packets the parser did not see. */
function openAhead(all: readonly Buffer[]): { heard: unknown[]; ahead: number } {
  const meter = createPacketMeter(Number.POSITIVE_INFINITY);
  const parser = bareParser();
  const heard: unknown[] = [];
  let seen = 0;
  const { parse } = parser;
  parser.parse = (bytes) => {
    const before = heard.length;
    const left = parse.call(parser, bytes);
    seen += heard.length - before;
    return left;
  };
  readAhead(parser, meter);
  parser.on("packet", (packet) => heard.push({ ...packet }));
  (parser as EventEmitter).on("error", ({ message }: Error) => heard.push(message));
  for (const piece of all) {
    if (!isBroken(heard) && meter.admits(piece)) parser.parse(piece);
  }
  return { heard, ahead: heard.length - seen };
}

function publishOn(topic: string, messageId: number): Buffer {
  const flags = { dup: false, retain: false, qos: 1 as const };
  return generate({ cmd: "publish", ...flags, topic, messageId, payload: "{}" });
}

describe("what is read ahead of the parser", () => {
  it("[B24] is what the parser would have read, however the bytes are cut", () => {
    let ahead = 0;
    fc.assert(
      fc.property(pieces, (all) => {
        const read = openAhead(all);
        ahead += read.ahead;
        expect(read.heard).toEqual(readBare(all));
      }),
      { numRuns: 400 },
    );
    // Some was: else nothing would have been compared.
    expect(ahead).toBeGreaterThan(20);
  });

  it("[B24] is each message on the topic of the one before it, and no other", () => {
    const [first, second, third] = [1, 2, 3].map((id) => publishOn(COUNTS, id)) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    expect(openAhead([first, second, third]).ahead).toBe(2);
    expect(openAhead([first, publishOn(EVENTS, 4), second, third]).ahead).toBe(1);
  });

  it("[B24] is what the broker's own parsers are spared", async () => {
    const parse = vi.spyOn(Object.getPrototypeOf(bareParser()), "_parsePublish");
    onTestFinished(() => parse.mockRestore());
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    for (let n = 0; n < 5; n++) await device.publishAsync(COUNTS, `${n}`, { qos: 1 });
    const payloads = broker.publications.all.map(({ payload }) => String(payload));
    expect(payloads).toEqual(["0", "1", "2", "3", "4"]);
    expect(parse).toHaveBeenCalledTimes(1);
  });
});
