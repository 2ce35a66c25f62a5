import { CODE_NUMBER_MAX } from "../tickets/shape.ts";
import type { CutLot } from "./cutting-schema.ts";

/** Pieces of one size, colour and shade that travel together, and the number on their ticket. */
export interface CutBundle {
  readonly number: number;
  /** The same for the bundles that hold the parts of the same pieces: these are the ones that join. From 1. */
  readonly set: number;
  /** The part that it holds; null for whole pieces. */
  readonly part: string | null;
  readonly size: string;
  readonly colour: string;
  readonly shade: number;
  /** Garments, not components: a bundle of sleeves for 50 pieces has 50. */
  readonly pieces: number;
}

/** What is to be cut into bundles. */
export interface CutRequest {
  /** One per size, colour and shade, in the order in which tickets are to come out. */
  readonly lots: readonly CutLot[];
  readonly bundleSize: number;
  /** Parts with tickets of their own; none when the pieces stay together. */
  readonly parts: readonly string[];
  /** The first number that is free in the order, 1 for its first cutting. */
  readonly firstNumber: number;
}

/**
 * Bundles of `bundleSize` pieces that never mix size, colour or shade; what is left over of a lot is its last bundle ([O10]).
 * With parts each bundle is cut once per part, the same pieces and one after the other. Numbers rise from `firstNumber` in the
 * order of the lots, and the same request gives the same ones. Takes a cutting without faults; throws a RangeError otherwise.
 */
export function cut({ lots, bundleSize, parts, firstNumber }: CutRequest): CutBundle[] {
  if (countBundles({ lots, bundleSize, parts }) > CODE_NUMBER_MAX - firstNumber + 1) {
    throw new RangeError(`more bundles than numbers from ${firstNumber}`);
  }
  const eachPart = parts.length === 0 ? [null] : parts;
  const bundles: CutBundle[] = [];
  let set = 0;
  for (const { size, colour, shade, pieces } of lots) {
    for (let left = pieces; left > 0; left -= bundleSize) {
      set += 1;
      for (const part of eachPart) {
        const number = firstNumber + bundles.length;
        bundles.push({
          number,
          set,
          part,
          size,
          colour,
          shade,
          pieces: Math.min(left, bundleSize),
        });
      }
    }
  }
  return bundles;
}

/** How many bundles, and so tickets, a cutting makes. */
export function countBundles({
  lots,
  bundleSize,
  parts,
}: Pick<CutRequest, "lots" | "bundleSize" | "parts">): number {
  const sets = lots.reduce((sum, { pieces }) => sum + Math.ceil(pieces / bundleSize), 0);
  return sets * Math.max(1, parts.length);
}
