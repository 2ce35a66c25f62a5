import type { DayNumber, ExportKind, Language } from "@trame/shared";

/** What is to be exported. */
export interface ExportAsked {
  readonly kind: ExportKind;
  /** Both included. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly language: Language;
  /** Narrowed to a line, an order, a style; null: to none. What kinds can be narrowed to what is in `EXPORT_FILTERS`. */
  readonly lineId: string | null;
  readonly orderId: string | null;
  readonly styleId: string | null;
}
