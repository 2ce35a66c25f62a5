import type { Incident } from "../scenario/scenario.ts";
import type { FloorHappening, Happening } from "./events.ts";
import type { Job, Packet, Shelf } from "./packets.ts";
import type { NextPresence } from "./presence.ts";
import type { Wish } from "./processes.ts";

/** A station: who sits there, where its packets come from and go to. */
export interface Seat {
  readonly station: string;
  /** Id of its operation. */
  readonly operation: string;
  /** Cuts the next packet where the cutting table never runs out; null: packets come by the shelf. */
  readonly draw: (() => Job) | null;
  readonly shelf: Shelf;
  /** What is cut as soon as a packet is begun here. */
  readonly release: () => readonly Wish[];
  /** Where a packet goes on; null when it waits for others, or is out. */
  readonly deliver: (packet: Packet) => Wish | null;
  /** The last operation of the line. */
  readonly isLast: boolean;
  /** Pieces are whole and stay so: they can fail, or go ahead of the others. */
  readonly isWhole: boolean;
  /** What is being repaired, wherever it failed on the line. */
  readonly repairs: Repair[];
  /** Left open the evening before. */
  readonly held: Job | null;
  readonly nextPresence: NextPresence;
  /** Those of this station, ascending, not overlapping. */
  readonly incidents: readonly Incident[];
}

/** Pieces in repair. */
export interface Repair {
  readonly packet: Packet;
  readonly pieces: number;
  readonly isBeyondRepair: boolean;
  /** UTC ms. */
  readonly readyAt: number;
}

/** Says that something happens there. */
export function say(
  { station }: Pick<Seat, "station">,
  at: number,
  what: Happening | FloorHappening,
): Wish {
  return { kind: "say", event: { at, station, what } };
}
