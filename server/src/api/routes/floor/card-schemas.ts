import { type TSchema, Type } from "@fastify/type-provider-typebox";
import { personal } from "@trame/shared/schemas";

const OrNull = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) =>
  Type.Union([of, Type.Null()]);
export const TextOrNull = OrNull(Type.String());
export const IntegerOrNull = OrNull(Type.Integer());
/** A schema for what our own code answers: its type is that of the code. */
export function answering<Of>(schema: TSchema) {
  return Type.Unsafe<Of>(schema);
}

/** A moment. */
export const At = Type.Integer({ description: "UTC ms" });

export const WordsSchema = Type.Object({ fr: Type.String(), en: Type.Optional(Type.String()) });

const PictureSchema = Type.Union([
  Type.Object({ pictogram: Type.String() }),
  Type.Object({ photo: Type.String() }),
  Type.Null(),
]);

export const OperationCardSchema = Type.Object({
  code: Type.String(),
  label: WordsSchema,
  picture: PictureSchema,
  countedBy: Type.Union([Type.Literal("machine"), Type.Literal("scan")]),
});

export const BundleCardSchema = Type.Object({
  code: Type.String({ description: "As people read it: 118-117-K" }),
  orderId: Type.String(),
  styleId: Type.String(),
  styleName: Type.String(),
  photo: TextOrNull,
  size: Type.String(),
  colour: Type.String(),
  swatch: TextOrNull,
  pattern: Type.String({ description: "Black pattern that stands for the colour on paper" }),
  shade: Type.Integer(),
  part: TextOrNull,
  pieces: Type.Integer({ description: "In progress" }),
  rework: Type.Integer({ description: "In repair" }),
  next: Type.Array(Type.String(), { description: "Operations that it may go to" }),
  openAt: Type.Union([Type.String(), Type.Null()], { description: "Station that has it open" }),
  isOutside: Type.Boolean(),
});

const outcome = {
  good: Type.Integer(),
  rework: Type.Integer(),
  second: Type.Integer(),
  scrap: Type.Integer(),
};
export const OutcomeSchema = Type.Object(outcome);

const ConflictSchema = Type.Object({
  code: Type.String(),
  key: Type.String({ description: "Of the act that does not fit" }),
  against: TextOrNull,
});

export const BundleStateSchema = Type.Object({
  pieces: Type.Integer(),
  splitOut: Type.Integer({ description: "Went on under other tickets" }),
  absorbed: Type.Integer({ description: "Went on in the bundle that they joined" }),
  ...outcome,
  inProgress: Type.Integer(),
  open: TextOrNull,
  joinedInto: Type.Union([Type.Integer(), Type.Null()], {
    description: "The server's own number of the bundle in which it goes on; a story has its code",
  }),
  outside: Type.Union([Type.String(), Type.Null()], { description: "Delivery slip" }),
  away: Type.Integer(),
  movedAt: IntegerOrNull,
  outAt: IntegerOrNull,
  operations: Type.Array(
    Type.Object({
      code: Type.String(),
      status: Type.Union([Type.Literal("open"), Type.Literal("done"), Type.Literal("deduced")]),
      ...outcome,
      repaired: Type.Integer(),
      pieces: Type.Integer(),
      stationId: TextOrNull,
      openedAt: IntegerOrNull,
      finishedAt: IntegerOrNull,
      isInherited: Type.Boolean({ description: "Done before it was split off" }),
    }),
  ),
  defects: Type.Array(
    Type.Object({ defect: Type.String(), operation: TextOrNull, pieces: Type.Integer() }),
  ),
  conflicts: Type.Array(ConflictSchema),
});

export const ActAnswerSchema = Type.Object({
  accepted: Type.Boolean(),
  code: Type.String({ description: "Stable, for programs" }),
  message: Type.String({ description: "For people: what it is, or what is wrong and what to do" }),
  conflict: Type.Union([Type.String(), Type.Null()], {
    description: "Taken, though it breaks a rule: a supervisor will look at it",
  }),
  isClockOff: Type.Boolean({ description: "The screen's clock is more than 2 minutes off" }),
  bundle: Type.Union([BundleCardSchema, Type.Null()]),
  operation: Type.Union([OperationCardSchema, Type.Null()]),
  newCodes: Type.Array(Type.String(), { description: "Tickets that the act made" }),
});

/** What a badge is answered: with what its bearer acts from now on. */
export const BadgeAnswerSchema = Type.Object({
  ...ActAnswerSchema.properties,
  assignmentId: Type.Optional(personal(Type.String({ description: "After a badge" }))),
});
