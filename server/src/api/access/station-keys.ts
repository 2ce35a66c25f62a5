import { timingSafeEqual } from "node:crypto";
import type { RefusalCode } from "@trame/shared";
import type { Store } from "../../store/open-store.ts";
import { digestOf } from "./digest.ts";
import { may, type Principal } from "./principal.ts";

/** Keys with which the tablets of stations write; only their digests are kept. */
export interface StationKeys {
  /** Whose key it is; null when nobody's. */
  stationOf(key: string): Promise<string | null>;
  /** Makes a new key for a station; the one before is of no use any more. */
  make(stationId: string, now: number): Promise<string>;
}

const KEY_BYTES = 24;

export function createStationKeys(
  store: Pick<Store, "stationKeys" | "putStationKey">,
): StationKeys {
  /** Digests of the keys by station; read once, since this server alone makes them. */
  let known: Promise<Map<string, Buffer>> | null = null;

  async function read(): Promise<Map<string, Buffer>> {
    const keys = await store.stationKeys();
    return new Map(keys.map(({ stationId, digest }) => [stationId, Buffer.from(digest)]));
  }

  function keys(): Promise<Map<string, Buffer>> {
    known ??= read().catch((error) => {
      known = null;
      throw error;
    });
    return known;
  }

  return {
    async stationOf(key) {
      const shown = digestOf(key);
      const own = [...(await keys())].find(([, digest]) => timingSafeEqual(digest, shown));
      return own?.[0] ?? null;
    },
    async make(stationId, now) {
      const key = Buffer.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES))).toString(
        "base64url",
      );
      const digest = digestOf(key);
      await store.putStationKey({ stationId, digest }, now);
      (await keys()).set(stationId, digest);
      return key;
    },
  };
}

/** Whether somebody writes as a supervisor, as the station itself, or why neither ([Y14]). */
export function senderFor(
  principal: Principal,
  stationId: string,
): "supervisor" | "station" | Extract<RefusalCode, "station-key-foreign"> {
  if (may(principal, "floor.act")) return "supervisor";
  const isOwn = principal.kind === "station" && principal.stationId === stationId;
  return isOwn ? "station" : "station-key-foreign";
}
