import { decodeCounts } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { buildConnect } from "../../../floor-ui/src/data/trial/mqtt-packets.ts";
import {
  startTrialCounter,
  type TrialSocketEvents,
} from "../../../floor-ui/src/data/trial/trial-counter.ts";
import { createFakeTime } from "../support/fake-time.ts";

const identity = { id: "essai-01", secret: "00112233445566778899aabbccddeeff" };
const CONNACK = [0x20, 2, 0, 0];
const REFUSED = [0x20, 2, 0, 5];

/** The counter with the other end of its wire. */
function open() {
  const time = createFakeTime();
  const sent: Uint8Array[] = [];
  let wire: TrialSocketEvents | null = null;
  const counter = startTrialCounter({
    identity,
    boot: "9f2c01ab",
    setTimer: time.setTimer,
    monotonic: time.monotonic,
    openSocket(events) {
      wire = events;
      return { send: (bytes) => sent.push(bytes), close: () => undefined };
    },
  });
  const say = (...bytes: number[]) => wire?.onBytes(Uint8Array.from(bytes));
  const dial = () => wire?.onOpen();
  const drop = () => wire?.onClose();
  /** Pieces that each published message told. */
  const told = () =>
    sent
      .filter((bytes) => bytes[0] === 0x32)
      .map((bytes) => {
        const text = new TextDecoder().decode(bytes);
        const decoded = decodeCounts(text.slice(text.indexOf("{")));
        return decoded.ok ? decoded.message.samples[0]?.pieces : null;
      });
  return { counter, time, sent, say, dial, drop, told };
}

describe("trial counter", () => {
  it("[GS6] connects with its name and secret as the protocol asks, and says that it is there", () => {
    const { counter, sent, say, dial, told } = open();
    dial();
    expect(sent).toEqual([buildConnect(identity, 60)]);
    // Clean session, user name and password (MQTT 3.1.1, 3.1.2.3).
    expect([...(sent[0] ?? [])].slice(2, 12)).toEqual([0, 4, 77, 81, 84, 84, 4, 0xc2, 0, 60]);
    say(...CONNACK);
    expect([counter.state.value, told()]).toEqual(["connected", [0]]);
  });

  it("[GS6] tells a total after each press, and every 15 s when nothing happens", () => {
    const { counter, time, say, dial, told } = open();
    dial();
    say(...CONNACK);
    counter.sew();
    counter.sew();
    time.advance(15_000);
    expect(told()).toEqual([0, 1, 2, 2]);
  });

  it("[GS6] knows what is kept by the acknowledgements, several in a frame too", () => {
    const { counter, say, dial } = open();
    dial();
    say(...CONNACK);
    counter.sew();
    expect(counter.kept.value).toBe(0);
    say(0x40, 2, 0, 2, 0x40, 2, 0, 3);
    expect(counter.kept.value).toBe(1);
  });

  it("[GS6] keeps the total over a cut, and tells it when it is back", () => {
    const { counter, time, say, dial, drop, told } = open();
    dial();
    say(...CONNACK);
    drop();
    counter.sew();
    expect([counter.state.value, told()]).toEqual(["connecting", [0]]);
    time.advance(2_000);
    dial();
    say(...CONNACK);
    expect(told()).toEqual([0, 1]);
  });

  it("[GS6] says that it is refused, and tries again", () => {
    const { counter, time, say, dial, drop } = open();
    dial();
    say(...REFUSED);
    drop();
    expect([counter.state.value, time.waiting()]).toEqual(["refused", [2_000]]);
    counter.close();
    expect(time.waiting()).toEqual([]);
  });
});
