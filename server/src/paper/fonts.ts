import { readFileSync } from "node:fs";

/** Weights that pages are set in. */
export type Weight = "regular" | "bold" | "extra-bold";

const WEIGHTS: readonly Weight[] = ["regular", "bold", "extra-bold"];
const FOLDER = new URL("../../fonts/", import.meta.url);

/** A font file for each weight; the built-in fonts of PDF garble « Çağla Nguyễn ». */
export function readFonts(): ReadonlyMap<Weight, Uint8Array> {
  return new Map(WEIGHTS.map((weight) => [weight, readFileSync(fileOf(weight))]));
}

function fileOf(weight: Weight): URL {
  return new URL(`atkinson-hyperlegible-next-${weight}.ttf`, FOLDER);
}
