import { type TSchema, Type } from "@fastify/type-provider-typebox";
import { CAUSE_CLASSES } from "@trame/shared";

/** A list as `shared` has it: read only. */
function list<Item extends TSchema>(items: Item, description = "") {
  return Type.Immutable(Type.Array(items, description === "" ? {} : { description }));
}

/** One of some words. */
function oneOf<const Word extends string>(words: readonly Word[]) {
  return Type.Unsafe<Word>(Type.Union(words.map((word) => Type.Literal(word))));
}

const At = Type.Integer({ description: "UTC ms" });
const AtOrNull = Type.Union([At, Type.Null()]);
const Pieces = Type.Integer();
const Spans = list(Type.Object({ from: At, to: At }), "Half-open spans of UTC ms");
const Hours = list(
  Type.Object({ hour: At, pieces: Pieces }),
  "Clock hours that hold pieces, ascending",
);
const Minutes = Type.Object({
  from: At,
  counts: list(Type.Integer(), "Pieces minute by minute since `from`"),
});

const CallSchema = Type.Object({
  key: Type.String(),
  stationId: Type.String(),
  call: oneOf(["mechanic", "material", "quality", "supervisor"]),
  at: At,
  takenAt: AtOrNull,
  escalatesAt: AtOrNull,
  isHeard: Type.Boolean(),
});

const QualitySchema = Type.Object({
  inspected: Pieces,
  goodFirst: Pieces,
  defects: Type.Integer(),
  top: list(Type.Object({ defect: Type.String(), pieces: Pieces })),
});

const FlowSchema = Type.Object(
  {
    operation: Type.String(),
    stationIds: list(Type.String()),
    bundles: Type.Integer(),
    pieces: Pieces,
    since: AtOrNull,
    isEntry: Type.Boolean({ description: "Bundles begin here: what waits is stock" }),
    openPieces: Pieces,
  },
  { description: "What waits before an operation" },
);

const LineSchema = Type.Object({
  lineId: Type.String(),
  name: Type.String(),
  target: Type.Union([Type.Number(), Type.Null()]),
  targetOrigin: Type.Union([oneOf(["hand", "computed", "plan"]), Type.Null()]),
  calls: list(CallSchema, "Not resolved, the oldest first"),
  quality: Type.Union([QualitySchema, Type.Null()]),
  flow: list(FlowSchema),
  orders: list(
    Type.Object({ orderId: Type.String(), name: Type.String(), pieces: Pieces }),
    "Being sewn on this line",
  ),
  message: Type.Union([Type.Object({ text: Type.String(), until: AtOrNull }), Type.Null()]),
  operators: Type.Number(),
  stationIds: list(Type.String()),
  outputStationIds: list(Type.String()),
  pieces: Pieces,
  earnedMinutes: Type.Number(),
  hours: Hours,
  minutes: Minutes,
  groups: Type.Optional(
    list(
      Type.Object({
        operations: list(Type.String()),
        stationIds: list(Type.String()),
        pieces: Pieces,
        hours: Hours,
        minutes: Minutes,
      }),
      "Stations whose figures are told together; only where they are not told per station",
    ),
  ),
});

const MarkSchema = Type.Object(
  {
    key: Type.String(),
    from: At,
    to: AtOrNull,
    cause: Type.String(),
    class: oneOf(CAUSE_CLASSES),
    isGroup: Type.Boolean(),
  },
  { description: "What a person said of the station for now" },
);

const Reported = Type.Object({
  state: Type.Union([Type.Literal("running"), Type.Literal("idle"), Type.Literal("fault")]),
  at: At,
});

const StationSchema = Type.Object({
  stationId: Type.String(),
  lineId: Type.String(),
  name: Type.String(),
  operation: Type.String(),
  standardMinutes: Type.Number(),
  waitMinutes: Type.Union([Type.Number(), Type.Null()]),
  spot: Type.Union([Type.Object({ row: Type.Integer(), column: Type.Integer() }), Type.Null()]),
  mark: Type.Union([MarkSchema, Type.Null()]),
  waiting: Type.Union([Type.Object({ bundles: Type.Integer(), pieces: Pieces }), Type.Null()]),
  deviceId: Type.Union([Type.String(), Type.Null()]),
  silentAfterMs: Type.Integer(),
  pieces: Type.Union([Pieces, Type.Null()]),
  hours: Type.Union([Hours, Type.Null()]),
  minutes: Type.Union([Minutes, Type.Null()]),
  lastPieceAt: AtOrNull,
  heardAt: AtOrNull,
  reported: Type.Union([Reported, Type.Null()]),
  suspects: Type.Integer(),
});

/** The answer that holds a `Board` of `shared`; the compiler keeps the two equal, since a route answers the one as the other. */
export const BoardSchema = Type.Object({
  clock: Type.Integer(),
  serverTime: At,
  uiVersion: Type.String(),
  workshop: Type.Union([
    Type.Object({ name: Type.String(), timeZone: Type.String() }),
    Type.Null(),
  ]),
  day: Type.String({ description: "YYYY-MM-DD, the working day" }),
  dayLabel: Type.Union([Type.Object({ fr: Type.String(), en: Type.String() }), Type.Null()], {
    description: "What the calendar calls a day on which nobody works",
  }),
  windows: Spans,
  clockHours: list(At),
  stationFigures: Type.Boolean({ description: "false: figures are told per group of stations" }),
  recomputing: Type.Integer(),
  lines: list(LineSchema),
  stations: list(StationSchema),
});
