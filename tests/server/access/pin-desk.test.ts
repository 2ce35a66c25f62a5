import { describe, expect, it } from "vitest";
import type { Answer } from "../../../server/src/access/answers.ts";
import { openDoor, START } from "../api/access/open-door.ts";

const LUC = { operatorId: "luc", terminal: "S01" };

const codeOf = (answer: Answer<null>) => (answer.ok ? "ok" : answer.refusal.code);

/** Somebody with a badge and the PIN 4711. */
async function withPin() {
  const door = await openDoor();
  door.ledger.catalogue.addOperator({ id: "luc", pseudonym: "Luc" }, START);
  const { pins } = door.access;
  await pins.set({ ...LUC, pin: null }, "4711");
  return { door, pins };
}

describe("a PIN", () => {
  it("[AC17] is nobody's until they set one, and is then asked for", async () => {
    const { pins } = await withPin();
    const asked = ["4711", "4712", null].map((pin) => pins.verify({ ...LUC, pin }));
    expect((await Promise.all(asked)).map(codeOf)).toEqual(["ok", "pin-wrong", "pin-needed"]);
    expect(codeOf(await pins.verify({ ...LUC, operatorId: "ana", pin: null }))).toBe("ok");
  });

  it("[AC17] is changed and taken away by whoever shows it, and taken away when it was forgotten", async () => {
    const { door, pins } = await withPin();
    const wrong = { ...LUC, pin: "0000" };
    expect(codeOf(await pins.set(wrong, "123456"))).toBe("pin-wrong");
    expect(codeOf(await pins.drop({ ...LUC, pin: null }))).toBe("pin-needed");
    expect(codeOf(await pins.set({ ...LUC, pin: "4711" }, "123456"))).toBe("ok");
    expect(codeOf(await pins.drop({ ...LUC, pin: "123456" }))).toBe("ok");
    expect(await pins.has("luc")).toBe(false);

    await pins.set({ ...LUC, pin: null }, "4711");
    expect([codeOf(await pins.remove("luc")), codeOf(await pins.remove("luc"))]).toEqual([
      "ok",
      "pin-absent",
    ]);
    const facts = door.sqlite.prepare<[], string>("SELECT body FROM facts").pluck().all();
    const ofPins = facts.filter((body) => body.includes('"pin"'));
    expect(new Set(ofPins)).toEqual(
      new Set([JSON.stringify({ what: "pin", subject: null, before: null, after: null })]),
    );
    expect(ofPins).toHaveLength(5);
  });

  it.each(["123", "123456789", "12a4", "１２３４", ""])(
    "[AC17] is 4 to 8 digits, not «%s»",
    async (pin) => {
      const { pins } = await withPin();
      expect(codeOf(await pins.set({ ...LUC, pin: "4711" }, pin))).toBe("pin-malformed");
    },
  );

  it("[AC5] is guessed at one station no faster than passwords, and asked for at the next as before", async () => {
    const { door, pins } = await withPin();
    const guesses = [];
    for (let tries = 0; tries < 4; tries++) {
      guesses.push(codeOf(await pins.verify({ ...LUC, pin: `000${tries}` })));
    }
    const elsewhere = await pins.verify({ ...LUC, terminal: "S02", pin: "4711" });
    door.setNow(START + 5_000);
    const later = await pins.verify({ ...LUC, pin: "4711" });
    expect([...guesses, codeOf(elsewhere), codeOf(later)]).toEqual([
      ...["pin-wrong", "pin-wrong", "pin-wrong", "too-many-tries"],
      ...["ok", "ok"],
    ]);
  });

  it("[AC14] is kept as scrypt, like a password", async () => {
    const { door } = await withPin();
    expect(door.ledger.access.pinOf("luc")).toMatch(/^scrypt\$ln=4,r=8,p=1\$/);
  });
});
