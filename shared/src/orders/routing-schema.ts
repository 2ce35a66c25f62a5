import Type, { type Static } from "typebox";
import { Id, Label, strict } from "./fields.ts";

/** Short enough for the box of a ticket: `10`, `20b`. */
const OperationCode = Type.String({ pattern: "^[A-Za-z0-9]{1,8}$" });
const PartCode = Type.String({ pattern: "^[A-Za-z0-9-]{1,24}$" });
/** French is always there; where English is not, French stands in. */
const Words = Type.Object({ fr: Label, en: Type.Optional(Label) }, strict);

/** What shows the operation to somebody who does not read: one of ours, or a photo of the workshop. */
const PictureSchema = Type.Union([
  Type.Object({ pictogram: Id }, strict),
  Type.Object({ photo: Id }, strict),
]);

const PieceRuleSchema = Type.Object(
  {
    /** Stitches below which no piece is complete. */
    minStitches: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    /** Thread trims that complete a piece. */
    trimsPerPiece: Type.Integer({ minimum: 1, maximum: 1_000 }),
  },
  strict,
);

/** One operation. What it is done to is its `part`, the whole garment when not given. */
export const OperationSchema = Type.Object(
  {
    code: OperationCode,
    label: Words,
    picture: Type.Optional(PictureSchema),
    /** Type of machine, as the workshop calls it: `Surjeteuse 4 fils`. */
    machine: Label,
    /** Minutes allowed for one piece. */
    standardMinutes: Type.Number({ exclusiveMinimum: 0, maximum: 1_000 }),
    /** Codes of the operations that must be done before; empty for one that may begin. */
    after: Type.Array(OperationCode, { maxItems: 50 }),
    part: Type.Optional(PartCode),
    /** Parts that come together here and end here, in what the operation is done to. */
    joins: Type.Optional(Type.Array(PartCode, { minItems: 1, maxItems: 20 })),
    countedBy: Type.Union([Type.Literal("machine"), Type.Literal("scan")]),
    /** Pieces are looked at here, and what is declared is an inspection; as its pictogram says when not given. */
    inspects: Type.Optional(Type.Boolean()),
    /** When the machine has made a piece; the station's own rule when not given. */
    pieceRule: Type.Optional(PieceRuleSchema),
  },
  strict,
);

/** How a style is sewn: operations and what comes before what. A version never changes; a change is the next version. */
export const RoutingSchema = Type.Object(
  {
    styleId: Id,
    version: Type.Integer({ minimum: 1, maximum: 100_000 }),
    /** Components with tickets of their own; empty when the pieces of a bundle stay together from the first operation. */
    parts: Type.Array(Type.Object({ code: PartCode, label: Words }, strict), { maxItems: 40 }),
    operations: Type.Array(OperationSchema, { minItems: 1, maxItems: 200 }),
  },
  strict,
);

export type Operation = Static<typeof OperationSchema>;
export type Routing = Static<typeof RoutingSchema>;
export type Part = Routing["parts"][number];
