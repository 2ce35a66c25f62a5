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
  readonly proof: "secret" | "pairing-code";
  /** True for a device that the plan does not name. */
  readonly waiting: boolean;
}

/** Why a connection was refused; MQTT 3.1.1 has one return code for all of them, 5. */
export type Refusal =
  | "keep-alive"
  | "session-not-clean"
  | "unknown-device"
  | "wrong-secret"
  | "client-id"
  | "will-topic";

/** Decides who a connection is, or why it is refused. */
export function admit(request: ConnectRequest, door: Door): Admission | Refusal {
  const { keepAliveS, isClean, username, willTopic } = request;
  if (keepAliveS < 1 || keepAliveS > door.keepAliveMaxS) return "keep-alive";
  if (!isClean) return "session-not-clean";
  const admission = username === undefined ? null : identify(username, door);
  if (admission === null) return "unknown-device";
  const { credential, rights, waiting } = admission;
  if (!provesItself(request.password, credential.secret ?? door.pairingCode)) {
    return waiting ? "unknown-device" : "wrong-secret";
  }
  if (!ownsClientId(request.clientId, credential, door)) return "client-id";
  if (willTopic !== null && willTopic !== rights.willTopic) return "will-topic";
  return admission;
}

/** Who a user name would be, if proven; null for what can't be a device. */
function identify(username: string, door: Door): Admission | null {
  const named = door.credentials.get(username);
  if (named === undefined && !isDeviceId(username)) return null;
  const credential = named ?? waitingCredential(username);
  return {
    credential,
    rights: createRights(credential),
    proof: credential.secret === null ? "pairing-code" : "secret",
    waiting: named === undefined,
  };
}

function provesItself(password: Buffer | undefined, secret: HashedSecret | null): boolean {
  return password !== undefined && secret !== null && matchesSecret(password, secret);
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
