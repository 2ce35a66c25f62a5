import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import {
  ACK_BYTES,
  buildConnect,
  type ClientIdentity,
  PUBACK,
  publishBytesMax,
  putPublish,
} from "./packets.ts";

/** A counter on a raw socket: each message carries one new sample of its boot. */
export interface CounterClient {
  /** Sends so many messages in one write. */
  send(messages: number): void;
  /** Samples sent and acknowledged since it connected. */
  readonly sent: number;
  readonly acknowledged: number;
  close(): void;
}

export interface CounterClientOptions {
  readonly port: number;
  readonly identity: ClientIdentity;
  /** Called once per read with how many messages it acknowledged. */
  readonly onAcknowledged: (client: CounterClient, messages: number) => void;
  /** The connection ended though nobody closed it. */
  readonly onLost: (reason: string) => void;
}

const READ_BYTES = 4_096;
const PAYLOAD_BYTES_MAX = 160;
const PACKET_IDS = 65_535;
/** Of the CONNACK, the first packet. */
const RETURN_CODE_AT = 3;
/** What a piece adds to the totals. */
const STITCHES = 240;
const TRIMS = 4;

/** Resolves when the broker has let the counter in. */
export type ConnectCounter = (options: CounterClientOptions) => Promise<CounterClient>;

/** What a counter says: a message for each piece, with one new sample of its boot. */
export function createMessages(deviceId: string): {
  readonly topic: string;
  /** The message whose sample has this `seq`. */
  next(seq: number): string;
} {
  const boot = randomBytes(4).toString("hex");
  const startedAt = performance.now();
  return {
    topic: `trame/v1/${deviceId}/counts`,
    next(seq) {
      const up = Math.floor(performance.now() - startedAt);
      return `{"boot":"${boot}","up":${up},"samples":[{"seq":${seq},"up":${up},"pieces":${seq},"stitches":${seq * STITCHES},"trims":${seq * TRIMS}}]}`;
    },
  };
}

/** Resolves when the broker has let it in. */
export function connectCounter(options: CounterClientOptions): Promise<CounterClient> {
  const { port, identity, onAcknowledged, onLost } = options;
  const said = createMessages(identity.id);
  const { topic } = said;
  const packetBytesMax = publishBytesMax(topic, PAYLOAD_BYTES_MAX);
  let sent = 0;
  let acknowledged = 0;
  let isOpen = true;

  return new Promise((resolve, reject) => {
    const acks = createAckCounter();
    const socket = connect({
      host: "127.0.0.1",
      port,
      noDelay: true,
      onread: { buffer: Buffer.allocUnsafe(READ_BYTES), callback: onRead },
    });

    const client: CounterClient = {
      send(messages) {
        const bytes = Buffer.allocUnsafe(messages * packetBytesMax);
        let end = 0;
        for (let left = messages; left > 0; left--) {
          sent += 1;
          const payload = said.next(sent);
          const packetId = ((sent - 1) % PACKET_IDS) + 1;
          end = putPublish(bytes, end, { topic, payload, packetId });
        }
        socket.write(bytes.subarray(0, end));
      },
      get sent() {
        return sent;
      },
      get acknowledged() {
        return acknowledged;
      },
      close() {
        isOpen = false;
        socket.destroy();
      },
    };

    function onRead(length: number, bytes: Uint8Array): boolean {
      const answer = acks.take(bytes.subarray(0, length));
      if (typeof answer === "string") socket.destroy(new Error(answer));
      else hear(answer);
      return true;
    }

    function hear({ isLetIn, messages }: Acks): void {
      if (isLetIn) resolve(client);
      acknowledged += messages;
      if (messages > 0 && isOpen) onAcknowledged(client, messages);
    }

    socket.once("connect", () => socket.write(buildConnect(identity)));
    socket.once("error", (error) => reject(error));
    socket.once("close", () => {
      reject(new Error(`${identity.id} was not let in`));
      if (isOpen) onLost(`${identity.id} was cut off`);
      isOpen = false;
    });
  });
}

/** What a read brought. */
interface Acks {
  /** The CONNACK was in it. */
  readonly isLetIn: boolean;
  /** PUBACKs that it completed. */
  readonly messages: number;
}

/** Reads CONNACK and PUBACKs, all four bytes long, however the bytes are cut; a text says what else came. */
function createAckCounter(): { take(bytes: Uint8Array): Acks | string } {
  let seen = 0;

  function objection(byte: number): string | null {
    const place = seen++;
    if (place === RETURN_CODE_AT && byte !== 0) return `refused with code ${byte}`;
    const isPuback = place < ACK_BYTES || place % ACK_BYTES !== 0 || byte === PUBACK;
    return isPuback ? null : `not a PUBACK: ${byte}`;
  }

  return {
    take(bytes) {
      const before = Math.floor(seen / ACK_BYTES);
      for (const byte of bytes) {
        const fault = objection(byte);
        if (fault !== null) return fault;
      }
      const whole = Math.floor(seen / ACK_BYTES);
      const isLetIn = before === 0 && whole > 0;
      return { isLetIn, messages: whole - before - (isLetIn ? 1 : 0) };
    },
  };
}
