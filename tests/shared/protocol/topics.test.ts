import { buildTopic, isDeviceId, parseTopic } from "@trame/shared";
import { describe, expect, it } from "vitest";

describe("a topic", () => {
  it.each(["counts", "events", "status", "config"] as const)("[P1] says %s of a device", (kind) => {
    const device = "Esp_01.a:b-c";
    expect(parseTopic(buildTopic(device, kind))).toEqual({ device, kind });
  });

  it("[P1] may name any id, also one that an object has as a key", () => {
    for (const device of ["constructor", "__proto__", "x".repeat(64)]) {
      expect(parseTopic(`trame/v1/${device}/counts`)).toEqual({ device, kind: "counts" });
    }
  });

  it.each([
    "",
    "trame/v1/",
    "trame/v1/esp-01",
    "trame/v1/esp-01/",
    "trame/v1/esp-01/constructor",
    "trame/v1/esp-01/counts/",
    "trame/v1/esp-01/counts/x",
    "trame/v1//counts",
    "trame/v1/+/counts",
    "trame/v1/é/counts",
    "trame/v2/esp-01/counts",
    "/trame/v1/esp-01/counts",
    "$share/g/trame/v1/esp-01/counts",
    `trame/v1/${"x".repeat(65)}/counts`,
  ])("[P1] is none of the protocol's: %j", (topic) => {
    expect(parseTopic(topic)).toBeNull();
  });
});

describe("a device id", () => {
  it.each(["", "a/b", "a b", "#", "+", "a\n", "é", "x".repeat(65)])("[P1] is never %j", (id) => {
    expect(isDeviceId(id)).toBe(false);
  });
});
