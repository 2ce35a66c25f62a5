import { Type } from "@fastify/type-provider-typebox";
import { formatDay } from "@trame/shared";
import type { ConflictRead } from "../../../store/floor/conflict-read.ts";
import type {
  CarriedOverRead,
  DifferenceRead,
  SlipRead,
} from "../../../store/floor/supervisor-reads.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { readKeptDayOf } from "../../day-of.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import {
  At,
  answering,
  BundleCardSchema,
  OutcomeSchema,
  TextOrNull,
  WordsSchema,
} from "./card-schemas.ts";

const ActSchema = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  stationId: TextOrNull,
  at: At,
  code: TextOrNull,
  operation: TextOrNull,
  outcome: Type.Union([OutcomeSchema, Type.Null()]),
});

const ConflictsSchema = Type.Object({
  conflicts: Type.Array(
    Type.Object({
      code: Type.String(),
      bundle: Type.Union([BundleCardSchema, Type.Null()]),
      act: ActSchema,
      against: Type.Union([ActSchema, Type.Null()]),
    }),
  ),
});

const DifferencesSchema = Type.Object({
  day: Type.String(),
  differences: Type.Array(
    Type.Object({
      bundle: Type.String(),
      operation: Type.String({ description: "Code" }),
      operationLabel: WordsSchema,
      stationId: Type.String(),
      openedAt: At,
      finishedAt: At,
      machine: Type.Integer(),
      corrected: Type.Integer({ description: "Test stitches and unpicking that people said" }),
      declared: Type.Integer(),
    }),
  ),
});

const CarriedOverSchema = Type.Object({
  bundles: Type.Array(
    Type.Object({
      bundle: BundleCardSchema,
      operation: Type.String(),
      stationId: Type.String(),
      openedAt: At,
    }),
  ),
});

const SlipsSchema = Type.Object({
  slips: Type.Array(
    Type.Object({
      slipId: Type.String(),
      partner: Type.String(),
      sentAt: At,
      bundles: Type.Array(
        Type.Object({
          code: Type.String(),
          away: Type.Integer({ description: "Pieces that have not come back" }),
        }),
      ),
    }),
  ),
});

interface Differences {
  readonly day: string;
  readonly differences: readonly DifferenceRead[];
}

const tags = ["supervising"];

/** What a supervisor reads in the morning. */
export function routeSupervising(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const { reports } = store;
  const conflicts = {
    summary: "What does not fit together, to be settled",
    tags,
    response: { 200: answering<{ conflicts: readonly ConflictRead[] }>(ConflictsSchema) },
  };
  app.get("/api/v1/conflicts", { schema: conflicts }, async () => ({
    conflicts: await reports.readConflicts(),
  }));

  const differences = {
    summary: "Machine pieces against declared ones, of the work that ended on a day",
    tags,
    querystring: Type.Object({ day: Type.Optional(Type.String()) }),
    response: { 200: answering<Differences>(DifferencesSchema), 422: RefusalSchema },
  };
  app.get("/api/v1/differences", { schema: differences }, async (request, reply) => {
    const day = await readKeptDayOf(request.query.day, deps);
    if (typeof day !== "number") return refuse(request, reply, day);
    return { day: formatDay(day), differences: await reports.readDifferences(day) };
  });

  const carriedOver = {
    summary: "Bundles that were open already when the working day began",
    tags,
    response: { 200: answering<{ bundles: readonly CarriedOverRead[] }>(CarriedOverSchema) },
  };
  app.get("/api/v1/carried-over", { schema: carriedOver }, async () => ({
    bundles: await reports.readCarriedOver(now()),
  }));

  const slips = {
    summary: "Delivery slips of subcontractors, the newest first",
    tags,
    response: { 200: answering<{ slips: readonly SlipRead[] }>(SlipsSchema) },
  };
  app.get("/api/v1/slips", { schema: slips }, async () => ({
    slips: await reports.readSlips(),
  }));
}
