import type { Keep } from "../keep.ts";

/** The key that a tablet has for a station. */
export interface Pairing {
  /** null when the tablet was never opened with the station's QR. */
  key(): string | null;
  /** Takes the key out of the address, if there is one; true when it is another than before. */
  readAddress(): boolean;
  /** The key is of no use any more: the tablet was taken out. */
  forget(): void;
}

/** What a pairing sees of the browser's address. */
export interface Address {
  /** With its `#`; empty when there is none. */
  hash(): string;
  /** Takes the fragment away, without a load and without a step back to it. */
  clearHash(): void;
}

/** Where the key of a station is kept. */
const nameOf = (stationId: string) => `trame-station-key ${stationId}`;
const KEY = /^[A-Za-z0-9._~:-]{16,256}$/;

/**
 * The key comes in the fragment, which no server and no log sees. It leaves the address bar once it is kept: a photo of the
 * screen must not hand it on. A tablet that can keep nothing keeps it in the address, or a reload would lose it.
 */
export function createPairing(stationId: string, keep: Keep, address: Address): Pairing {
  const name = nameOf(stationId);
  let current = parseKey(keep.read(name) ?? "");
  return {
    key: () => current,
    readAddress() {
      const given = parseKey(address.hash().slice(1));
      if (given === null) return false;
      keep.write(name, given);
      if (keep.read(name) === given) address.clearHash();
      const isNew = given !== current;
      current = given;
      return isNew;
    },
    forget() {
      keep.write(name, "");
      current = null;
    },
  };
}

/** Keeps the key with which a tablet was let in; false where this browser keeps nothing. */
export function keepStationKey(keep: Keep, stationId: string, key: string): boolean {
  keep.write(nameOf(stationId), key);
  return keep.read(nameOf(stationId)) === key;
}

function parseKey(text: string): string | null {
  return KEY.test(text) ? text : null;
}
