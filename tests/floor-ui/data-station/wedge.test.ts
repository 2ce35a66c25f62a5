import { badgeToQr, toQr } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type KeyPress, startWedge } from "../../../floor-ui/src/data/station/wedge.ts";
import { createFakeTime } from "../support/fake-time.ts";

/** What the keys of the top row write without shift on a French keyboard. */
const AZERTY = new Map(
  Object.entries({
    1: "&",
    2: "é",
    3: '"',
    4: "'",
    5: "(",
    6: "-",
    7: "è",
    8: "_",
    9: "ç",
    0: "à",
  }),
);

function setUp() {
  const time = createFakeTime();
  const read: string[] = [];
  let press: (key: KeyPress) => void = () => {};
  const wedge = startWedge({
    listen(onKey) {
      press = onKey;
      return () => {
        press = () => {};
      };
    },
    onCode: (text) => read.push(text),
  });
  /** True when the page does not get to see the key. */
  function key(code: string, written: string, over: Partial<KeyPress> = {}): boolean {
    let isStopped = false;
    const flags = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    press({
      ...flags,
      code,
      key: written,
      isComposing: false,
      repeat: false,
      timeStamp: time.monotonic(),
      target: { tagName: "BODY" },
      preventDefault: () => {
        isStopped = true;
      },
      stopPropagation: () => {},
      ...over,
    });
    return isStopped;
  }
  /** As a scanner does: `write` is the tablet's layout. */
  function type(text: string, everyMs: number, write: (sign: string) => string = (sign) => sign) {
    for (const sign of text) {
      key(/[0-9]/.test(sign) ? `Digit${sign}` : `Key${sign}`, write(sign));
      time.advance(everyMs);
    }
  }
  return { read, key, type, time, wedge };
}

const ticket = toQr({ order: 118, bundle: 967 });

describe("scanner that types", () => {
  it.each([
    ["an American layout", (sign: string) => sign],
    ["a French layout", (sign: string) => AZERTY.get(sign) ?? sign.toLowerCase()],
    ["capitals locked", (sign: string) => sign.toLowerCase()],
  ])("[H17] is read by the places of the keys on %s", (_layout, write) => {
    const { read, key, type } = setUp();
    for (const text of [ticket, badgeToQr(412)]) {
      type(text, 5, write);
      key("Enter", "Enter");
    }
    expect(read).toEqual([ticket, badgeToQr(412)]);
  });

  it("[H17] may use the number block, press shift and end with Tab", () => {
    const { read, key, time } = setUp();
    for (const sign of "118") {
      key("ShiftLeft", "Shift");
      key(`Numpad${sign}`, "End");
      time.advance(10);
    }
    key("KeyX", "X");
    key("Numpad4", "4");
    const isStopped = key("Tab", "Tab");
    expect([read, isStopped]).toEqual([["118X4"], true]);
  });

  it("[H17] presses no button of the page, neither by its signs nor by its Enter", () => {
    const { key } = setUp();
    const stopped = [..."118X117K"].map((sign) =>
      key(/\d/.test(sign) ? `Digit${sign}` : `Key${sign}`, sign),
    );
    expect([stopped.slice(1), key("Enter", "Enter")]).toEqual([Array(7).fill(true), true]);
  });

  it("[H17] is read whole by a page that was too busy to hear each key at once", () => {
    const { read, key, time } = setUp();
    [...ticket].forEach((sign, index) => {
      time.advance(100);
      key(/\d/.test(sign) ? `Digit${sign}` : `Key${sign}`, sign, { timeStamp: 5000 + index * 4 });
    });
    key("Enter", "Enter", { timeStamp: 5040 });
    expect(read).toEqual([ticket]);
  });

  it("[H17] leaves a person's typing to the page", () => {
    const { read, key, type, time } = setUp();
    type(ticket, 50);
    expect([key("Enter", "Enter"), read]).toEqual([false, []]);
    time.advance(500);
    expect([key("Space", " "), key("Enter", "Enter"), key("Tab", "Tab")]).toEqual([
      false,
      false,
      false,
    ]);
    time.advance(500);
    for (let held = 0; held < 9; held += 1) key("Digit1", "1", { repeat: held > 0 });
    expect([key("Enter", "Enter"), read]).toEqual([false, []]);
  });

  it.each([
    { target: { tagName: "INPUT" } },
    { target: { tagName: "TEXTAREA" } },
    { target: { tagName: "DIV", isContentEditable: true } },
    { ctrlKey: true },
    { isComposing: true },
  ])("[H17] leaves %j to the page", (over) => {
    const { read, key } = setUp();
    for (const sign of ticket) key(/\d/.test(sign) ? `Digit${sign}` : `Key${sign}`, sign, over);
    expect([key("Enter", "Enter", over), read]).toEqual([false, []]);
  });

  it("[H17] hears nothing once it is closed", () => {
    const { read, key, type, wedge } = setUp();
    wedge.close();
    type(ticket, 5);
    key("Enter", "Enter");
    expect(read).toEqual([]);
  });
});
