/** Figures and fields as the journal tells them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A line of the journal; see `GET /api/v1/journal`. */
export interface JournalRow {
  readonly n: number;
  /** UTC ms. */
  readonly at: number;
  readonly kind: string;
  readonly by: "desk" | "station";
  readonly stationId: string | null;
  readonly subject: string | null;
  readonly before: Fields | null;
  readonly after: Fields | null;
  readonly reason: string | null;
  readonly key: string | null;
  readonly about: string | null;
  readonly isUndone: boolean;
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
