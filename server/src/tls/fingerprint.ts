import { X509Certificate } from "node:crypto";
import { FINGERPRINT_WORDS } from "./fingerprint-words.ts";

/** How two people hold one certificate against another. */
export interface Fingerprint {
  /** SHA-256 of the certificate: `AB:CD:…`. */
  readonly hex: string;
  /** Its first eight bytes, a word for each. */
  readonly words: string;
}

const WORDS_SHOWN = 8;

/** The fingerprint of a certificate, to be read aloud. */
export function fingerprintOf(pem: string): Fingerprint {
  const { fingerprint256: hex } = new X509Certificate(pem);
  const bytes = hex.split(":").map((pair) => Number.parseInt(pair, 16));
  const words = bytes.slice(0, WORDS_SHOWN).map((byte) => FINGERPRINT_WORDS[byte]);
  return { hex, words: words.join(" ") };
}
