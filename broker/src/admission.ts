import { isDeviceId } from "@trame/shared";
import { type DeviceCredential, type HashedSecret, matchesSecret } from "./credentials.ts";
import { createRights, type Rights } from "./rights.ts";

/** What a CONNECT says. */
export interface ConnectRequest {
  readonly clientId: string;
  readonly username: string | undefined;
  readonly password: Buffer | undefined;
  readonly keepAliveS: number;
  readonly isClean: boolean;
  /** Null without a last will. */
  readonly willTopic: string | null;
}

/** What the door knows when somebody knocks. */
export interface Door {
  readonly credentials: ReadonlyMap<string, DeviceCredential>;
  /** Null while pairing is off. */
  readonly pairingCode: HashedSecret | null;
  readonly keepAliveMaxS: number;
  /** True when a connection of another device uses this client id. */
  isClientIdInUse(clientId: string, deviceId: string): boolean;
}

/** A connection that was let in. */
export interface Admission {
  readonly credential: DeviceCredential;
  readonly rights: Rights;
  readonly proof: "secret" | "next-secret" | "pairing-code";
  /** What it showed, as it is stored. */
  readonly provedBy: HashedSecret;
  /** True for a device that the plan does not name. */
  readonly waiting: boolean;
}

/** Why a connection was refused; MQTT 3.1.1 has one return code for all of them, 5. */
export type Refusal =
  | "keep-alive"
  | "session-not-clean"
  | "unknown-device"
  | "revoked"
  | "wrong-secret"
  | "client-id"
  | "will-topic";

/** The same, and what is not even looked at: too many wrong ones came before it. */
export type Refused = Refusal | "too-many-guesses" | "waiting-list-full";

/** Decides who a connection is, or why it is refused. */
export function admit(request: ConnectRequest, door: Door): Admission | Refusal {
  const { keepAliveS, isClean, username, willTopic } = request;
  if (keepAliveS < 1 || keepAliveS > door.keepAliveMaxS) return "keep-alive";
  if (!isClean) return "session-not-clean";
  const claim = username === undefined ? null : identify(username, door);
  if (claim === null) return "unknown-device";
  const { credential, rights, waiting } = claim;
  if (credential.isRevoked) return "revoked";
  const proven = prove(request.password, credential, door);
  if (proven === null) return waiting ? "unknown-device" : "wrong-secret";
  if (!ownsClientId(request.clientId, credential, door)) return "client-id";
  if (willTopic !== null && willTopic !== rights.willTopic) return "will-topic";
  return { ...claim, ...proven };
}

/** Who a connection says it is. */
type Claim = Pick<Admission, "credential" | "rights" | "waiting">;

/** Who a user name would be, if proven; null for what can't be a device. */
function identify(username: string, door: Door): Claim | null {
  const named = door.credentials.get(username);
  if (named === undefined && !isDeviceId(username)) return null;
  const credential = named ?? waitingCredential(username);
  return {
    credential,
    rights: createRights(credential),
    waiting: named === undefined,
  };
}

/** The pairing code serves whoever has no secret yet. */
function prove(
  password: Buffer | undefined,
  { secret, next = null }: DeviceCredential,
  { pairingCode }: Door,
): Pick<Admission, "proof" | "provedBy"> | null {
  if (password === undefined) return null;
  const usual = secret ?? pairingCode;
  if (usual !== null && matchesSecret(password, usual)) {
    return { proof: secret === null ? "pairing-code" : "secret", provedBy: usual };
  }
  if (next === null || !matchesSecret(password, next)) return null;
  return { proof: "next-secret", provedBy: next };
}

function waitingCredential(deviceId: string): DeviceCredential {
  return { deviceId, make: "trame", topic: deviceId, secret: null };
}

function ownsClientId(clientId: string, credential: DeviceCredential, door: Door): boolean {
  const { deviceId, make } = credential;
  if (make === "trame") {
    // A device of the plan may take its own id back; one that waits may not take another's.
    if (clientId !== deviceId) return false;
    return door.credentials.has(deviceId) || !door.isClientIdInUse(clientId, deviceId);
  }
  if (clientId === deviceId) return true;
  return !(door.credentials.has(clientId) || door.isClientIdInUse(clientId, deviceId));
}
