import { createGuesses, hashSecret, type TurnedAway } from "@trame/broker";
import { describe, expect, it } from "vitest";
import { connect, credential, openBroker, refusalCode, secretOf } from "./open-broker.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const NOT_AUTHORIZED = 5;

/** Guesses at a counter from an address, on a clock turned by hand. */
function setUp() {
  let clock = 0;
  const guesses = createGuesses(() => clock);
  const guess = (shown: string, remote = "10.0.0.66", deviceId: string | null = "esp-01") => ({
    ...{ deviceId, remote, shown: Buffer.from(shown) },
  });
  return {
    guesses,
    guess,
    pass(ms: number) {
      clock += ms;
    },
  };
}

/** Different wrong ones, one after the other; how many were looked at. */
function tryAll({ guesses, guess }: ReturnType<typeof setUp>, times: number, remote?: string) {
  let lookedAt = 0;
  for (let n = 0; n < times; n++) {
    const each = guess(`wrong ${n}`, remote);
    if (!guesses.mayTry(each)) continue;
    lookedAt += 1;
    guesses.failed(each);
  }
  return lookedAt;
}

describe("guessing at a counter's secret", () => {
  it("[B23] is looked at twenty times, then after a delay that doubles up to a minute", () => {
    const door = setUp();
    expect(tryAll(door, 1_000)).toBe(20);
    const waited = [];
    for (let n = 0; n < 8; n++) {
      let ms = 0;
      while (!door.guesses.mayTry(door.guess(`later ${n}`))) {
        door.pass(SECOND);
        ms += SECOND;
      }
      door.guesses.failed(door.guess(`later ${n}`));
      waited.push(ms / SECOND);
    }
    expect(waited).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it("[B23] costs nobody anything at another address, nor another counter at the same", () => {
    const door = setUp();
    tryAll(door, 1_000);
    const { guesses, guess } = door;
    expect(guesses.mayTry(guess("the right one"))).toBe(false);
    expect(guesses.mayTry(guess("the right one", "10.0.0.7"))).toBe(true);
    expect(guesses.mayTry(guess("the right one", "10.0.0.66", "esp-02"))).toBe(true);
  });

  it("[B23] keeps no counter out that came in from there before", () => {
    const door = setUp();
    const { guesses, guess } = door;
    guesses.succeeded(guess("the right one"));
    tryAll(door, 1_000);
    expect(guesses.mayTry(guess("the right one"))).toBe(true);
  });

  it("[B23] counts what is new: a counter that is set up wrongly comes in at once when it is set right", () => {
    const { guesses, guess } = setUp();
    for (let n = 0; n < 1_000; n++) guesses.failed(guess("a slip of the pen"));
    expect(guesses.mayTry(guess("the right one"))).toBe(true);
  });

  it("[B23] is answered later and later, whatever counter it is about", () => {
    const { guesses, guess } = setUp();
    const held = [];
    for (let n = 0; n < 10; n++) held.push(guesses.failed(guess(`wrong ${n}`, "a", `esp-${n}`)));
    expect(held).toEqual([0, 0, 0, 100, 200, 400, 800, 1_600, 3_200, 5_000]);
  });

  it("[B23] is forgotten with time, and from whom it was when there are too many", () => {
    const door = setUp();
    tryAll(door, 25);
    door.pass(20 * MINUTE);
    expect(tryAll(door, 1)).toBe(1);
    expect(door.guesses.failed(door.guess("again"))).toBe(0);
  });

  it("[B23] made-up names share the tries at the pairing code, which proves none of them", () => {
    const door = setUp();
    const { guesses, guess } = door;
    const code = (shown: string) => guess(shown, "10.0.0.66", null);
    guesses.succeeded(code("the code"));
    for (let n = 0; n < 20; n++) guesses.failed(code(`wrong ${n}`));
    expect(guesses.mayTry(code("wrong 21"))).toBe(false);
  });
});

describe("the door", () => {
  const few = {
    ...{ lookedAt: 2, firstMs: MINUTE, longestMs: MINUTE, answered: 9, heldMs: 1 },
    ...{ heldLongestMs: 1, forgetsMs: MINUTE, keysMax: 100 },
  };

  it("[B23] looks at no more guesses, and lets the others in", async () => {
    const told: TurnedAway[] = [];
    const broker = await openBroker({
      guesses: createGuesses(() => 0, few),
      onRefused: (turned) => told.push(turned),
    });
    const guessed = (password: string) => refusalCode(connect(broker, "esp-01", { password }));

    expect(await guessed("first")).toBe(NOT_AUTHORIZED);
    expect(await guessed("second")).toBe(NOT_AUTHORIZED);
    expect(await guessed(secretOf("esp-01"))).toBe(NOT_AUTHORIZED);

    expect(await refusalCode(connect(broker, "esp-02"))).toBeNull();
    const of = { deviceId: "esp-01", remote: expect.stringContaining("127.0.0.1") };
    expect(told).toEqual([
      { ...of, refused: "wrong-secret" },
      { ...of, refused: "wrong-secret" },
      { ...of, refused: "too-many-guesses" },
    ]);
  });

  it("[B23] control: with fewer guesses the right one is answered at once", async () => {
    const broker = await openBroker({ guesses: createGuesses(() => 0, few) });
    await refusalCode(connect(broker, "esp-01", { password: "first" }));
    expect(await refusalCode(connect(broker, "esp-01"))).toBeNull();
  });

  it("[B23] slows guesses at the pairing code likewise, and tells no name that was made up", async () => {
    const told: TurnedAway[] = [];
    const broker = await openBroker({
      pairingCode: hashSecret("the code"),
      credentials: [credential("esp-01")],
      guesses: createGuesses(() => 0, few),
      onRefused: (turned) => told.push(turned),
    });
    const codes = [];
    for (const [n, password] of ["one", "two", "the code"].entries()) {
      codes.push(await refusalCode(connect(broker, `new-${n}`, { password })));
    }
    expect(codes).toEqual([NOT_AUTHORIZED, NOT_AUTHORIZED, NOT_AUTHORIZED]);
    expect(told.map(({ deviceId }) => deviceId)).toEqual([null, null, null]);
    expect(await refusalCode(connect(broker, "esp-01"))).toBeNull();
  });
});
