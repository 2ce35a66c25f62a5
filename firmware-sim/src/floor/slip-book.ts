import type { Random } from "../random.ts";
import type { PacketName } from "../sewing/events.ts";
import type { Scene } from "./scene.ts";
import { type BeginSlip, drawBegin, drawFinish, type FinishSlip } from "./slips.ts";

/** Draws the slips of a line, and remembers what came of them. */
export interface SlipBook {
  /** What goes wrong as a packet is begun; `forgotten`: it is noted that nobody scanned it. */
  begin(scene: Scene, packet: PacketName): BeginSlip;
  /** What goes wrong as it is finished; only what is good and whole may be forgotten or mistold. */
  finish(scene: Scene, packet: PacketName, isPlain: boolean): FinishSlip;
  /** True once for a packet that nobody scanned at the operation. */
  wasUnscanned(scene: Scene, packet: PacketName): boolean;
  /** Pieces that went ahead keep the gaps of their packet. */
  inherit(packet: PacketName, child: PacketName): void;
  /** What was finished last at the station. */
  lastFinished(station: string): PacketName | null;
  isFinished(station: string, packet: PacketName): void;
  /** Once or twice without a network a finished packet is scanned again: for a supervisor to settle. */
  drawConflict(scene: Scene): boolean;
}

/** Of a hundred scans without a network. */
const CONFLICTS = 0.02;

export function createSlipBook(random: Random, hasSlips: boolean): SlipBook {
  const unscanned = new Set<string>();
  /** A packet is left out once at most, so that a later scan can fill the gap. */
  const forgotten = new Set<string>();
  const finished = new Map<string, PacketName>();
  let conflictsLeft = hasSlips ? 1 : 0;

  const placeOf = ({ operation }: Scene, { id }: PacketName) => `${id} ${operation?.code}`;
  const occasionOf = ({ isLive, operation }: Scene, { id }: PacketName) => ({
    isLive,
    canForget: operation?.countedBy === "machine" && !operation.isLast && !forgotten.has(id),
  });

  return {
    begin(scene, packet) {
      const slip = hasSlips ? drawBegin(random, occasionOf(scene, packet)) : "none";
      if (slip !== "forgotten") return slip;
      forgotten.add(packet.id);
      unscanned.add(placeOf(scene, packet));
      return slip;
    },
    finish(scene, packet, isPlain) {
      const slip = hasSlips && isPlain ? drawFinish(random, occasionOf(scene, packet)) : "none";
      if (slip === "forgotten") forgotten.add(packet.id);
      return slip;
    },
    wasUnscanned: (scene, packet) => unscanned.delete(placeOf(scene, packet)),
    inherit(packet, child) {
      if (forgotten.has(packet.id)) forgotten.add(child.id);
    },
    lastFinished: (station) => finished.get(station) ?? null,
    isFinished: (station, packet) => finished.set(station, packet),
    drawConflict({ isKept, station }) {
      const isDrawn = conflictsLeft > 0 && isKept && finished.has(station);
      if (!isDrawn || !random.chance(CONFLICTS)) return false;
      conflictsLeft -= 1;
      return true;
    },
  };
}
