import type { Account } from "../store/access/access-rows.ts";
import type { AccessStore } from "./parts.ts";

/** Seals a text so that it opens for its owner alone; as the vault of the names does. */
export interface Sealing {
  seal(owner: string, text: string): Uint8Array;
  /** null: the key is not here, or it is another one. */
  open(owner: string, sealed: Uint8Array): string | null;
}

/** Secrets of phones as they are stored: sealed with a key that is a file of its own, and in no backup ([AC22]). */
export interface TotpVault {
  seal(accountId: string, secret: string): string;
  /** With the secret as a phone has it; as it is stored where this machine has not the key. */
  open(account: Account): Account;
}

/** In the data folder, beside the database. Whoever loses it loses nothing but the pairing of phones. */
export const TOTP_KEY_FILE = "phones-key";

const PREFIX = "sealed:";

/** @param sealing with a key of its own: that of the names may have to come back from paper */
export function createTotpVault(sealing: Sealing): TotpVault {
  const ownerOf = (accountId: string): string => `account:${accountId}`;
  return {
    seal: (accountId, secret) =>
      `${PREFIX}${Buffer.from(sealing.seal(ownerOf(accountId), secret)).toString("base64url")}`,
    open(account) {
      const { id, totpSecret } = account;
      if (totpSecret === null || !isSealed(totpSecret)) return account;
      const sealed = Buffer.from(totpSecret.slice(PREFIX.length), "base64url");
      return { ...account, totpSecret: sealing.open(ownerOf(id), sealed) ?? totpSecret };
    },
  };
}

/** Whether a secret can't be read here. */
export function isSealed(secret: string): boolean {
  return secret.startsWith(PREFIX);
}

/** Seals those that were stored before they were sealed. */
export async function sealPlain(
  { vault, store }: { readonly vault: TotpVault; readonly store: Pick<AccessStore, "sealTotp"> },
  accounts: readonly Account[],
): Promise<void> {
  for (const { id, totpSecret: before } of accounts) {
    if (before === null || isSealed(before)) continue;
    await store.sealTotp(id, { before, after: vault.seal(id, before) });
  }
}
