import Type, { type Static } from "typebox";
import { ColourName, Id, Pieces, SizeName, strict } from "../orders/fields.ts";

const KitLine = Type.Object(
  {
    /** null where kits have no size of their own. */
    size: Type.Union([SizeName, Type.Null()]),
    kits: Pieces,
  },
  strict,
);
const PieceLine = Type.Object(
  { styleId: Id, size: SizeName, colour: ColourName, pieces: Pieces },
  strict,
);

/** What a carton holds: kits of an order of kits, else pieces by size and colour. */
export const CartonContentSchema = Type.Object(
  {
    kits: Type.Array(KitLine, { maxItems: 100 }),
    pieces: Type.Array(PieceLine, { maxItems: 2_400 }),
  },
  strict,
);

export type CartonContent = Static<typeof CartonContentSchema>;
