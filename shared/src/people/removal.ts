/** Why somebody is removed: they left, they asked for it, or they were noted by mistake. Chosen, so that the journal names nobody. */
export const REMOVAL_REASONS = ["left", "asked", "mistake"] as const;

/** One of them. */
export type RemovalReason = (typeof REMOVAL_REASONS)[number];
