import type { DeviceConfig } from "./messages.ts";

/** Largest `pieces`, `stitches` or `trims`: counters are unsigned 32 bit. */
export const TOTAL_MAX = 2 ** 32 - 1;

/** Largest `up` in milliseconds, and largest `seq`: what a double holds exactly. */
export const UP_MAX_MS = Number.MAX_SAFE_INTEGER;

/** Most samples or events in one message. */
export const ENTRIES_MAX = 200;

/** Longest barcode in an event, in UTF-16 units. */
export const CODE_LENGTH_MAX = 256;

/** Longest device id, which is also the MQTT client id and user name. */
export const DEVICE_ID_LENGTH_MAX = 64;

/** Largest payload that a counter builds, in bytes; leaves room for the packet's header. */
export const PAYLOAD_BYTES_MAX = 30_000;

/** Largest MQTT packet once the CONNECT is accepted, header included, in bytes. */
export const PACKET_BYTES_MAX = 32 * 1024;

/** Largest MQTT packet before that, in bytes. */
export const CONNECT_BYTES_MAX = 4 * 1024;

/** A connection must send its CONNECT within this many milliseconds. */
export const CONNECT_TIMEOUT_MS = 5000;

/** Longest MQTT keep-alive in seconds; the shortest is 1, since 0 would switch it off. */
export const KEEP_ALIVE_MAX_S = 120;

/** Deepest topic, in levels. */
export const TOPIC_LEVELS_MAX = 16;

/** Most connections at a time. */
export const CONNECTIONS_MAX = 2000;

/** Most QoS 1 messages that a counter leaves unacknowledged. */
export const IN_FLIGHT_MAX = 8;

/** Samples that a counter can hold while the network is away, at least. */
export const RING_SAMPLES_MIN = 4096;

/** Most devices that wait to be named by the plan. */
export const WAITING_DEVICES_MAX = 50;

/** Most samples, events and unreadable entries kept of a device that waits. */
export const WAITING_SAMPLES_MAX = 10_000;

/** What a counter does until it has been told otherwise. */
export const DEFAULT_DEVICE_CONFIG: DeviceConfig = {
  minStitches: 40,
  trimsPerPiece: 4,
  reportEveryMs: 1000,
  heartbeatMs: 15_000,
};
