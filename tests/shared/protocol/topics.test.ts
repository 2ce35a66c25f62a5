import { buildTopic, isDeviceId } from "@trame/shared";
import { describe, expect, it } from "vitest";

describe("a topic", () => {
  it.each(["counts", "events", "status", "config"] as const)("[P1] says %s of a device", (kind) => {
    expect(buildTopic("Esp_01.a:b-c", kind)).toBe(`trame/v1/Esp_01.a:b-c/${kind}`);
  });
});

describe("a device id", () => {
  it.each(["", "a/b", "a b", "#", "+", "a\n", "é", "x".repeat(65)])("[P1] is never %j", (id) => {
    expect(isDeviceId(id)).toBe(false);
  });
});

describe("any other text of these signs", () => {
  it.each(["constructor", "__proto__", "Esp_01.a:b-c", "x".repeat(64)])("[P1] may be %s", (id) => {
    expect(isDeviceId(id)).toBe(true);
  });
});
