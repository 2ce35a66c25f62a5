import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** What guessing one password costs (RFC 7914, 2): N = 2 to the power of `ln`. */
export interface ScryptCost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB and about a tenth of a second. To raise it is enough: what was kept with less is made anew at the next sign-in. */
export const SCRYPT_COST: ScryptCost = { ln: 15, r: 8, p: 1 };

/** A password or a PIN as it was kept, and whether it is that one. */
export type Checked =
  | {
      readonly isRight: boolean /** It is kept with another cost than now. */;
      readonly isOld: boolean;
    }
  | "busy";

/** Keeps what people choose so that whoever has the database can hardly guess it. */
export interface PasswordHash {
  /** As it is to be stored, its cost and its salt with it; null while too many others are being made. */
  make(password: string): Promise<string | null>;
  /** With null as much work is done, and the answer is no ([AC4]). */
  verify(password: string, stored: string | null): Promise<Checked>;
}

const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** 128 · N · r is 32 MiB; the rest is room. */
const MEMORY_MAX = 64 << 20;
/** The machine has other work: counters wait for their acknowledgement meanwhile. */
const AT_ONCE = 2;
const WAITING_MAX = 20;
const STORED = /^scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** @param cost a cheap one for tests */
export function createPasswordHash(cost: ScryptCost = SCRYPT_COST): PasswordHash {
  const inTurn = createTurns(AT_ONCE, WAITING_MAX);
  return {
    async make(password) {
      const salt = randomBytes(SALT_BYTES);
      const hash = await inTurn(() => hashOf(password, salt, cost));
      if (hash === null) return null;
      const { ln, r, p } = cost;
      const [of, made] = [salt, hash].map((bytes) => bytes.toString("base64url"));
      return `scrypt$ln=${ln},r=${r},p=${p}$${of}$${made}`;
    },
    async verify(password, stored) {
      const kept = stored === null ? nothing(cost) : parse(stored);
      const hash = await inTurn(() => hashOf(password, kept.salt, kept.cost));
      if (hash === null) return "busy";
      const isRight = timingSafeEqual(hash, kept.hash) && stored !== null;
      return { isRight, isOld: !isSame(kept.cost, cost) };
    },
  };
}

interface Kept {
  readonly cost: ScryptCost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

function nothing(cost: ScryptCost): Kept {
  return { cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };
}

/** @throws for what was never made here */
function parse(stored: string): Kept {
  const [, ln, r, p, salt = "", hash = ""] = STORED.exec(stored) ?? [];
  const kept = {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: Buffer.from(hash, "base64url"),
  };
  if (kept.hash.length !== HASH_BYTES) throw new Error("a stored password can't be read");
  return kept;
}

function hashOf(password: string, salt: Buffer, { ln, r, p }: ScryptCost): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: MEMORY_MAX };
  // One text can be written with several code points: a phone and a computer need not choose the same.
  return derive(password.normalize("NFKC"), salt, HASH_BYTES, options);
}

/** Whether two texts are one password, on whatever keyboards they were typed. */
export function isSamePassword(a: string, b: string): boolean {
  return a.normalize("NFKC") === b.normalize("NFKC");
}

function isSame(a: ScryptCost, b: ScryptCost): boolean {
  return a.ln === b.ln && a.r === b.r && a.p === b.p;
}

/** So many at once, so many in line; beyond, the answer is null at once. */
function createTurns(atOnce: number, waitingMax: number) {
  const line: (() => void)[] = [];
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    if (running >= atOnce) {
      if (line.length >= waitingMax) return null;
      await new Promise<void>((resolve) => line.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // Whoever comes next takes over the place.
      const next = line.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
