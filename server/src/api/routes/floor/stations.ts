import { Type } from "@fastify/type-provider-typebox";
import type { StationView } from "@trame/shared";
import type { StationRead } from "../../../store/floor/station-read.ts";
import type { Api } from "../../api.ts";
import { type Asked, RefusalSchema, refuse } from "../../refuse.ts";
import { tellAnswer } from "./answer.ts";
import {
  ActAnswerSchema,
  At,
  answering,
  BundleCardSchema,
  IntegerOrNull,
  OperationCardSchema,
  OutcomeSchema,
  TextOrNull,
  WordsSchema,
} from "./card-schemas.ts";
import type { ActRouteDeps } from "./senders.ts";

const StationParams = Type.Object({ id: Type.String({ maxLength: 64 }) });

const PresentSchema = Type.Object({
  assignmentId: Type.String(),
  pseudonym: Type.String(),
  pictogram: TextOrNull,
  since: At,
  mode: Type.Record(Type.String(), Type.Boolean()),
  dayPieces: Type.Integer({ description: "Good pieces of the working day, wherever" }),
});

const OpenBundleSchema = Type.Object({
  ...BundleCardSchema.properties,
  scanKey: Type.String(),
  operation: OperationCardSchema,
  earlier: Type.Optional(Type.Array(OperationCardSchema)),
  finished: Type.Integer(),
  outcome: Type.Optional(OutcomeSchema),
  left: Type.Optional(
    Type.Integer({ description: "Pieces of the operation that nobody has declared yet" }),
  ),
  openedAt: At,
  assignmentId: TextOrNull,
  machinePieces: Type.Union([Type.Integer(), Type.Null()], {
    description: "What the machine made since; null without a counter",
  }),
  corrected: IntegerOrNull,
  isCarriedOver: Type.Boolean(),
});

const StationSchema = Type.Object({
  serverTime: At,
  clock: Type.Integer(),
  station: Type.Object({
    id: Type.String(),
    name: Type.String(),
    lineId: Type.String(),
    operation: Type.String(),
    hasCounter: Type.Boolean(),
  }),
  present: Type.Array(PresentSchema),
  open: Type.Array(OpenBundleSchema, { description: "The one scanned last comes first" }),
  next: Type.Union([BundleCardSchema, Type.Null()]),
  lineBundles: Type.Array(BundleCardSchema),
  joins: Type.Optional(
    Type.Array(
      Type.Object({
        orderId: Type.String(),
        styleId: Type.String(),
        operation: OperationCardSchema,
        parts: Type.Array(
          Type.Object({ code: Type.Union([Type.String(), Type.Null()]), label: WordsSchema }),
        ),
      }),
      { description: "Which parts come together here; left out with `lineBundles`" },
    ),
  ),
  calls: Type.Array(
    Type.Object({
      key: Type.String(),
      call: Type.String({ description: "mechanic, material, quality or supervisor" }),
      at: At,
      takenAt: Type.Union([At, Type.Null()], { description: "Somebody is on their way since" }),
    }),
    { description: "Not resolved yet, the oldest first" },
  ),
  defects: Type.Array(Type.Object({ code: Type.String(), label: WordsSchema })),
  ownProgress: Type.Boolean({ description: "People may see their own progress here" }),
  undoMinutes: Type.Integer(),
  read: Type.Union(
    [Type.Object({ key: Type.String(), at: At, answer: ActAnswerSchema }), Type.Null()],
    { description: "What the reader at the counter read in the last two minutes" },
  ),
});

/** What a station's screen shows, and the key with which it writes. */
export function routeStations(app: Api, { guard, now, stations, store }: ActRouteDeps): void {
  const reading = {
    summary: "What a station's screen shows",
    tags: ["station"],
    security: [{ station: [] }, { admin: [] }],
    params: StationParams,
    querystring: Type.Object({
      bundles: Type.Optional(
        Type.Enum(["true", "false"], { description: "false: `lineBundles` is left empty" }),
      ),
    }),
    response: { 200: answering<StationView>(StationSchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/stations/:id", { schema: reading }, async (request, reply) => {
    const { id } = request.params;
    const sender = await stations.senderFor(id, request.headers.authorization);
    if (sender !== "admin" && sender !== "station") return refuse(request, reply, { code: sender });
    const hasLineBundles = request.query.bundles !== "false";
    const view = await store.reports.readStation(id, { now: now(), hasLineBundles });
    if (view === null) return refuse(request, reply, { code: "station-unknown" });
    return stationOf(request, view);
  });

  const making = {
    summary: "Makes a station's key; the one before is of no use any more",
    tags: ["station"],
    security: [{ admin: [] }],
    params: StationParams,
    response: {
      200: Type.Object({
        stationId: Type.String(),
        key: Type.String({ description: "Told this once: only its digest is kept" }),
        link: Type.String({ description: "Opens the station's page; the key is in its fragment" }),
      }),
      "4xx": RefusalSchema,
    },
  };
  const options = { schema: making, onRequest: guard };
  app.post("/api/v1/stations/:id/key", options, async (request, reply) => {
    const { id } = request.params;
    const plan = (await store.plans()).findLast(({ from }) => from <= now())?.plan;
    const isPlanned = plan?.lines.some((line) => line.stations.some((each) => each.id === id));
    if (isPlanned !== true) return refuse(request, reply, { code: "station-unknown" });
    const key = await stations.makeKey(id, now());
    return { stationId: id, key, link: `/station/${encodeURIComponent(id)}#${key}` };
  });
}

function stationOf(asked: Asked, { read, ...view }: StationRead): StationView {
  return { ...view, read: read && { ...read, answer: tellAnswer(asked, read.answer) } };
}
