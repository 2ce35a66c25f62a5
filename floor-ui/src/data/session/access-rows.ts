import type { AccountRole, Permission } from "@trame/shared";

/** Somebody who may sign in, as `GET /api/v1/accounts` tells. Moments are UTC ms. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly isDisabled: boolean;
  /** A code of a phone is wanted too. */
  readonly hasTotp: boolean;
  readonly createdAt: number;
  readonly passwordAt: number;
  /** Until when a password that was given can be exchanged; null: its owner chose it. */
  readonly passwordUntil: number | null;
}

/** Somebody signed in on a device. */
export interface SessionRow {
  readonly id: string;
  /** null: the admin token. */
  readonly accountId: string | null;
  readonly isShared: boolean;
  /** The one that asks. */
  readonly isCurrent: boolean;
  /** Browser and system. */
  readonly device: string | null;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly endsAt: number;
}

/** The key of a program, without the key itself. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: number;
  readonly expiresAt: number;
  /** YYYY-MM-DD; null: never. */
  readonly usedOn: string | null;
}

/** A wall or a tablet that was let in. */
export interface ScreenRow {
  readonly id: string;
  readonly kind: "wall" | "station";
  readonly name: string;
  readonly stationId: string | null;
  /** It has fetched what it is known by. */
  readonly isLetIn: boolean;
  readonly pairedAt: number;
  /** Last connected or asked; null: not yet. */
  readonly seenAt: number | null;
}

/** A screen that shows a code, as `GET /api/v1/screens/pairings/:code` tells. */
export interface PairingRow {
  readonly kind: "wall" | "station";
  readonly expiresAt: number;
  readonly isAccepted: boolean;
}

/** Something that was refused or changed of who may come in, as often as it happened on one day. */
export interface SecurityLineRow {
  readonly since: number;
  readonly until: number;
  readonly count: number;
  /** Of a refusal; `done`: it was let. */
  readonly code: string;
  /** As the journal names its authors; null: a counter that no plan knows. */
  readonly who: string | null;
  /** Address. */
  readonly from: string | null;
  /** Method and route. */
  readonly what: string | null;
  /** Id of what it was about. */
  readonly about: string | null;
}

/** One day of `GET /api/v1/security-log`, and which others there are. */
export interface SecurityLogRow {
  readonly keptDays: number;
  /** YYYY-MM-DD, UTC; the latest first. */
  readonly days: readonly string[];
  readonly day: string | null;
  readonly lines: readonly SecurityLineRow[];
}

/** What a phone reads to give codes. */
export interface TotpOfferRow {
  /** Base32. */
  readonly secret: string;
  /** otpauth://… */
  readonly uri: string;
}
