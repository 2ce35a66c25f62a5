import type { DayNumber, ExportKind, Language } from "@trame/shared";

/** What is to be exported. */
export interface ExportAsked {
  readonly kind: ExportKind;
  /** Both included. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly language: Language;
}
