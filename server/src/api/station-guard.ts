import { createHash, timingSafeEqual } from "node:crypto";
import type { RefusalCode } from "@trame/shared";
import type { Store } from "../store/open-store.ts";
import { bearerOf } from "./authorization.ts";

/** Who sends: a supervisor, the station itself, or why neither. */
export type Sender =
  | "admin"
  | "station"
  | Extract<RefusalCode, "station-key-missing" | "station-key-foreign">;

/** Tells who may write for a station: its own key, or the admin token ([Y14]). */
export interface StationGuard {
  senderFor(stationId: string, authorization: string | undefined): Promise<Sender>;
  /** Makes a new key for a station; the one before is of no use any more. */
  makeKey(stationId: string, now: number): Promise<string>;
}

const KEY_BYTES = 24;

export function createStationGuard(
  store: Pick<Store, "stationKeys" | "putStationKey">,
  adminToken: string,
): StationGuard {
  const admin = digest(adminToken);
  /** Digests of the keys by station; read once, since this server alone makes them. */
  let known: Promise<Map<string, Buffer>> | null = null;

  async function read(): Promise<Map<string, Buffer>> {
    const keys = await store.stationKeys();
    return new Map(keys.map(({ stationId, digest: of }) => [stationId, Buffer.from(of)]));
  }

  function keys(): Promise<Map<string, Buffer>> {
    known ??= read().catch((error) => {
      known = null;
      throw error;
    });
    return known;
  }

  return {
    async senderFor(stationId, authorization) {
      const given = bearerOf(authorization);
      if (given === undefined) return "station-key-missing";
      const of = digest(given);
      if (timingSafeEqual(of, admin)) return "admin";
      const all = await keys();
      const own = all.get(stationId);
      if (own !== undefined && timingSafeEqual(of, own)) return "station";
      const isForeign = [...all.values()].some((other) => timingSafeEqual(of, other));
      return isForeign ? "station-key-foreign" : "station-key-missing";
    },
    async makeKey(stationId, now) {
      const key = randomKey();
      const of = digest(key);
      await store.putStationKey({ stationId, digest: of }, now);
      (await keys()).set(stationId, of);
      return key;
    },
  };
}

function randomKey(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES))).toString("base64url");
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
