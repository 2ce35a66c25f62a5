import type { Outcome } from "@trame/shared";
import type { Said } from "../scenario/scenario.ts";

/** What happens at a station, in the order of time; UTC ms of the sewing's time. */
export interface SewingEvent {
  readonly at: number;
  readonly station: string;
  readonly what: Happening | FloorHappening;
}

/**
 * `seam`: the machine stitched and cut its thread; `completes` is the truth that no counter knows. Power and network say whether
 * they are there, `fault` whether the drive reports one.
 */
export type Happening =
  | { readonly kind: "seam"; readonly stitches: number; readonly completes: boolean }
  | { readonly kind: "fault" | "power" | "network"; readonly on: boolean };

/** Names a packet: its set, its part, and what was split off it; the same for the same style everywhere. */
export interface PacketName {
  readonly id: string;
  readonly set: number;
  readonly part: string | null;
}

/**
 * What people do with packets, which no counter knows: they come and go; begin an operation, on parts that come together
 * perhaps; end it for some or all pieces; let some go ahead; send packets out and get them back; bring repaired pieces to the
 * last station; take a test piece off the count. `trouble`: something keeps them from sewing, and they may say so.
 */
export type FloorHappening =
  | { readonly kind: "badge"; readonly pseudonym: string; readonly on: boolean }
  | {
      readonly kind: "begin";
      readonly packet: PacketName;
      readonly others: readonly PacketName[];
      readonly operation: string;
    }
  | {
      readonly kind: "finish";
      readonly packet: PacketName;
      readonly operation: string;
      readonly outcome: Outcome;
      /** Nothing more is to be done to it there. */
      readonly isWhole: boolean;
    }
  | {
      readonly kind: "split";
      readonly packet: PacketName;
      readonly child: PacketName;
      readonly pieces: number;
    }
  | {
      readonly kind: "dispatch";
      readonly packets: readonly PacketName[];
      /** Of each packet. */
      readonly pieces: readonly number[];
      readonly operation: string;
      readonly slip: string;
    }
  | {
      readonly kind: "return";
      readonly packet: PacketName;
      readonly slip: string;
      readonly outcome: Outcome;
    }
  | {
      readonly kind: "repaired";
      readonly packet: PacketName;
      readonly operation: string;
      readonly outcome: Outcome;
    }
  | { readonly kind: "correct"; readonly packet: PacketName; readonly pieces: number }
  | {
      readonly kind: "trouble";
      readonly trouble: Trouble;
      readonly minutes: number;
      readonly said?: Said;
    };

/** Why nothing is sewn for a while. */
export type Trouble = "fault" | "starved" | "doubt" | "support";

const MACHINE: readonly string[] = ["seam", "fault", "power", "network"];

/** True for what a counter or its power and network notice. */
export function isAtMachine(what: Happening | FloorHappening): what is Happening {
  return MACHINE.includes(what.kind);
}
