import type { AccountRole, DayNumber, Permission } from "@trame/shared";

/** Somebody who may sign in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** The name as it is compared; see `nameKeyOf`. */
  readonly nameKey: string;
  readonly role: AccountRole;
  /** scrypt, its cost and its salt with it. */
  readonly password: string;
  /** When it was set, UTC ms. */
  readonly passwordAt: number;
  /** Somebody else drew it: until then, UTC ms, it opens nothing but the choice of another; null: its owner chose it. */
  readonly passwordUntil: number | null;
  /** Of the phone, sealed where it is stored; null: a password is enough. */
  readonly totpSecret: string | null;
  /** When the account was disabled, UTC ms; null: it may sign in. */
  readonly disabledAt: number | null;
  readonly createdAt: number;
}

/** Somebody signed in on a device. */
export interface Session {
  readonly id: string;
  /** SHA-256 of the token, hex. */
  readonly digest: string;
  readonly accountId: string;
  /** Several people use the device. */
  readonly isShared: boolean;
  /** Browser and system; null where they could not be told. */
  readonly device: string | null;
  readonly createdAt: number;
  /** UTC ms. */
  readonly seenAt: number;
}

/** The key of a program. */
export interface ApiKey {
  readonly id: string;
  /** SHA-256 of the key, hex. */
  readonly digest: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: number;
  /** UTC ms. */
  readonly expiresAt: number;
  /** null: never used. */
  readonly usedDay: DayNumber | null;
}

/** A wall or a tablet that was paired. */
export interface PairedScreen {
  readonly id: string;
  readonly kind: "wall" | "station";
  readonly name: string;
  /** Of a tablet; null for a wall. */
  readonly stationId: string | null;
  /** SHA-256 of what it holds, hex; null until it has fetched that. */
  readonly digest: string | null;
  readonly pairedAt: number;
  /** When it was last connected or asked, UTC ms; null: not since that is written down. */
  readonly seenAt: number | null;
}

/** Everybody who was let in, as the store has it. */
export interface AccessState {
  readonly accounts: readonly Account[];
  readonly sessions: readonly Session[];
  readonly apiKeys: readonly ApiKey[];
  readonly screens: readonly PairedScreen[];
  /** Digests of what screens hold that were taken out. */
  readonly removedScreens: readonly string[];
}
