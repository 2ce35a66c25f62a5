import type { ActRow } from "../../../data/desk/journal-rows.ts";
import { areSame, type DefectField, type DefectSaid, defectsSaid } from "./amend-defects.ts";
import { figuresOf } from "./entry-view.ts";

/** Figures of an act that can be corrected. */
export type FigureName = "good" | "rework" | "second" | "scrap" | "pieces";

/** What was typed, by figure. */
export type AmendFields = Readonly<Partial<Record<FigureName, string>>>;

/** What is sent of a correction besides its key and reason. */
export interface AmendmentBody {
  readonly outcome?: Readonly<Record<string, number>>;
  readonly defects?: readonly DefectSaid[];
  readonly pieces?: number;
}

const OUTCOME = ["good", "rework", "second", "scrap"] as const;
const MINUS = "\u2212";

/** The figures that the act has, in the order in which they are shown. */
export function figureNames({ now }: Pick<ActRow, "now">): FigureName[] {
  const names = Object.keys(figuresOf(now));
  return [...OUTCOME, "pieces" as const].filter((name) => names.includes(name));
}

/** As they count now. */
export function formOf(act: Pick<ActRow, "now">): AmendFields {
  const now = figuresOf(act.now);
  return Object.fromEntries(figureNames(act).map((name) => [name, String(now[name])]));
}

/** What the form says instead; null while something is no whole number, or nothing differs. */
export function amendmentOf(
  act: Pick<ActRow, "kind" | "now">,
  form: AmendFields,
  fields: readonly DefectField[] | null = null,
): AmendmentBody | null {
  const now = figuresOf(act.now);
  const names = figureNames(act);
  const read = names.map((name): [FigureName, number | null] => [name, wholeOf(form[name] ?? "")]);
  if (read.some(([name, value]) => value === null || (name !== "pieces" && value < 0))) return null;
  const defects = fields === null ? [] : defectsSaid(fields);
  if (defects === null) return null;
  const isOther = fields !== null && !areSame(defects, now);
  if (!isOther && read.every(([name, value]) => value === now[name])) return null;
  const said = Object.fromEntries(read) as Record<FigureName, number>;
  if (act.kind === "cut" && said.pieces < 1) return null;
  if (names.includes("pieces")) return { pieces: said.pieces };
  const outcome = Object.fromEntries(OUTCOME.map((name) => [name, said[name] ?? 0]));
  return isOther ? { outcome, defects } : { outcome };
}

/** As people write it: spaces between thousands, a minus of either sort. */
function wholeOf(text: string): number | null {
  const plain = text.replaceAll(/\s/g, "").replace(MINUS, "-");
  return /^[-+]?\d{1,7}$/.test(plain) ? Number(plain) : null;
}
