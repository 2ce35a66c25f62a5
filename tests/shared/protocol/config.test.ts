import { DEFAULT_DEVICE_CONFIG, decodeConfig, encodeConfig } from "@trame/shared";
import { describe, expect, it } from "vitest";

describe("a config", () => {
  it("[P2] is read as it was built", () => {
    expect(decodeConfig(encodeConfig(DEFAULT_DEVICE_CONFIG))).toEqual(DEFAULT_DEVICE_CONFIG);
    const anyPulse = { ...DEFAULT_DEVICE_CONFIG, minStitches: 0, trimsPerPiece: 1 };
    expect(decodeConfig(encodeConfig(anyPulse))).toEqual(anyPulse);
  });

  it.each([
    ["a field is missing", { heartbeatMs: undefined }],
    ["a field is no number", { minStitches: "40" }],
    ["a period is 0", { reportEveryMs: 0 }],
    ["nothing would be needed for a piece", { minStitches: 0, trimsPerPiece: 0 }],
  ])("[P13] is refused whole when %s", (_, fields) => {
    expect(decodeConfig(JSON.stringify({ ...DEFAULT_DEVICE_CONFIG, ...fields }))).toBeNull();
  });

  it("[P13] is refused when it is no JSON, as the empty one that takes a config back", () => {
    expect(decodeConfig("")).toBeNull();
  });
});
