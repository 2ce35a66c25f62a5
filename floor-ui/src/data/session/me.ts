import type { AccountRole, Permission } from "@trame/shared";

/** Who this browser is to the server, as `GET /api/v1/me` tells. */
export interface Me {
  readonly kind: "anonymous" | "local" | "admin-token" | "api-key" | "account" | "wall" | "station";
  /** Of an account. */
  readonly role: AccountRole | null;
  /** Of an account or a screen. */
  readonly name: string | null;
  readonly permissions: readonly Permission[];
  /** Of an account: a code of a phone is wanted too. */
  readonly hasTotp?: boolean;
  /** Of an account: somebody else drew its password, and choosing another comes before all else. */
  readonly mustChoosePassword?: boolean;
  /** This screen was taken out: it forgets what it kept. */
  readonly screenRevoked?: boolean;
  /** There is no account yet: the setup code makes the first. */
  readonly setupNeeded: boolean;
  /** What is typed here is read by nobody between this browser and the server. */
  readonly secure: boolean;
  /** Of an account or the admin token: how long this sign-in lasts. */
  readonly session?: MySession | null;
}

export interface MySession {
  /** Several people use this device: it signs out sooner. */
  readonly isShared: boolean;
  /** Without a touch or a key for so long it ends, minutes. */
  readonly idleMinutes: number;
}

/** Somebody who signed in, and can sign out. */
export function isSignedIn(me: Me | null): boolean {
  return me?.kind === "account" || me?.kind === "admin-token";
}
