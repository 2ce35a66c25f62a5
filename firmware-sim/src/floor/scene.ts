import type { FloorHappening, PacketName } from "../sewing/events.ts";
import type { Act } from "./act.ts";

/** A station, and somebody at it, when something happens. */
export interface Scene {
  readonly station: string;
  readonly style: string;
  /** UTC ms. */
  readonly at: number;
  /** The server answers at once: what it refuses is mended at once. */
  readonly isLive: boolean;
  /** It reaches the server so late that nobody can be refused any more; between the two it may be either. */
  readonly isKept: boolean;
  /** The operation as its tickets name it; null for what is about none. */
  readonly operation: SceneOperation | null;
}

export interface SceneOperation {
  readonly code: string;
  readonly isLast: boolean;
  readonly countedBy: "machine" | "scan";
  /** What is declared there is an inspection: codes of the operations that may be at fault. */
  readonly inspects: readonly string[] | null;
}

/** What happens, of one kind. */
export type Of<Kind extends FloorHappening["kind"]> = Extract<FloorHappening, { kind: Kind }>;

/** An act without what follows from the scene. */
export interface Sending
  extends Pick<Act, "path" | "body">,
    Partial<Pick<Act, "key" | "mistake" | "isSentTwice" | "onAnswer">> {
  /** After the scene, ms. */
  readonly afterMs?: number;
}

/** Sends it, about a packet whose order is given first. */
export type Send = (scene: Scene, packet: PacketName, act: Sending) => void;
