import type { ActRow, Fields } from "../../../data/desk/journal-rows.ts";

/** Defects of one kind, as they are typed. */
export interface DefectField {
  readonly defect: string;
  /** Code of the operation that made it; null where nobody said. */
  readonly operation: string | null;
  readonly pieces: string;
}

/** Defects of one kind, as they are sent. */
export interface DefectSaid extends Omit<DefectField, "pieces"> {
  readonly pieces: number;
}

/** What was found at an act, as it counts now; null where its kind finds nothing. */
export function defectFields({ kind, now }: Pick<ActRow, "kind" | "now">): DefectField[] | null {
  if (kind !== "finish" && kind !== "inspection") return null;
  return listOf(now).map(({ pieces, ...rest }) => ({ ...rest, pieces: String(pieces) }));
}

/** What the fields say; null while a number can't be read. A row left empty or at 0 is one less. */
export function defectsSaid(fields: readonly DefectField[]): DefectSaid[] | null {
  const said = fields.map(({ pieces, ...rest }) => ({ ...rest, pieces: wholeOf(pieces) }));
  if (said.some(({ pieces }) => Number.isNaN(pieces))) return null;
  return said.filter(({ pieces }) => pieces > 0);
}

/** Whether it is what counts already. */
export function areSame(said: readonly DefectSaid[], now: Fields): boolean {
  return JSON.stringify(said) === JSON.stringify(listOf(now));
}

function listOf({ defects }: Fields): DefectSaid[] {
  if (!Array.isArray(defects)) return [];
  return defects.map(({ defect, operation = null, pieces }) => ({ defect, operation, pieces }));
}

function wholeOf(text: string): number {
  const plain = text.replaceAll(/\s/g, "");
  if (plain === "") return 0;
  return /^\d{1,7}$/.test(plain) ? Number(plain) : Number.NaN;
}
