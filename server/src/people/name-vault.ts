import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Seals civil names with a key that stays on this machine. */
export interface NameVault {
  /** Whether this machine has the key; it is made when the first name is sealed. */
  readonly hasKey: boolean;
  seal(operatorId: string, name: string): Uint8Array;
  /** null: the key is not here, or it is another one. */
  open(operatorId: string, sealed: Uint8Array): string | null;
  /** The key as it is printed, in groups of four signs; null while there is none. */
  show(): string | null;
  /** Puts back a key that was printed; false for what is none, or does not open `proof`. */
  restore(printed: string, proof: Sealed | null): boolean;
}

/** A name as it is stored. */
export interface Sealed {
  readonly operatorId: string;
  readonly sealed: Uint8Array;
}

/** In the data folder, beside the database and in no backup. */
export const NAMES_KEY_FILE = "names-key";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Two bytes of a digest, so that a slip in typing is told from another machine's key. */
const CHECK_BYTES = 2;
/** Only the server's own user reads it. */
const MODE = 0o600;
const GROUP = 4;

/**
 * @param folder TRAME_DATA
 * @param keyFile of another vault than that of the names
 */
export function openNameVault(folder: string, keyFile = NAMES_KEY_FILE): NameVault {
  const file = join(folder, keyFile);
  /** Names are opened seldom, and the file may come and go under a running server. */
  const read = (): Buffer | null =>
    existsSync(file) ? parseKey(readFileSync(file, "utf8")) : null;

  function keep(made: Buffer): Buffer {
    writeFileSync(file, `${printed(made)}\n`, { mode: MODE });
    chmodSync(file, MODE);
    return made;
  }

  return {
    get hasKey() {
      return read() !== null;
    },
    seal(operatorId, name) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, read() ?? keep(randomBytes(KEY_BYTES)), nonce);
      // Whose it is is sealed with it: a row moved to somebody else opens no more.
      cipher.setAAD(Buffer.from(operatorId));
      const text = Buffer.concat([cipher.update(name, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, text, cipher.getAuthTag()]);
    },
    open(operatorId, sealed) {
      const key = read();
      return key === null ? null : unseal(key, { operatorId, sealed });
    },
    show() {
      const key = read();
      return key === null ? null : printed(key);
    },
    restore(typed, proof) {
      const given = parseKey(typed);
      if (given === null || (proof !== null && unseal(given, proof) === null)) return false;
      keep(given);
      return true;
    },
  };
}

function unseal(key: Buffer, { operatorId, sealed }: Sealed): string | null {
  try {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(operatorId));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function printed(key: Buffer): string {
  const signs = Buffer.concat([key, checkOf(key)])
    .toString("hex")
    .toUpperCase();
  return signs.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join(" ") ?? "";
}

function parseKey(typed: string): Buffer | null {
  const signs = typed.replaceAll(/[\s-]/g, "");
  if (!/^[0-9a-f]+$/i.test(signs)) return null;
  const bytes = Buffer.from(signs, "hex");
  if (bytes.length !== KEY_BYTES + CHECK_BYTES) return null;
  const key = bytes.subarray(0, KEY_BYTES);
  return timingSafeEqual(checkOf(key), bytes.subarray(KEY_BYTES)) ? key : null;
}

function checkOf(key: Buffer): Buffer {
  return createHash("sha256").update(key).digest().subarray(0, CHECK_BYTES);
}
