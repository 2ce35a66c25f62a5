import type { AedesOptions } from "aedes";
import { type Admission, admit, type Door, type Refused } from "./admission.ts";
import type { BrokerLimits, BrokerOptions } from "./api.ts";
import type { Connection, Connections } from "./connections.ts";
import { type DeviceCredential, type HashedSecret, isSameSecret } from "./credentials.ts";
import { createGuesses, type Guess } from "./guesses.ts";

/** Lets connections in, and closes those that lose their right. */
export interface Doorkeeper {
  readonly hooks: Required<
    Pick<AedesOptions, "preConnect" | "authenticate" | "authorizeSubscribe">
  >;
  replaceCredentials(credentials: readonly DeviceCredential[]): void;
  setPairingCode(code: HashedSecret | null): void;
}

interface DoorOptions
  extends Pick<
    BrokerOptions,
    "credentials" | "guesses" | "onRefused" | "onRotated" | "onWaiting" | "pairingCode"
  > {
  readonly limits: BrokerLimits;
  readonly log: BrokerOptions["log"];
}

type Authenticated = Parameters<Doorkeeper["hooks"]["authenticate"]>[3];

interface Away {
  readonly guess: Guess;
  readonly refused: Refused;
}

const LOGGED_NAME_LENGTH_MAX = 64;
/** Answers that wait: whoever guesses takes no more places of counters by it. */
const HELD_MAX = 32;

/** Creates the door with the credentials and the pairing code of the options. */
export function createDoorkeeper(options: DoorOptions, connections: Connections): Doorkeeper {
  const { limits } = options;
  let credentials = toMap(options.credentials ?? []);
  let pairingCode = options.pairingCode ?? null;
  const door: Door = {
    get credentials() {
      return credentials;
    },
    get pairingCode() {
      return pairingCode;
    },
    keepAliveMaxS: limits.keepAliveMaxS,
    isClientIdInUse: connections.isClientIdInUse,
  };

  /** The former secret is of no use from this moment on, before anything is stored. */
  function onRotated(deviceId: string): void {
    const renewed = [...credentials.values()].map((credential) => {
      const { secret, next = null } = credential;
      if (credential.deviceId !== deviceId) return credential;
      return { ...credential, secret: next ?? secret, next: null };
    });
    credentials = toMap(renewed);
    options.onRotated?.(deviceId);
  }

  return {
    hooks: createHooks({ ...options, onRotated }, door, connections),
    replaceCredentials(next) {
      credentials = toMap(next);
      for (const connection of connections.all()) {
        if (connection.admission === null) continue;
        const admission = renew(connection.admission, connection.client.id, credentials);
        if (admission === null) connection.client.close();
        else connection.admission = admission;
      }
    },
    setPairingCode(code) {
      if (isSameSecret(code, pairingCode)) return;
      pairingCode = code;
      for (const { admission, client } of connections.all()) {
        if (admission?.proof === "pairing-code") client.close();
      }
    },
  };
}

function createHooks(
  options: DoorOptions,
  door: Door,
  connections: Connections,
): Doorkeeper["hooks"] {
  const { guesses = createGuesses() } = options;
  let held = 0;
  return {
    preConnect(client, packet, done) {
      const connection = connections.find(client);
      if (connection === undefined) return done(new Error("unknown connection"), false);
      const { keepalive: keepAliveS = 0, clean: isClean = false, will } = packet;
      connection.asked = { keepAliveS, isClean, willTopic: will?.topic ?? null };
      done(null, true);
    },
    authenticate(client, ...[username, password, done]) {
      const connection = connections.find(client);
      if (!connection?.asked) return done(null, false);
      const guess = guessOf(connection, username, password);
      if (!guesses.mayTry(guess)) return turnAway({ guess, refused: "too-many-guesses" }, done);
      const request = { ...connection.asked, clientId: client.id, username, password };
      const found = admit(request, door);
      const outcome = typeof found === "string" ? found : (refuseWaiting(found, options) ?? found);
      if (typeof outcome === "string") {
        const device = username?.slice(0, LOGGED_NAME_LENGTH_MAX);
        const { remote } = connection;
        options.log.warn({ device, remote, refusal: outcome }, "connection refused");
        return turnAway({ guess, refused: outcome }, done);
      }
      guesses.succeeded(guess);
      letIn(connection, outcome);
      done(null, true);
    },
    authorizeSubscribe(client, subscription, done) {
      const filter = connections.find(client)?.admission?.rights.filter;
      // Null makes Aedes answer 128, [MQTT-3.9.3-2]: refused, and the connection stays.
      done(null, subscription.topic === filter ? subscription : null);
    },
  };

  function guessOf(
    { remote }: Connection,
    username: string | undefined,
    password: Buffer | undefined,
  ): Guess {
    const deviceId = username !== undefined && door.credentials.has(username) ? username : null;
    return { deviceId, remote, shown: password ?? Buffer.alloc(0) };
  }

  function turnAway({ guess, refused }: Away, done: Authenticated): void {
    const { deviceId, remote } = guess;
    options.onRefused?.({ deviceId, remote, refused });
    const isGuess =
      refused === "wrong-secret" || (refused === "unknown-device" && door.pairingCode !== null);
    const heldMs = isGuess ? guesses.failed(guess) : 0;
    if (heldMs === 0 || held >= HELD_MAX) done(null, false);
    else hold(() => done(null, false), heldMs);
  }

  function hold(answer: () => void, ms: number): void {
    held += 1;
    const timer = setTimeout(() => {
      held -= 1;
      answer();
    }, ms);
    timer.unref();
  }

  function letIn(connection: Connection, admission: Admission): void {
    connection.meter.setLimit(options.limits.packetBytesMax);
    connections.claim(connection, admission);
    if (admission.proof === "next-secret") options.onRotated?.(admission.credential.deviceId);
  }
}

function refuseWaiting(admission: Admission, options: DoorOptions): "waiting-list-full" | null {
  if (!admission.waiting || options.onWaiting(admission.credential.deviceId)) return null;
  return "waiting-list-full";
}

/** The admission under other credentials; null when it would not be given again. */
function renew(
  admission: Admission,
  clientId: string,
  credentials: ReadonlyMap<string, DeviceCredential>,
): Admission | null {
  const { credential } = admission;
  const { deviceId } = credential;
  if (clientId !== deviceId && credentials.has(clientId)) return null;
  const named = credentials.get(deviceId);
  if (named === undefined) return admission.waiting ? admission : null;
  if (named.make !== credential.make || named.topic !== credential.topic) return null;
  const proof = renewProof(admission, named);
  return proof === null ? null : { ...admission, credential: named, waiting: false, proof };
}

/** How a connection would prove itself now with what it showed; null: no longer. */
function renewProof(
  { proof, provedBy }: Admission,
  { secret, next = null, isRevoked }: DeviceCredential,
): Admission["proof"] | null {
  if (isRevoked) return null;
  if (isSameSecret(secret, provedBy)) return "secret";
  if (isSameSecret(next, provedBy)) return "next-secret";
  return secret === null && proof === "pairing-code" ? "pairing-code" : null;
}

function toMap(credentials: readonly DeviceCredential[]): ReadonlyMap<string, DeviceCredential> {
  return new Map(credentials.map((credential) => [credential.deviceId, credential]));
}
