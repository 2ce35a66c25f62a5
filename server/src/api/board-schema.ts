import { type TSchema, Type } from "@fastify/type-provider-typebox";

/** A list as `shared` has it: read only. */
function list<Item extends TSchema>(items: Item, description = "") {
  return Type.Immutable(Type.Array(items, description === "" ? {} : { description }));
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

const LineSchema = Type.Object({
  lineId: Type.String(),
  name: Type.String(),
  target: Type.Union([Type.Number(), Type.Null()]),
  operators: Type.Number(),
  stationIds: list(Type.String()),
  outputStationIds: list(Type.String()),
  pieces: Pieces,
  earnedMinutes: Type.Number(),
  hours: Hours,
  minutes: Minutes,
});

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
  deviceId: Type.Union([Type.String(), Type.Null()]),
  silentAfterMs: Type.Integer(),
  pieces: Pieces,
  hours: Hours,
  minutes: Minutes,
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
  windows: Spans,
  clockHours: list(At),
  recomputing: Type.Integer(),
  lines: list(LineSchema),
  stations: list(StationSchema),
});
