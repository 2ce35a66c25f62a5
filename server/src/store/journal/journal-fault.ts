/** What is wrong with a line of the journal. */
export interface JournalFault {
  /**
   * `changed`: it does not say what was sealed; `moved`: it says what was sealed of another; `inserted`: nobody sealed it;
   * `removed`: it is sealed, and gone; `gap`: lines between it and the one before are gone with their seals; `cut`: lines at
   * the end are gone that were there when a head was noted; `rewritten`: all up to it were sealed anew; `unaccounted`: it lets
   * other lines go than are gone, or lines that were not old.
   */
  readonly kind:
    | "changed"
    | "moved"
    | "inserted"
    | "removed"
    | "gap"
    | "cut"
    | "rewritten"
    | "unaccounted";
  /** Number of arrival; of the last line that is left, for what was cut. */
  readonly n: number;
  /** When it was received, UTC ms; null when it is not there to tell. */
  readonly at: number | null;
  /** What it is, as the log names it; null when it is not there to tell. */
  readonly of: string | null;
  /** Lines that are gone, for `gap` and `cut`; else 1. */
  readonly lines: number;
}

/** A head as it was noted apart from the store. */
export interface NotedHead {
  /** How many lines there were. */
  readonly count: number;
  /** Of the newest link, as hexadecimal digits. */
  readonly hash: string;
  /** When it was noted, UTC ms. */
  readonly at: number;
}

/** What came of a look at the whole journal. */
export interface Verification {
  /** Lines that are linked. */
  readonly lines: number;
  /** Of the newest link, as hexadecimal digits; null before the first line. */
  readonly head: string | null;
  /** False: lines from before there was a chain wait for a start of the server to be linked. */
  readonly isSealed: boolean;
  /** The first of them, in the order of the journal; none: it is whole. */
  readonly faults: readonly JournalFault[];
  /** All that were found. */
  readonly faultCount: number;
  /** Heads that were noted apart and are in it. */
  readonly headsMet: number;
  /** Lines that are gone by a line that is on record: they had been kept as long as the workshop keeps them. */
  readonly letGo: number;
  /** Restores: what was written between the backup and the restore is not in the journal any more, as it should be. */
  readonly restores: number;
}
