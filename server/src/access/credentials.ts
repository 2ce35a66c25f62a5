import type { AccountRole, Permission } from "@trame/shared";
import type { AccountDesk } from "./account-desk.ts";
import type { ApiKeyDesk } from "./api-key-desk.ts";
import type { Revocations } from "./revocations.ts";
import type { ScreenDesk } from "./screen-desk.ts";
import type { SessionDesk } from "./session-desk.ts";

/** Whom a secret that a request shows makes known; null: nobody, or nobody any more. */
export interface KnownBy {
  apiKey(key: string): Promise<{
    readonly kind: "api-key";
    readonly id: string;
    readonly permissions: readonly Permission[];
  } | null>;
  session(token: string): Promise<SignedInAs | null>;
  screen(token: string): Promise<ScreenAs | null>;
  /** Whether it is what a screen held that somebody took out. */
  isRemoved(token: string): boolean;
  onRevoked(listener: (id: string) => void): () => void;
}

type SignedInAs =
  | { readonly kind: "admin-token"; readonly sessionId: string }
  | {
      readonly kind: "account";
      readonly id: string;
      readonly role: AccountRole;
      readonly sessionId: string;
      readonly mustChoose: boolean;
    };

type ScreenAs =
  | { readonly kind: "wall"; readonly id: string }
  | { readonly kind: "station"; readonly id: string; readonly stationId: string };

export interface CredentialDeps extends Pick<Revocations, "onRevoked"> {
  readonly accounts: Pick<AccountDesk, "find">;
  readonly apiKeys: Pick<ApiKeyDesk, "of">;
  readonly screens: Pick<ScreenDesk, "of" | "isRemoved">;
  readonly sessions: Pick<SessionDesk, "of">;
}

/** What the access side knows, as each request asks it: answered from memory. */
export function createCredentials({
  accounts,
  apiKeys,
  onRevoked,
  screens,
  sessions,
}: CredentialDeps): KnownBy {
  function session(token: string): SignedInAs | null {
    const signedIn = sessions.of(token);
    if (signedIn === null) return null;
    if (signedIn.accountId === null) return { kind: "admin-token", sessionId: signedIn.id };
    const account = accounts.find(signedIn.accountId);
    if (account === null || account.disabledAt !== null) return null;
    const { id, role, passwordUntil } = account;
    const mustChoose = passwordUntil !== null;
    return { kind: "account", id, role, sessionId: signedIn.id, mustChoose };
  }

  function screen(token: string): ScreenAs | null {
    const paired = screens.of(token);
    if (paired === null) return null;
    const { id, stationId } = paired;
    return stationId === null ? { kind: "wall", id } : { kind: "station", id, stationId };
  }

  function apiKey(shown: string) {
    const key = apiKeys.of(shown);
    if (key === null) return null;
    return { kind: "api-key", id: key.id, permissions: key.permissions } as const;
  }

  return {
    apiKey: (key) => Promise.resolve(apiKey(key)),
    session: (token) => Promise.resolve(session(token)),
    screen: (token) => Promise.resolve(screen(token)),
    isRemoved: screens.isRemoved,
    onRevoked,
  };
}
