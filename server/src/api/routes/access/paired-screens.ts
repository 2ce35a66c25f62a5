import { type Static, Type } from "@fastify/type-provider-typebox";
import type { Pairing } from "../../../access/pairings.ts";
import type { PairedScreen } from "../../../store/access/access-rows.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";
import { refuseAccess } from "./answering.ts";
import { setScreenCookie } from "./connection.ts";
import { At, IdParams, NameSchema, NoContent, ScreenSchema } from "./schemas.ts";

const CREATED = 201;
const ACCEPTED = 202;
const NO_CONTENT = 204;
const ADDRESS = "/api/v1/screens";
const common = { tags: ["access"] };

const KindSchema = Type.Union([Type.Literal("wall"), Type.Literal("station")]);
const CodeParams = Type.Object({ code: Type.String({ maxLength: 16 }) });
const PairingSchema = Type.Object({ kind: KindSchema, expiresAt: At, isAccepted: Type.Boolean() });
const OpenedSchema = Type.Object({
  id: Type.String(),
  code: Type.String({ description: "Six signs, to be shown" }),
  secret: Type.String({
    description: "To be kept: with it the screen fetches what it is known by",
  }),
  expiresAt: At,
});
const WaitingSchema = Type.Object({ isWaiting: Type.Literal(true) });
const ClaimedSchema = Type.Union([
  Type.Object({ kind: Type.Literal("wall"), name: Type.String() }, { description: "And a cookie" }),
  Type.Object({
    kind: Type.Literal("station"),
    name: Type.String(),
    stationId: Type.String(),
    key: Type.String({ description: "For the header `Authorization: Bearer`" }),
  }),
]);

/** Walls and tablets: each shows a code, somebody accepts it, and it is known from then on until it is removed. */
export function routePairedScreens(app: Api, deps: RouteDeps): void {
  routeOpening(app, deps);
  routeAccepting(app, deps);
  routeClaiming(app, deps);
  routeList(app, deps);
}

function routeOpening(app: Api, { access }: RouteDeps): void {
  const schema = {
    ...common,
    summary: "A screen asks to be let in; for ten minutes",
    body: Type.Object({ kind: KindSchema }, { additionalProperties: false }),
    response: { 201: OpenedSchema, "4xx": RefusalSchema },
  };
  app.post(`${ADDRESS}/pairings`, { schema }, (request, reply) => {
    const answer = access.screens.open({ kind: request.body.kind, terminal: request.ip });
    if (!answer.ok) return refuseAccess(request, reply, answer);
    const { pairing, secret } = answer.value;
    reply.code(CREATED);
    return { id: pairing.id, code: pairing.code, secret, expiresAt: pairing.expiresAt };
  });
}

function routeAccepting(app: Api, { access }: RouteDeps): void {
  const looking = {
    ...common,
    summary: "Which kind of screen waits with a code",
    params: CodeParams,
    response: { 200: PairingSchema, "4xx": RefusalSchema },
  };
  const url = `${ADDRESS}/pairings/:code`;
  app.get(url, { schema: looking }, (request, reply) => {
    const answer = access.screens.look(request.params.code, request.ip);
    return answer.ok ? pairingView(answer.value) : refuseAccess(request, reply, answer);
  });

  const accepting = {
    ...common,
    summary: "Lets in the screen that shows a code: a wall, or the tablet of a station",
    params: CodeParams,
    body: Type.Object(
      { name: NameSchema, stationId: Type.Optional(Type.String({ maxLength: 64 })) },
      { additionalProperties: false },
    ),
    response: { 201: ScreenSchema, "4xx": RefusalSchema },
  };
  app.post(`${url}/accept`, { schema: accepting }, async (request, reply) => {
    const { name, stationId = null } = request.body;
    const { code } = request.params;
    const answer = await access.screens.accept({ code, name, stationId, terminal: request.ip });
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(CREATED);
    return viewOf(answer.value);
  });
}

function routeClaiming(app: Api, { access }: RouteDeps): void {
  const schema = {
    ...common,
    summary: "The screen asks whether it was let in: a wall gets its cookie, a tablet its key",
    body: Type.Object({ secret: Type.String({ maxLength: 128 }) }, { additionalProperties: false }),
    response: { 200: ClaimedSchema, 202: WaitingSchema, "4xx": RefusalSchema },
  };
  app.post(`${ADDRESS}/claim`, { schema }, async (request, reply) => {
    const answer = await access.screens.claim(request.body.secret);
    if (!answer.ok) return refuseAccess(request, reply, answer);
    if (answer.value === null) {
      reply.code(ACCEPTED);
      return { isWaiting: true as const };
    }
    const { screen, token } = answer.value;
    const { name, stationId } = screen;
    if (stationId !== null) return { kind: "station" as const, name, stationId, key: token };
    setScreenCookie(request, reply, token);
    return { kind: "wall" as const, name };
  });
}

function routeList(app: Api, { access }: RouteDeps): void {
  const listing = {
    ...common,
    summary: "The walls and tablets that were let in",
    response: { 200: Type.Object({ screens: Type.Array(ScreenSchema) }) },
  };
  app.get(ADDRESS, { schema: listing }, () => ({ screens: access.screens.all().map(viewOf) }));

  const removing = {
    ...common,
    summary: "Takes a screen out; what it shows ends at once",
    params: IdParams,
    response: { 204: NoContent, "4xx": RefusalSchema },
  };
  app.delete(`${ADDRESS}/:id`, { schema: removing }, async (request, reply) => {
    const answer = await access.screens.remove(request.params.id);
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(NO_CONTENT);
    return null;
  });
}

function pairingView({ kind, expiresAt, screenId }: Pairing): Static<typeof PairingSchema> {
  return { kind, expiresAt, isAccepted: screenId !== null };
}

function viewOf(screen: PairedScreen): Static<typeof ScreenSchema> {
  const { id, kind, name, stationId, digest, pairedAt, seenAt } = screen;
  return { id, kind, name, stationId, isLetIn: digest !== null, pairedAt, seenAt };
}
