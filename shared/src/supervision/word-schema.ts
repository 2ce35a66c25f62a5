import Type, { type Static } from "typebox";
import { DefectSchema, deskHead, outcome, PhotoId } from "../floor/act-schema.ts";
import { Id, strict } from "../orders/fields.ts";
import { CAUSE_CLASSES } from "./causes.ts";

/** To the end of the year 9999, UTC ms: the hours and days around it are moments too. */
const Moment = Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 });
const MomentOrNull = Type.Union([Moment, Type.Null()]);
const Note = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));
const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const Key = Type.String({ minLength: 8, maxLength: 64, pattern: "^[A-Za-z0-9._:~-]+$" });

/** Someone at a station asks for help. */
export const CallBody = Type.Object(
  {
    ...deskHead,
    stationId: Id,
    call: Type.Union([
      Type.Literal("mechanic"),
      Type.Literal("material"),
      Type.Literal("quality"),
      Type.Literal("supervisor"),
    ]),
    note: Note,
  },
  strict,
);

/** Somebody takes a call, or has resolved it; the call's key is in the address. */
export const CallStepBody = Type.Object({ ...deskHead }, strict);

export const StopScopeSchema = Type.Union([
  Type.Object({ stationId: Id }, strict),
  Type.Object({ lineId: Id }, strict),
  Type.Object({ workshop: Type.Literal(true) }, strict),
]);

/** Why stations did not work over a range of time. */
export const StopBody = Type.Object(
  {
    ...deskHead,
    scope: StopScopeSchema,
    from: Moment,
    /** null: it goes on. */
    to: MomentOrNull,
    cause: Type.Union([Id, Type.Null()]),
    note: Note,
    /** `version` of the list that the screen showed: what was said since is not overwritten in silence. */
    version: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  strict,
);

/** Pieces that were looked at: of a bundle when there is a code, else a sample of a line. */
export const InspectionBody = Type.Object(
  {
    ...deskHead,
    stationId: Id,
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
    orderId: Type.Optional(Id),
    ...outcome,
    defects: Type.Optional(Type.Array(DefectSchema, { maxItems: 100 })),
    photo: Type.Optional(PhotoId),
  },
  strict,
);

export const UpkeepBody = Type.Object(
  {
    ...deskHead,
    stationId: Id,
    upkeep: Type.Union([Type.Literal("needle"), Type.Literal("oil"), Type.Literal("service")]),
  },
  strict,
);

export const MessageBody = Type.Object(
  {
    ...deskHead,
    lineId: Type.Union([Id, Type.Null()]),
    text: Type.Union([Type.String({ minLength: 1, maxLength: 80 }), Type.Null()]),
    until: Type.Optional(MomentOrNull),
  },
  strict,
);

/** A target by hand, computed where `of` is given, or (both null) the plan's again. */
export const TargetBody = Type.Object(
  {
    ...deskHead,
    lineId: Id,
    day: Day,
    pieces: Type.Union([Type.Integer({ minimum: 0, maximum: 10_000_000 }), Type.Null()]),
    of: Type.Optional(
      Type.Union([
        Type.Object(
          {
            /** Of those who are expected on the line when not given. */
            personMinutes: Type.Optional(Type.Number({ minimum: 0, maximum: 10_000_000 })),
            efficiency: Type.Number({ exclusiveMinimum: 0, maximum: 3 }),
            /** Of the order that is being sewn there when not given. */
            standardMinutes: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 10_000 })),
          },
          strict,
        ),
        Type.Null(),
      ]),
    ),
  },
  strict,
);

const Text = Type.String({ minLength: 1, maxLength: 60 });

/** A workshop's own causes of stops. */
export const CauseListSchema = Type.Array(
  Type.Object(
    {
      code: Id,
      class: Type.Union(CAUSE_CLASSES.map((each) => Type.Literal(each))),
      label: Type.Object({ fr: Text, en: Text }, strict),
    },
    strict,
  ),
  { minItems: 1, maxItems: 60 },
);

/** The call that a step is about is in its address. */
export type CallStepRequest = Static<typeof CallStepBody> & { readonly call: Static<typeof Key> };
export type CallRequest = Static<typeof CallBody>;
export type StopRequest = Static<typeof StopBody>;
export type InspectionRequest = Static<typeof InspectionBody>;
export type UpkeepRequest = Static<typeof UpkeepBody>;
export type MessageRequest = Static<typeof MessageBody>;
export type TargetRequest = Static<typeof TargetBody>;
