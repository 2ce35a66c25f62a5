/** Who calls: the device id is client id and user name. */
export interface Identity {
  readonly device: string;
  /** null: a broker that asks for nothing. */
  readonly secret: string | null;
}

/** A message of the device protocol, always QoS 1. */
export interface Packet {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
}

/** One connection to the broker. */
export interface Session {
  /** `onAck` is called when the broker has acknowledged it, never if the session ends before. */
  publish(packet: Packet, onAck: () => void): void;
  /** Ends it as a cut cable does, without a farewell: the broker publishes the will. `onDown` is not called. */
  cut(): void;
}

/** What a session tells, always later than the call that dialled. */
export interface SessionEvents {
  /** Accepted; the device's config is subscribed to. */
  readonly onUp: () => void;
  /** A payload came on the device's config topic. */
  readonly onConfig: (payload: Uint8Array | string) => void;
  /** Refused or lost; said once, and the last word. */
  readonly onDown: (reason: string) => void;
}

/** Tries to reach the broker once. */
export type Dial = (identity: Identity, events: SessionEvents) => Session;
