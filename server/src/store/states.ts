/** What a sample may tell of its machine, numbered. */
export const STATES = [null, "running", "idle", "fault"] as const;
