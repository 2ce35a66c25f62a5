import type { Permission, PrivacySetting, Role } from "@trame/shared";

/** Documents that a workshop prints about the data of its people. */
export const DOCUMENT_KINDS = ["notice", "easy", "register", "consultation", "impact"] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A drawing beside a section of the easy version. */
export type DocumentPictogram = "people" | "grid" | "lock" | "calendar" | "key" | "speech" | "file";

/** A part of a document; French, ready to be shown. */
export interface DocumentSection {
  readonly heading: string;
  readonly pictogram: DocumentPictogram | null;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  /** What a word stands for, beside it; null: a line to fill in by hand. */
  readonly rows: readonly DocumentRow[];
}

export interface DocumentRow {
  readonly name: string;
  readonly text: string | null;
}

export interface PrivacyDocument {
  readonly kind: DocumentKind;
  /** On which it was written, YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  /** What has to be known before it is handed out; null for what needs none. */
  readonly mark: string | null;
  readonly lead: readonly string[];
  readonly sections: readonly DocumentSection[];
}

/** All that documents are written from: nothing in them is from anywhere else. */
export interface DocumentFacts {
  readonly setting: PrivacySetting;
  readonly workshop: string;
  /** On which it is written, YYYY-MM-DD. */
  readonly day: string;
  /** Name of the account that accompanies; null when nobody does. */
  readonly supervisor: string | null;
  readonly roles: Readonly<Record<Role, ReadonlySet<Permission>>>;
}

/** A section with what is given of it. */
export function section(
  heading: string,
  parts: Partial<Omit<DocumentSection, "heading">>,
): DocumentSection {
  return { heading, pictogram: null, paragraphs: [], items: [], rows: [], ...parts };
}
