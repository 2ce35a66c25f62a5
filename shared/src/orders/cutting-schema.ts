import Type, { type Static } from "typebox";
import { ColourName, Id, Pieces, SizeName, strict } from "./fields.ts";

const LotSchema = Type.Object(
  {
    size: SizeName,
    colour: ColourName,
    /** Number of the dye bath: `3` is printed « Bain 3 ». */
    shade: Type.Integer({ minimum: 1, maximum: 9_999 }),
    pieces: Pieces,
  },
  strict,
);

/** What was cut of one style of an order, and into bundles of how many pieces. */
export const CuttingSchema = Type.Object(
  {
    styleId: Id,
    bundleSize: Type.Integer({ minimum: 1, maximum: 10_000 }),
    lots: Type.Array(LotSchema, { minItems: 1, maxItems: 5_000 }),
  },
  strict,
);

export type Cutting = Static<typeof CuttingSchema>;
export type CutLot = Static<typeof LotSchema>;
