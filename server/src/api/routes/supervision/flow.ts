import { Type } from "@fastify/type-provider-typebox";
import { flowOf, type LineFlow } from "@trame/shared";
import type { Api, RouteDeps } from "../../api.ts";
import { answering, IntegerOrNull, TextOrNull } from "../floor/card-schemas.ts";

const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);

const FlowSchema = Type.Object({
  lines: Type.Array(
    Type.Object({
      lineId: Type.String(),
      operations: Type.Array(
        Type.Object({
          operation: Type.String({ description: "As the plan names it" }),
          stationIds: Type.Array(Type.String()),
          bundles: Type.Union([Type.Integer(), Type.Null()], {
            description: "What waits before it; null where no bundles are used",
          }),
          pieces: IntegerOrNull,
          since: Type.Union([Type.Integer(), Type.Null()], {
            description: "Since when the one waits that waits longest, UTC ms",
          }),
          waitingMinutes: Type.Union([Type.Number(), Type.Null()], {
            description: "Work that waits: pieces × station time, min",
          }),
          pacePerHour: Type.Union([Type.Number(), Type.Null()], {
            description: "Pieces/h over the last 60 working minutes",
          }),
          stationTime: Type.Union([Type.Number(), Type.Null()], {
            description: "Minutes that a piece asks of each of its stations",
          }),
          takt: NumberOrNull,
        }),
      ),
      bottleneck: Type.Union([
        Type.Object({
          operation: Type.String(),
          stationId: TextOrNull,
          by: Type.Union([Type.Literal("waits"), Type.Literal("flow")]),
        }),
        Type.Null(),
      ]),
      takt: Type.Union([Type.Number(), Type.Null()], {
        description: "Working minutes of the day / target, min/piece",
      }),
      balanceEfficiency: Type.Union([Type.Number(), Type.Null()], {
        description: "Σ station times / (stations × slowest station), 0 to 1",
      }),
      wip: Type.Union([Type.Integer(), Type.Null()], {
        description: "Pieces begun and not out; null where no bundles are used",
      }),
      leadTimeHours: Type.Union([Type.Number(), Type.Null()], {
        description: "WIP / pieces per hour (Little), working hours",
      }),
    }),
  ),
});

interface Flow {
  readonly lines: readonly LineFlow[];
}

/** How work flows through the lines. */
export function routeFlow(app: Api, { live, now }: RouteDeps): void {
  const schema = {
    summary: "What waits before each operation, the bottleneck, takt and balance",
    tags: ["flow"],
    querystring: Type.Object({ line: Type.Optional(Type.String({ maxLength: 64 })) }),
    response: { 200: answering<Flow>(FlowSchema) },
  };
  app.get("/api/v1/flow", { schema }, async ({ query }) => {
    const { lines, stations, windows } = await live.readBoard();
    const moment = { now: now(), windows };
    return {
      lines: lines
        .filter(({ lineId }) => query.line === undefined || lineId === query.line)
        .map((line) => flowOf(line, stations, moment)),
    };
  });
}
