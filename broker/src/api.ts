import type { Duplex } from "node:stream";
import type { DeviceConfig, StatusMessage, TasmotaKind } from "@trame/shared";
import type { Refused } from "./admission.ts";
import type { DeviceCredential, HashedSecret } from "./credentials.ts";
import type { Guesses } from "./guesses.ts";

/** Something that a device said under a topic of its own, not yet acknowledged. */
export type Publication = NativePublication | TasmotaPublication;

interface Spoken {
  readonly deviceId: string;
  readonly topic: string;
  readonly payload: Buffer;
}

/** From a counter that speaks the device protocol. */
export interface NativePublication extends Spoken {
  readonly make: "trame";
  /** `status` only when it can't be read: a readable one goes to `onPresence`. */
  readonly kind: "counts" | "events" | "status";
}

/** From a Tasmota counter; never the replay of a retained message. */
export interface TasmotaPublication extends Spoken {
  readonly make: "tasmota";
  readonly kind: TasmotaKind;
}

/** Whether a device is connected; said when it changes and when the device gives a status. */
export interface Presence {
  readonly deviceId: string;
  /** Of the connection, whatever the status says. */
  readonly online: boolean;
  /** What the device just said about itself; null when the news is the connection's. */
  readonly status: StatusMessage | null;
}

/** What one connection, and all of them, may use. */
export interface BrokerLimits {
  readonly connectTimeoutMs: number;
  /** Seconds. */
  readonly keepAliveMaxS: number;
  /** Bytes of a packet until the CONNECT is accepted, header included. */
  readonly connectBytesMax: number;
  /** Bytes of a packet from then on. */
  readonly packetBytesMax: number;
  readonly topicLevelsMax: number;
  readonly connectionsMax: number;
}

/** Where log lines go; pino's signature. */
export interface BrokerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** How a broker is started. */
export interface BrokerOptions {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  readonly limits?: Partial<BrokerLimits>;
  /** Known from the first connection on; none by default. */
  readonly credentials?: readonly DeviceCredential[];
  /** Null, the default, lets no unknown device in. */
  readonly pairingCode?: HashedSecret | null;
  /**
   * Resolves when what was published is on disk; only then is it acknowledged. Rejects, or
   * throws, when it can't be stored: the connection is then closed, unacknowledged. Undefined
   * means that there is nothing to wait for. One promise may serve a whole group of publications;
   * those of one device must resolve in the order of the calls [MQTT-4.6.0-2].
   */
  readonly accept: (publication: Publication) => Promise<void> | undefined;
  readonly onPresence: (presence: Presence) => void;
  /** A device that is not in the plan presents the pairing code; false when the list is full. */
  readonly onWaiting: (deviceId: string) => boolean;
  /** Somebody was not let in. */
  readonly onRefused?: (turned: TurnedAway) => void;
  /** Slows guessing down; the usual one where none is given. */
  readonly guesses?: Guesses;
  /** A device came with the secret that was offered to it. */
  readonly onRotated?: (deviceId: string) => void;
  readonly log: BrokerLog;
}

/** Somebody who was not let in, and why. */
export interface TurnedAway {
  /** null: the plan names no such device. What they called themselves is not told. */
  readonly deviceId: string | null;
  /** Address. */
  readonly remote: string;
  readonly refused: Refused;
}

/** A running broker. */
export interface Broker {
  /** The TCP port that it listens on. */
  readonly port: number;
  /** Open connections, those that have not been let in yet included. */
  readonly connections: number;
  /** Serves MQTT on a byte stream, such as that of a WebSocket; `remote` is for the log. */
  attach(stream: Duplex, remote: string): void;
  /** Replaces all credentials; a connection that lost its right by it is closed. */
  replaceCredentials(credentials: readonly DeviceCredential[]): void;
  /** Null switches pairing off; connections that used the former code are closed, the same salt and hash close none. */
  setPairingCode(code: HashedSecret | null): void;
  /** Sends a device its config and keeps it for when it subscribes; null takes it back. */
  publishConfig(deviceId: string, config: DeviceConfig | null): void;
  /** Sends a command to a Tasmota counter, such as `10` to `cmnd/{topic}/Status`. */
  send(topic: string, payload: string): void;
  /** Closes the connection of a device, if it has one. */
  disconnect(deviceId: string): void;
  /** Closes every connection, unacknowledged, and stops listening. No presence is told. */
  close(): Promise<void>;
}
