/**
 * What of people can be looked at. Each look is on record and is told to whom it was about ([PD2]): a list is about everybody, a
 * sheet about one person.
 */
export const LOOK_KINDS = [
  /** Everybody's entries: pseudonyms, badges, what they know and how they want a station. */
  "people",
  /** Who is where, who is away, who goes where. */
  "presence",
  "skills",
  /** Hours of learning, of groups of four and more. */
  "training",
  "badges",
  /** What people asked about their data. */
  "requests",
  /** Civil names were opened. */
  "names",
  /** The figures of one person, by the supervisor who accompanies them. */
  "accompanied",
  /** A person's own, by themselves. */
  "own-data",
  "own-progress",
  "own-export",
] as const;

export type LookKind = (typeof LOOK_KINDS)[number];

/** One look. */
export interface Look {
  /** Of whom; null: of everybody. */
  readonly about: string | null;
  readonly what: LookKind;
  /** `account:<id>`, `key:<id>`, `token`, `station:<id>`, or `self`. */
  readonly by: string;
}

/** Somebody looked at what is their own. */
export const BY_SELF = "self";

/** How long looks are kept: a person may ask a year later. */
export const LOOKS_KEPT_DAYS = 365;
/** The same reader who opens the same list again within so long looked once: pages read their lists again each minute. */
export const LOOK_LASTS_MS = 3_600_000;
