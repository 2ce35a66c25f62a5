import type { Store } from "../store/open-store.ts";
import type { PasswordHash } from "./password-hash.ts";
import type { Revocations } from "./revocations.ts";
import type { Throttle } from "./throttle.ts";
import type { TotpVault } from "./totp-vault.ts";

/** What each part of the access side works with. */
export interface Parts {
  readonly store: AccessStore;
  /** UTC ms. */
  readonly now: () => number;
  readonly hash: PasswordHash;
  readonly throttle: Throttle;
  readonly vault: TotpVault;
  readonly revocations: Revocations;
  /** Told what could not be written and nobody waits for. */
  readonly onError: (error: unknown) => void;
}

export type AccessStore = Pick<
  Store,
  | "acceptScreen"
  | "addAccount"
  | "addApiKey"
  | "addFirstAccount"
  | "addSession"
  | "changeAccount"
  | "endSessions"
  | "handToScreen"
  | "noteChange"
  | "pinOf"
  | "plans"
  | "putPin"
  | "readAccess"
  | "removeAccount"
  | "removeApiKey"
  | "removePin"
  | "removeScreen"
  | "renewPassword"
  | "sealTotp"
  | "seeScreens"
  | "seeSessions"
  | "useApiKeys"
  | "useTotp"
>;
