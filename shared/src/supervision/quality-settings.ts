/** From when on quality is on target, as a workshop sets it; walls tick what is. */
export interface QualityTargets {
  /** Défauts pour 100 pièces: on target at most so many. */
  readonly mostDhu: number;
  /** Bon du premier coup: on target from this ratio on, 0..1. */
  readonly leastFirstPass: number;
}

/** Key of the setting, JSON as `QualityTargets`; without it `QUALITY_TARGETS` holds. */
export const QUALITY_SETTING = "quality";

/** Until a workshop sets its own. */
export const QUALITY_TARGETS: QualityTargets = { mostDhu: 3, leastFirstPass: 0.97 };

/** What holds for a workshop that set this, or nothing. */
export function qualityTargetsOf(setting: string | null): QualityTargets {
  return setting === null ? QUALITY_TARGETS : JSON.parse(setting);
}
