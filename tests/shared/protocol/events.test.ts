import { CODE_LENGTH_MAX, decodeEvents, type EventsMessage, encodeEvents } from "@trame/shared";
import { describe, expect, it } from "vitest";

const message: Omit<EventsMessage, "bad"> = {
  boot: "9f2c01ab",
  up: 3_601_234,
  events: [
    { seq: 414, up: 3_601_100, kind: "scan", code: "118X117K" },
    { seq: 415, up: 3_601_200, kind: "button", button: "help" },
  ],
};

function faultsOf(...events: object[]): string[] {
  const payload = JSON.stringify({
    ...message,
    events: events.map((e, i) => ({ seq: i + 1, up: 1, ...e })),
  });
  const decoded = decodeEvents(payload);
  return decoded.ok ? decoded.message.bad.map(({ fault }) => fault) : [decoded.fault];
}

describe("an events message", () => {
  it("[P2] is read as it was built", () => {
    const decoded = { ok: true, message: { ...message, bad: [] } };
    expect(decodeEvents(encodeEvents(message))).toEqual(decoded);
  });

  it("[P11] holds scans of 1 to 256 signs and the five buttons", () => {
    const longest = "x".repeat(CODE_LENGTH_MAX);
    const buttons = ["mechanic", "material", "quality", "supervisor", "help"];
    expect(faultsOf({ kind: "scan", code: longest })).toEqual([]);
    expect(faultsOf(...buttons.map((button) => ({ kind: "button", button })))).toEqual([]);
    expect(faultsOf({ kind: "scan", code: `${longest}x` })).toEqual(["field-invalid"]);
    expect(faultsOf({ kind: "scan", code: "" }, { kind: "scan" })).toEqual([
      "field-invalid",
      "field-missing",
    ]);
    expect(faultsOf({ kind: "button", button: "constructor" }, { kind: "button" })).toEqual([
      "button-unknown",
      "button-missing",
    ]);
    expect(faultsOf({}, { kind: "hum" })).toEqual(["field-missing", "field-invalid"]);
  });

  it("[P8] keeps the order of seq and up, as samples do", () => {
    const scan = { kind: "scan", code: "A" };
    expect(faultsOf({ ...scan, seq: 9 }, { ...scan, seq: 9 })).toEqual(["seq-fell"]);
    expect(faultsOf({ ...scan, up: 2 }, scan)).toEqual(["up-fell"]);
    expect(faultsOf({ ...scan, up: message.up + 1 })).toEqual(["up-after-message"]);
  });

  it("[P3] is refused whole without its list", () => {
    const counts = JSON.stringify({ ...message, events: undefined, samples: [] });
    expect(decodeEvents(counts)).toEqual({ ok: false, fault: "list-invalid" });
  });
});
