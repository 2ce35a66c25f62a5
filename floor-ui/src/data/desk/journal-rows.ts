/** Figures and fields as the journal tells them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A line of the journal; see `GET /api/v1/journal`. */
export interface JournalRow {
  readonly n: number;
  /** UTC ms. */
  readonly at: number;
  readonly kind: string;
  readonly by: "desk" | "station";
  /** null: written before it was kept, or by nobody. */
  readonly author: AuthorRow | null;
  readonly stationId: string | null;
  readonly subject: string | null;
  /** Of an account, a key or a screen; null for others, and where it is gone. */
  readonly subjectName: string | null;
  readonly before: Fields | null;
  readonly after: Fields | null;
  readonly reason: string | null;
  readonly key: string | null;
  readonly about: string | null;
  readonly isUndone: boolean;
}

/** Who wrote a line. */
export interface AuthorRow {
  readonly kind: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly isGone: boolean;
}

/** Whether the journal is as it was written; see `GET /api/v1/journal/verification`. */
export interface VerificationRow {
  /** null: it was never looked at. */
  readonly last: VerifiedRow | null;
}

export interface VerifiedRow {
  /** UTC ms. */
  readonly at: number;
  readonly lines: number;
  readonly head: string | null;
  readonly isSealed: boolean;
  readonly faults: readonly FaultRow[];
  readonly faultCount: number;
  readonly headsMet: number;
  readonly restores: number;
}

export interface FaultRow {
  readonly kind: string;
  readonly n: number;
  readonly at: number | null;
  readonly of: string | null;
  readonly lines: number;
}

export interface JournalPageRows {
  readonly entries: readonly JournalRow[];
  readonly next: number | null;
}

/** An act with its corrections; see `GET /api/v1/acts/:key`. */
export interface ActRow {
  readonly key: string;
  readonly kind: string;
  readonly at: number;
  readonly stationId: string | null;
  readonly code: string | null;
  readonly operation: string | null;
  readonly original: Fields;
  readonly now: Fields;
  readonly isUndone: boolean;
  readonly amendments: readonly AmendmentRow[];
  readonly canAmend: boolean;
}

export interface AmendmentRow {
  readonly key: string;
  readonly at: number;
  readonly reason: string;
  readonly to: Fields;
  readonly isUndone: boolean;
}
