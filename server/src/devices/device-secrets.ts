import type { DeviceCredential, HashedSecret } from "@trame/broker";

/** What of the store the secrets of counters are kept in. */
export interface SecretStore {
  deviceKeys(deviceId: string): Promise<{
    readonly secret: HashedSecret | null;
    readonly next: (HashedSecret & { readonly since: number }) | null;
    readonly isRevoked: boolean;
  }>;
  offerSecret(secret: HashedSecret & { readonly deviceId: string }, now: number): Promise<void>;
  settleSecret(deviceId: string): Promise<void>;
  revokeSecret(deviceId: string, now: number): Promise<void>;
}

/** How long a secret holds beside the one that is to replace it; ms */
export const ROTATION_MAX_MS = 24 * 3_600_000;
const SECRET_BYTES = 24;

/** What can be done with the secret of one counter. */
export interface SecretDesk {
  /**
   * Draws a new secret; the one before holds until the device has come with the new one, a day at most ([TL11]).
   * @returns null for a device that no plan names
   */
  giveSecret(deviceId: string): Promise<string | null>;
  /** Takes the secret back: its connection is closed when this resolves ([TL12]). False for a device that no plan names. */
  revokeSecret(deviceId: string): Promise<boolean>;
  /** A device came with the secret that was offered to it. */
  onRotated(deviceId: string): void;
}

export interface SecretDeskDeps {
  readonly store: SecretStore;
  readonly hash: (secret: string) => HashedSecret;
  readonly isNamed: (deviceId: string) => boolean;
  /** The broker is told when it resolves. */
  readonly refresh: () => Promise<void>;
  /** UTC ms. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

export function createSecretDesk(deps: SecretDeskDeps): SecretDesk {
  const { store, hash, isNamed, refresh, now, onError } = deps;
  return {
    async giveSecret(deviceId) {
      if (!isNamed(deviceId)) return null;
      const secret = drawSecret();
      await store.offerSecret({ deviceId, ...hash(secret) }, now());
      await refresh();
      return secret;
    },
    async revokeSecret(deviceId) {
      if (!isNamed(deviceId)) return false;
      await store.revokeSecret(deviceId, now());
      await refresh();
      return true;
    },
    onRotated: (deviceId) => void store.settleSecret(deviceId).then(refresh).catch(onError),
  };
}

/** Fit for a counter's form and for an address: `A-Z a-z 0-9 _ -`. */
function drawSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))).toString("base64url");
}

/**
 * With what a counter proves itself at a moment; an offered secret whose day is over has replaced the former one ([TL11]).
 * @returns when that day ends, too; null while none is offered
 */
export async function readKeys(
  store: SecretStore,
  deviceId: string,
  now: number,
): Promise<{
  readonly keys: Pick<DeviceCredential, "secret" | "next" | "isRevoked">;
  readonly settlesAt: number | null;
}> {
  const { secret, next, isRevoked } = await store.deviceKeys(deviceId);
  if (next === null) return { keys: { secret, next, isRevoked }, settlesAt: null };
  const { salt, hash, since } = next;
  const settlesAt = since + ROTATION_MAX_MS;
  if (now < settlesAt) return { keys: { secret, next: { salt, hash }, isRevoked }, settlesAt };
  await store.settleSecret(deviceId);
  return { keys: { secret: { salt, hash }, next: null, isRevoked }, settlesAt: null };
}
