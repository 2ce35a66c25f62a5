import { describe, expect, it } from "vitest";
import {
  type LetIn,
  type ScreenKind,
  startScreenPairing,
} from "../../../floor-ui/src/data/session/pairing-screen.ts";
import { createFakeTime } from "../support/fake-time.ts";

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const FIRST = { status: 201, body: { code: "KM7WQ4", secret: "one" } };
const SECOND = { status: 201, body: { code: "AC3DE9", secret: "two" } };
const WAITS = { status: 202, body: { isWaiting: true } };

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** A screen whose server answers these, in order; null: it is away. */
function open(kind: ScreenKind, answers: (Answer | null)[]) {
  const asked: string[] = [];
  const given: LetIn[] = [];
  const time = createFakeTime();
  const pairing = startScreenPairing({
    kind,
    language: "fr",
    setTimer: time.setTimer,
    onLetIn: (letIn) => given.push(letIn),
    fetch(path, init) {
      asked.push(`${path} ${init?.body}`);
      const answer = answers.shift() ?? null;
      return answer === null
        ? Promise.reject(new TypeError("nobody there"))
        : Promise.resolve(Response.json(answer.body, { status: answer.status }));
    },
  });
  const later = async (ms: number) => {
    time.advance(ms);
    await settled();
  };
  return { pairing, asked, given, later };
}

describe("a screen that waits to be let in", () => {
  it("[AU7] shows its code, and is a wall as soon as it was accepted", async () => {
    const wall = { status: 200, body: { kind: "wall", name: "Entrée" } };
    const { pairing, asked, given, later } = open("wall", [FIRST, WAITS, wall]);
    await settled();
    expect(pairing.shown.value?.code).toBe("KM7WQ4");
    expect(given).toEqual([]);
    await later(1_500);
    expect(given).toEqual([{ kind: "wall" }]);
    await later(60_000);
    expect(asked).toEqual([
      '/api/v1/screens/pairings {"kind":"wall"}',
      '/api/v1/screens/claim {"secret":"one"}',
      '/api/v1/screens/claim {"secret":"one"}',
    ]);
  });

  it("[AU8] hands on the key of the station that it was accepted as", async () => {
    const told = { kind: "station", name: "Poste 1", stationId: "S01", key: "the-key" };
    const { given } = open("station", [FIRST, { status: 200, body: told }]);
    await settled();
    expect(given).toEqual([{ kind: "station", stationId: "S01", key: "the-key" }]);
  });

  it("[AU7] shows the next code when one is over", async () => {
    const over = { status: 404, body: { code: "pairing-unknown", message: "" } };
    const { pairing, later } = open("wall", [FIRST, WAITS, over, SECOND, WAITS]);
    await settled();
    await later(1_500);
    await later(0);
    expect(pairing.shown.value?.code).toBe("AC3DE9");
  });

  it("[AU7] keeps its code while the server is away, and says why it gets none", async () => {
    const full = { status: 429, body: { code: "pairings-full", message: "Trop d’écrans." } };
    const { pairing, later } = open("wall", [full, FIRST, null, WAITS]);
    await settled();
    expect([pairing.shown.value, pairing.trouble.value]).toEqual([null, "Trop d’écrans."]);
    await later(5_000);
    expect([pairing.shown.value?.code, pairing.trouble.value]).toEqual(["KM7WQ4", ""]);
    await later(5_000);
    expect([pairing.shown.value?.code, pairing.trouble.value]).toEqual(["KM7WQ4", null]);
  });
});
