import { describe, expect, it } from "vitest";
import {
  ROTATION_MAX_MS,
  readKeys,
  type SecretStore,
} from "../../../server/src/devices/device-secrets.ts";

const [OLD, NEW] = [1, 2].map((byte) => {
  return { salt: Uint8Array.of(byte), hash: Uint8Array.of(byte, byte) };
});
const SINCE = Date.parse("2026-11-23T08:00:00Z");

function openStore(): SecretStore & { readonly settled: string[] } {
  const settled: string[] = [];
  return {
    settled,
    deviceKeys: () =>
      Promise.resolve({
        secret: OLD ?? null,
        next: NEW === undefined ? null : { ...NEW, since: SINCE },
        isRevoked: false,
      }),
    offerSecret: () => Promise.resolve(),
    revokeSecret: () => Promise.resolve(),
    settleSecret(deviceId) {
      settled.push(deviceId);
      return Promise.resolve();
    },
  };
}

describe("an offered secret", () => {
  it("[TL11] stands beside the former one for a day", async () => {
    const store = openStore();
    const settlesAt = SINCE + ROTATION_MAX_MS;
    expect(await readKeys(store, "esp-01", settlesAt - 1)).toEqual({
      keys: { secret: OLD, next: NEW, isRevoked: false },
      settlesAt,
    });
    expect(store.settled).toEqual([]);
  });

  it("[TL11] takes its place when the day is over", async () => {
    const store = openStore();
    expect(await readKeys(store, "esp-01", SINCE + ROTATION_MAX_MS)).toEqual({
      keys: { secret: NEW, next: null, isRevoked: false },
      settlesAt: null,
    });
    expect(store.settled).toEqual(["esp-01"]);
  });
});
