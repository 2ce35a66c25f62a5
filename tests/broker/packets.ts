/** MQTT 3.1.1 packets as bytes, for what a client library would never send. */

export const PINGREQ = Buffer.from("c000", "hex");
export const PINGRESP = "d000";
export const CONNACK_ACCEPTED = "20020000";
export const CONNACK_NOT_AUTHORIZED = "20020005";

/** Fixed header and remaining length in front of a body, [MQTT-2.2]. */
export function packet(type: number, ...body: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(body);
  return Buffer.concat([Buffer.from([type]), remainingLength(bytes.length), bytes]);
}

/** CONNECT with a clean session, a user name and a password. */
export function connectPacket(deviceId: string, password: string, keepAliveS = 60): Buffer {
  const header = Buffer.from([0, 4, 77, 81, 84, 84, 4, 0b1100_0010, 0, keepAliveS]);
  return packet(0x10, header, field(deviceId), field(deviceId), field(password));
}

/** PUBLISH with QoS 1. */
export function publishPacket(topic: string, payload: string, messageId = 1): Buffer {
  return packet(0x32, field(topic), Buffer.from([0, messageId]), Buffer.from(payload));
}

/** PUBACK in hex. */
export function puback(messageId: number): string {
  return `400200${messageId.toString(16).padStart(2, "0")}`;
}

function field(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

function remainingLength(length: number): Buffer {
  const bytes: number[] = [];
  let left = length;
  do {
    bytes.push((left % 128) + (left > 127 ? 128 : 0));
    left = Math.floor(left / 128);
  } while (left > 0);
  return Buffer.from(bytes);
}
