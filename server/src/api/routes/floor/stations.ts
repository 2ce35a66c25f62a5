import { Type } from "@fastify/type-provider-typebox";
import type { StationView } from "@trame/shared";
import { personal } from "@trame/shared/schemas";
import type { StationRead } from "../../../store/floor/station-read.ts";
import { senderFor } from "../../access/station-keys.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { type Asked, RefusalSchema, refuse } from "../../refuse.ts";
import { tellAnswer } from "./answer.ts";
import {
  At,
  answering,
  BadgeAnswerSchema,
  BundleCardSchema,
  IntegerOrNull,
  OperationCardSchema,
  OutcomeSchema,
  TextOrNull,
  WordsSchema,
} from "./card-schemas.ts";

const StationParams = Type.Object({ id: Type.String({ maxLength: 64 }) });

const PresentSchema = Type.Object({
  assignmentId: personal(Type.String()),
  pseudonym: personal(Type.String()),
  pictogram: personal(TextOrNull),
  since: personal(At),
  mode: personal(Type.Record(Type.String(), Type.Boolean())),
  dayPieces: personal(
    Type.Union([Type.Integer(), Type.Null()], {
      description: "Good pieces of the working day, wherever; null without « Ma journée »",
    }),
  ),
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
  assignmentId: personal(TextOrNull),
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
  present: Type.Array(PresentSchema, {
    description: "Told to the station's own tablet alone: `/presence` says who is where",
  }),
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
  myDay: Type.Boolean({ description: "« Ma journée »: people here are told their own day" }),
  undoMinutes: Type.Integer(),
  read: Type.Union(
    [Type.Object({ key: Type.String(), at: At, answer: BadgeAnswerSchema }), Type.Null()],
    {
      description:
        "What the reader at the counter read in the last two minutes; null to others than the station",
    },
  ),
});

/** What a station's screen shows, and the key with which it writes. */
export function routeStations(app: Api, { now, stationKeys, store }: RouteDeps): void {
  const reading = {
    summary: "What a station's screen shows",
    tags: ["station"],
    params: StationParams,
    querystring: Type.Object({
      bundles: Type.Optional(
        Type.Enum(["true", "false"], { description: "false: `lineBundles` is left empty" }),
      ),
    }),
    response: { 200: answering<StationView>(StationSchema), "4xx": RefusalSchema },
  };
  // Its own tablet shows those who badged in there what is theirs; nobody else is told who is there.
  const config = { look: "own" } as const;
  app.get("/api/v1/stations/:id", { schema: reading, config }, async (request, reply) => {
    const { id } = request.params;
    const sender = senderFor(request.principal, id);
    if (sender === "station-key-foreign") return refuse(request, reply, { code: sender });
    const hasLineBundles = request.query.bundles !== "false";
    const view = await store.reports.readStation(id, { now: now(), hasLineBundles });
    if (view === null) return refuse(request, reply, { code: "station-unknown" });
    return stationOf(request, sender === "station" ? view : withoutPeople(view));
  });

  const making = {
    summary: "Makes a station's key; the one before is of no use any more",
    tags: ["station"],
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
  const options = { schema: making };
  app.post("/api/v1/stations/:id/key", options, async (request, reply) => {
    const { id } = request.params;
    const plan = (await store.plans()).findLast(({ from }) => from <= now())?.plan;
    const isPlanned = plan?.lines.some((line) => line.stations.some((each) => each.id === id));
    if (isPlanned !== true) return refuse(request, reply, { code: "station-unknown" });
    const key = await stationKeys.make(id, now());
    return { stationId: id, key, link: `/station/${encodeURIComponent(id)}#${key}` };
  });
}

/** As others than the station are shown it: its pieces stand beside nobody ([PR4]); who is where is `/presence`'s to tell. */
function withoutPeople(view: StationRead): StationRead {
  return {
    ...view,
    present: [],
    open: view.open.map((open) => ({ ...open, assignmentId: null })),
    read: null,
  };
}

function stationOf(asked: Asked, { read, ...view }: StationRead): StationView {
  return { ...view, read: read && { ...read, answer: tellAnswer(asked, read.answer) } };
}
