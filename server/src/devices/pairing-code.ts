import type { HashedSecret } from "@trame/broker";
import { PAIRING_SETTING } from "@trame/shared";

/** What of the store the pairing code is kept in. */
export interface PairingStore {
  setting(key: string): Promise<string | null>;
  putSetting(key: string, value: string | null, now: number): Promise<void>;
}

/** Keeps the hash of the pairing code ([A11]); null switches pairing off. */
export function keepPairingCode(
  store: PairingStore,
  code: HashedSecret | null,
  now: number,
): Promise<void> {
  return store.putSetting(PAIRING_SETTING, code === null ? null : encode(code), now);
}

/** The hash that is kept; null while pairing is off, or when what is kept can't be read. */
export async function readPairingCode(store: PairingStore): Promise<HashedSecret | null> {
  return decode((await store.setting(PAIRING_SETTING)) ?? "");
}

/** `salt:hash`, both in base64. */
function encode({ salt, hash }: HashedSecret): string {
  return [salt, hash].map((bytes) => Buffer.from(bytes).toString("base64")).join(":");
}

function decode(text: string): HashedSecret | null {
  const [salt, hash, ...rest] = text.split(":").map((part) => Buffer.from(part, "base64"));
  return salt === undefined || hash === undefined || rest.length > 0 ? null : { salt, hash };
}
