import Type, { type Static } from "typebox";
import { Id, strict } from "../orders/fields.ts";

const Key = Type.String({ minLength: 8, maxLength: 64, pattern: "^[A-Za-z0-9._:-]+$" });
/** One that a screen draws: those of readers at counters (`event:`) and of cuttings (`cut:`) are the server's to give. */
const NewKey = Type.String({
  minLength: 8,
  maxLength: 64,
  pattern: "^(?!event:|cut:)[A-Za-z0-9._:-]+$",
});
/** To the end of the year 9999, UTC ms: the hours and days around it are moments too. */
const Moment = Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 });
const Count = Type.Integer({ minimum: 0, maximum: 10_000_000 });
const Some = Type.Integer({ minimum: 1, maximum: 10_000_000 });
/** As read or typed; forgiving (`parseCode`). */
const Code = Type.String({ minLength: 1, maxLength: 256 });

/** What every write of a screen carries; see `ActHead`. */
const head = {
  /** Drawn by the screen, once per act. */
  key: NewKey,
  stationId: Id,
  /** UTC ms by the screen's own clock: when it happened. */
  at: Moment,
  /** UTC ms by the same clock: when it was sent. */
  sentAt: Moment,
  origin: Type.Union([Type.Literal("scan"), Type.Literal("hand")]),
  /** Who; when not given, whoever is alone at the station. */
  assignmentId: Type.Optional(Key),
  /** The person was told that it is taken: it is never refused, at worst in conflict. */
  offline: Type.Optional(Type.Boolean()),
};

/** What goes outside, and comes back, does so at the desk: the station says from which one it was sent, if from any. */
export const deskHead = { ...head, stationId: Type.Optional(Id) };

export const outcome = { good: Count, rework: Count, second: Count, scrap: Count };

/** SHA-256 of its bytes, hex. */
export const PhotoId = Type.String({ pattern: "^[0-9a-f]{64}$" });

export const DefectSchema = Type.Object(
  { defect: Id, operation: Type.Union([Id, Type.Null()]), pieces: Some },
  strict,
);

export const BadgeBody = Type.Object(
  {
    ...head,
    /** As read: `PX412E`. Not needed to badge out an assignment. */
    badge: Type.Optional(Code),
    direction: Type.Union([Type.Literal("in"), Type.Literal("out")]),
  },
  strict,
);
export const ScanBody = Type.Object({ ...head, code: Code }, strict);
export const FinishBody = Type.Object(
  {
    ...head,
    code: Code,
    /** Code of the operation; the one that is open when not given. */
    operation: Type.Optional(Id),
    ...outcome,
    defects: Type.Optional(Type.Array(DefectSchema, { maxItems: 100 })),
    /** The pieces come back from repair. */
    repaired: Type.Optional(Type.Boolean()),
    /** Id of a photo of what is wrong. */
    photo: Type.Optional(PhotoId),
  },
  strict,
);
export const SplitBody = Type.Object({ ...head, code: Code, pieces: Some }, strict);
export const JoinBody = Type.Object(
  { ...head, codes: Type.Array(Code, { minItems: 2, maxItems: 20 }) },
  strict,
);
export const UndoBody = Type.Object({ ...head, undoes: Key }, strict);
/** − and + beside the count: test stitches, unpicking. */
export const CorrectionBody = Type.Object(
  {
    ...head,
    pieces: Type.Integer({ minimum: -10_000, maximum: 10_000 }),
    /** The open bundle that it belongs to. */
    code: Type.Optional(Code),
  },
  strict,
);
/** Pieces by hand, for a table or for the tally of a day without power. */
export const HandCountBody = Type.Object(
  {
    key: NewKey,
    stationId: Id,
    /** Any moment of the clock hour, UTC ms. */
    hour: Moment,
    pieces: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 }),
    reason: Type.String({ minLength: 1, maxLength: 200 }),
  },
  strict,
);
export const DispatchBody = Type.Object(
  {
    ...deskHead,
    slipId: Id,
    partner: Type.String({ minLength: 1, maxLength: 120 }),
    codes: Type.Array(Code, { minItems: 1, maxItems: 500 }),
    operations: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  },
  strict,
);
export const ReturnBody = Type.Object({ ...deskHead, slipId: Id, code: Code, ...outcome }, strict);
export const SettleBody = Type.Object(
  {
    key: NewKey,
    settles: Key,
    choice: Type.Union([Type.Literal("keep"), Type.Literal("drop")]),
    reason: Type.String({ minLength: 1, maxLength: 200 }),
  },
  strict,
);
/** What was declared was wrong; what holds instead. Which of the figures goes with an act follows from its kind. */
export const AmendBody = Type.Object(
  {
    key: NewKey,
    /** Key of the finish, return, inspection, count by hand, correction or cutting that was wrong. */
    amends: Key,
    /** Ticket of the bundle of a cutting whose pieces were declared wrong. */
    code: Type.Optional(Code),
    outcome: Type.Optional(Type.Object(outcome, strict)),
    defects: Type.Optional(Type.Array(DefectSchema, { maxItems: 100 })),
    pieces: Type.Optional(Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 })),
    reason: Type.String({ minLength: 1, maxLength: 200 }),
  },
  strict,
);

export type AmendRequest = Static<typeof AmendBody>;
export type BadgeRequest = Static<typeof BadgeBody>;
export type ScanRequest = Static<typeof ScanBody>;
export type FinishRequest = Static<typeof FinishBody>;
export type SplitRequest = Static<typeof SplitBody>;
export type JoinRequest = Static<typeof JoinBody>;
export type UndoRequest = Static<typeof UndoBody>;
export type CorrectionRequest = Static<typeof CorrectionBody>;
export type HandCountRequest = Static<typeof HandCountBody>;
export type DispatchRequest = Static<typeof DispatchBody>;
export type ReturnRequest = Static<typeof ReturnBody>;
export type SettleRequest = Static<typeof SettleBody>;
