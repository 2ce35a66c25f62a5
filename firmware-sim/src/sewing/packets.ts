import type { PacketName } from "./events.ts";
import type { Process } from "./processes.ts";

/** Pieces that travel together. */
export interface Packet extends PacketName {
  /** Good ones that are still in it. */
  pieces: number;
  /** It has left the line. */
  isOut: boolean;
  /** How often pieces went ahead. */
  splits: number;
}

/** What lies before a station: a packet, and those of the parts that are to join it. */
export interface Job {
  readonly packet: Packet;
  readonly others: readonly Packet[];
}

/** Jobs that wait for an operation, the oldest first, and who waits for one. */
export interface Shelf {
  readonly jobs: Job[];
  readonly waiting: { readonly process: Process; readonly hand: Hand }[];
}

/** Where a job is put that somebody waited for. */
export interface Hand {
  job: Job | null;
}

export function createShelf(): Shelf {
  return { jobs: [], waiting: [] };
}

export function createPacket(set: number, part: string | null, pieces: number): Packet {
  return {
    id: part === null ? `${set}` : `${set}/${part}`,
    set,
    part,
    pieces,
    isOut: false,
    splits: 0,
  };
}

/** Some of the pieces go ahead. */
export function splitPacket(packet: Packet, pieces: number): Packet {
  packet.pieces -= pieces;
  packet.splits += 1;
  return { ...packet, id: `${packet.id}.${packet.splits}`, pieces, splits: 0 };
}

/** Only what names it: the packet itself changes. */
export function nameOf({ id, set, part }: Packet): PacketName {
  return { id, set, part };
}
