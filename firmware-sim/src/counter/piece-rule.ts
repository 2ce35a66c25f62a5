import type { DeviceConfig } from "@trame/shared";

/** How the counter tells that a piece is complete, as the drives of the machines do it. */
export interface PieceRule {
  /** True when this pulse completes a piece; both counts then start again. */
  readonly isComplete: (pulse: Pulse, config: DeviceConfig) => boolean;
}

/** What a machine did since the last pulse. */
export interface Pulse {
  readonly stitches: number;
  readonly trims: number;
}

/** At least `minStitches` stitches and `trimsPerPiece` trims since the last piece. */
export function createPieceRule(): PieceRule {
  let stitches = 0;
  let trims = 0;
  return {
    isComplete(pulse, { minStitches, trimsPerPiece }) {
      stitches += pulse.stitches;
      trims += pulse.trims;
      if (stitches < minStitches || trims < trimsPerPiece) return false;
      stitches = 0;
      trims = 0;
      return true;
    },
  };
}
