import { decodeStatus, encodeStatus, type StatusMessage, WILL_STATUS } from "@trame/shared";
import { describe, expect, it } from "vitest";

const status: StatusMessage = { online: true, boot: "9f2c01ab", firmware: "1.0.0", rssi: -61 };

describe("a status", () => {
  it("[P2] is read as it was built, and a will says only that it is offline", () => {
    expect(decodeStatus(encodeStatus(status))).toEqual(status);
    expect(encodeStatus(WILL_STATUS)).toBe('{"online":false}');
    expect(decodeStatus('{"online":false}')).toEqual(WILL_STATUS);
  });

  it("[P12] needs to say whether the device is online", () => {
    expect(decodeStatus("{}")).toBeNull();
    expect(decodeStatus('{"online":"true"}')).toBeNull();
    expect(decodeStatus("online")).toBeNull();
    expect(decodeStatus('{"__proto__":{"online":true}}')).toBeNull();
  });

  it("[P12] is read without the details that are wrong", () => {
    const payload = { online: true, boot: "boot", firmware: "x".repeat(65), rssi: "-61" };
    expect(decodeStatus(JSON.stringify(payload))).toEqual({ ...WILL_STATUS, online: true });
  });
});
