import Type, { type Static } from "typebox";
import { ColourName, Id, Label, SizeName, strict } from "./fields.ts";

/**
 * Black patterns that stand for a colour on paper, so that a ticket needs no ink but black: `empty` for light ones, `solid`
 * for dark ones, the others for what lies between.
 */
const PatternSchema = Type.Union([
  Type.Literal("empty"),
  Type.Literal("solid"),
  Type.Literal("rising"),
  Type.Literal("falling"),
  Type.Literal("crossed"),
  Type.Literal("horizontal"),
  Type.Literal("vertical"),
  Type.Literal("grid"),
  Type.Literal("dots"),
]);

const ColourSchema = Type.Object(
  {
    name: ColourName,
    /** How a screen shows it, `#1f3a6e`; only its name and pattern when not given. */
    swatch: Type.Optional(Type.String({ pattern: "^#[0-9a-f]{6}$" })),
    pattern: PatternSchema,
  },
  strict,
);

/** What is sewn. How it is sewn is its routing. */
export const StyleSchema = Type.Object(
  {
    id: Id,
    name: Label,
    /** Id of its photo. */
    photo: Type.Optional(Id),
    /** From the smallest to the largest, as every list shows them. */
    sizes: Type.Array(SizeName, { minItems: 1, maxItems: 40 }),
    colours: Type.Array(ColourSchema, { minItems: 1, maxItems: 60 }),
  },
  strict,
);

export type Style = Static<typeof StyleSchema>;
export type Colour = Static<typeof ColourSchema>;
export type ColourPattern = Static<typeof PatternSchema>;
