import { Type } from "@fastify/type-provider-typebox";
import type { ActAnswer } from "@trame/shared";
import {
  AmendBody,
  BadgeBody,
  CorrectionBody,
  DispatchBody,
  FinishBody,
  HandCountBody,
  JoinBody,
  ReturnBody,
  ScanBody,
  SettleBody,
  SplitBody,
  UndoBody,
} from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { type RefusalBody, RefusalSchema } from "../../refuse.ts";
import { ActAnswerSchema, answering, BadgeAnswerSchema } from "./card-schemas.ts";
import { createSenders } from "./senders.ts";

const Answer = answering<ActAnswer>(ActAnswerSchema);
/** What every act is answered. */
export const actResponse = {
  200: Answer,
  409: answering<ActAnswer | RefusalBody>(Type.Union([ActAnswerSchema, RefusalSchema])),
  "4xx": RefusalSchema,
};
/** A badge says who acts from now on, to the tablet where it was shown. */
const badgeResponse = {
  200: answering<ActAnswer>(BadgeAnswerSchema),
  409: answering<ActAnswer | RefusalBody>(Type.Union([BadgeAnswerSchema, RefusalSchema])),
  "4xx": RefusalSchema,
};
const tags = ["station"];
const atStation = { tags, response: actResponse };
const byAdmin = { tags, response: actResponse };

/** What is done at a station: each with the station's key or the admin token. */
export function routeActs(app: Api, deps: RouteDeps): void {
  const { station } = createSenders(deps);
  const of = <Body>(summary: string, body: Body) => ({ schema: { ...atStation, summary, body } });
  const badging = of("Somebody badges in or out", BadgeBody);
  const badge = {
    schema: { ...badging.schema, response: badgeResponse },
    config: { look: "own" },
  } as const;
  app.post("/api/v1/badges", badge, (request, reply) =>
    station({ kind: "badge", body: request.body }, request, reply),
  );
  app.post("/api/v1/scans", of("A bundle is put under the needle", ScanBody), (request, reply) =>
    station({ kind: "scan", body: request.body }, request, reply),
  );
  app.post("/api/v1/finishes", of("Pieces of a bundle are done", FinishBody), (request, reply) =>
    station({ kind: "finish", body: request.body }, request, reply),
  );
  app.post("/api/v1/splits", of("Pieces go on under a new ticket", SplitBody), (request, reply) =>
    station({ kind: "split", body: request.body }, request, reply),
  );
  app.post("/api/v1/joins", of("Parts come together", JoinBody), (request, reply) =>
    station({ kind: "join", body: request.body }, request, reply),
  );
  app.post("/api/v1/undos", of("Takes an act back", UndoBody), (request, reply) =>
    station({ kind: "undo", body: request.body }, request, reply),
  );
  app.post(
    "/api/v1/corrections",
    of("− and + beside the count", CorrectionBody),
    (request, reply) => station({ kind: "correction", body: request.body }, request, reply),
  );
  app.post("/api/v1/counts", of("Pieces counted by hand", HandCountBody), (request, reply) =>
    station({ kind: "hand-count", body: request.body }, request, reply),
  );
}

/** What a supervisor does. */
export function routeSupervisorActs(app: Api, deps: RouteDeps): void {
  const { admin } = createSenders(deps);
  const of = <Body>(summary: string, body: Body) => ({
    schema: { ...byAdmin, summary, body },
  });
  app.post("/api/v1/dispatches", of("Bundles go outside", DispatchBody), (request, reply) =>
    admin({ kind: "dispatch", body: request.body }, request, reply),
  );
  app.post("/api/v1/returns", of("Pieces come back", ReturnBody), (request, reply) =>
    admin({ kind: "return", body: request.body }, request, reply),
  );
  app.post("/api/v1/amendments", of("Corrects a declared figure", AmendBody), (request, reply) =>
    admin({ kind: "amend", body: request.body }, request, reply),
  );
  app.post("/api/v1/settlements", of("Settles a conflict", SettleBody), (request, reply) =>
    admin({ kind: "settle", body: request.body }, request, reply),
  );
}
