import type { Cutting } from "@trame/shared";
import type { ProgressQuantity } from "../../data/desk/rows.ts";
import { parsePieces } from "./pieces.ts";

/** What was cut of one size, colour and shade, as typed. */
export interface LotDraft {
  readonly size: string;
  readonly colour: string;
  readonly shade: string;
  readonly pieces: string;
}

/** What is still to be cut of each size and colour, in the first shade. */
export function lotsToCut(quantities: readonly ProgressQuantity[]): LotDraft[] {
  return quantities
    .filter(({ ordered, cut }) => ordered > cut)
    .map(({ size, colour, ordered, cut }) => ({
      size,
      colour,
      shade: "1",
      pieces: String(ordered - cut),
    }));
}

/** Another bath of the same size and colour, right below it. */
export function addShade(lots: readonly LotDraft[], index: number): LotDraft[] {
  const lot = lots[index];
  if (lot === undefined) return [...lots];
  const same = lots.filter(({ size, colour }) => size === lot.size && colour === lot.colour);
  const shade = Math.max(0, ...same.map(({ shade: text }) => parsePieces(text) ?? 0)) + 1;
  const added = { ...lot, shade: String(shade), pieces: "" };
  return [...lots.slice(0, index + 1), added, ...lots.slice(index + 1)];
}

/** Bundles that a lot makes: so many full ones, and what is left over for a last one. */
export interface LotPreview {
  readonly full: number;
  readonly rest: number;
}

/** null while the figures can't be read, or are 0. */
export function previewLot({ pieces }: LotDraft, bundleSize: number | null): LotPreview | null {
  const count = parsePieces(pieces);
  if (count === null || count === 0 || bundleSize === null || bundleSize === 0) return null;
  return { full: Math.floor(count / bundleSize), rest: count % bundleSize };
}

/** The cutting as it is sent; lots without pieces are left out. null when no lot is left or there is no bundle size. */
export function toCutting(
  styleId: string,
  lots: readonly LotDraft[],
  bundleSize: number | null,
): Cutting | null {
  const sent = lots.flatMap(({ size, colour, shade, pieces }) => {
    const count = parsePieces(pieces);
    const bath = parsePieces(shade);
    if (count === null || count === 0 || bath === null) return [];
    return [{ size, colour, shade: bath, pieces: count }];
  });
  if (sent.length === 0 || bundleSize === null || bundleSize === 0) return null;
  return { styleId, bundleSize, lots: sent };
}
