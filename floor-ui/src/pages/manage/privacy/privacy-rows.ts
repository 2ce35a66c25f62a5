/** An account as the list of them tells it. */
export interface AccountName {
  readonly id: string;
  readonly name: string;
  readonly isDisabled: boolean;
}

/** What was deleted at the end of its time, and how that was proved. */
export interface PurgeRow {
  /** UTC ms. */
  readonly at: number;
  readonly cause: "night" | "removal";
  /** Rows by table. */
  readonly taken: Readonly<Record<string, number>>;
  readonly proof: { readonly isProven: boolean };
  readonly backups: { readonly rewritten: number };
}

/** Kinds of documents, in the order of their list. */
export const DOCUMENTS = ["notice", "easy", "register", "consultation", "impact"] as const;

export type DocumentName = (typeof DOCUMENTS)[number];

/** A document in French, ready to be shown. */
export interface DocumentText {
  readonly kind: DocumentName;
  /** On which it was written, YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly mark: string | null;
  readonly lead: readonly string[];
  readonly sections: readonly DocumentPart[];
}

export interface DocumentPart {
  readonly heading: string;
  readonly pictogram: string | null;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  /** null: a line to fill in by hand. */
  readonly rows: readonly { readonly name: string; readonly text: string | null }[];
}
