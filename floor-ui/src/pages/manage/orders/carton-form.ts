import type { CartonContent, CartonStock } from "@trame/shared";
import { parsePieces } from "../../prepare/pieces.ts";

/** What there is to put into a carton: a size and colour, or kits of a size. */
export interface CartonLine {
  readonly key: string;
  /** null for kits. */
  readonly styleId: string | null;
  /** null for kits without a size. */
  readonly size: string | null;
  /** null for kits. */
  readonly colour: string | null;
  readonly ordered: number;
  readonly complete: number;
  readonly inCartons: number;
  /** Complete and in no carton. */
  readonly left: number;
}

/** The lines of what is complete; of pieces those alone of which something was ordered or made. */
export function cartonLines(stock: CartonStock): CartonLine[] {
  const lines =
    stock.kind === "kits"
      ? stock.kits.map((kit) => ({ ...kit, styleId: null, colour: null }))
      : stock.pieces;
  return lines.map((line) => ({
    ...line,
    key: JSON.stringify([line.styleId, line.size, line.colour]),
    left: Math.max(0, line.complete - line.inCartons),
  }));
}

/** What is written into the form, by line. */
export type CartonDraft = Readonly<Record<string, string>>;

/** The content that a draft asks for; null while nothing is asked for, or a figure can't be read. */
export function contentOf(lines: readonly CartonLine[], draft: CartonDraft): CartonContent | null {
  const asked = lines
    .map((line) => ({ line, text: (draft[line.key] ?? "").trim() }))
    .filter(({ text }) => text !== "" && text !== "0");
  const read = asked.map(({ line, text }) => ({ line, amount: parsePieces(text) }));
  if (read.length === 0 || read.some(({ amount }) => amount === null)) return null;
  return {
    kits: read.flatMap(({ line: { styleId, size }, amount }) =>
      styleId === null && amount !== null ? [{ size, kits: amount }] : [],
    ),
    pieces: read.flatMap(({ line: { styleId, size, colour }, amount }) =>
      styleId !== null && size !== null && colour !== null && amount !== null
        ? [{ styleId, size, colour, pieces: amount }]
        : [],
    ),
  };
}

/** All that is complete and in no carton. */
export function everythingLeft(lines: readonly CartonLine[]): CartonDraft {
  return Object.fromEntries(
    lines.filter(({ left }) => left > 0).map(({ key, left }) => [key, String(left)]),
  );
}
