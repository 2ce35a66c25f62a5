import { type Static, Type } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answer } from "../../../access/answers.ts";
import { deviceLabel } from "../../../access/device-label.ts";
import { endOf, lifetimeOf } from "../../../access/lifetimes.ts";
import type { Begun, SignedIn } from "../../../access/session-desk.ts";
import { may } from "../../access/principal.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { type RefusalBody, RefusalSchema, refuse } from "../../refuse.ts";
import { ownAccountOf, refuseAccess } from "./answering.ts";
import {
  clearSessionCookie,
  plainRefusal,
  sessionTokenOf,
  setSessionCookie,
} from "./connection.ts";
import {
  IdParams,
  NameSchema,
  NoContent,
  PasswordSchema,
  SessionSchema,
  TotpSchema,
} from "./schemas.ts";

type SessionView = Static<typeof SessionSchema>;

const CREATED = 201;
const NO_CONTENT = 204;
const SECOND_MS = 1_000;
const ADDRESS = "/api/v1/sessions";

const SharedSchema = Type.Optional(
  Type.Boolean({ description: "Several people use this device: it ends sooner. The default" }),
);
const SignInSchema = Type.Union([
  Type.Object(
    {
      name: NameSchema,
      password: PasswordSchema,
      totp: Type.Optional(TotpSchema),
      isShared: SharedSchema,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      token: Type.String({ minLength: 1, maxLength: 1_024, description: "The admin token" }),
      isShared: SharedSchema,
    },
    { additionalProperties: false },
  ),
]);
const SetupSchema = Type.Object(
  {
    code: Type.String({ maxLength: 64, description: "As it was printed at the start" }),
    name: NameSchema,
    password: PasswordSchema,
    isShared: SharedSchema,
  },
  { additionalProperties: false },
);

const common = { tags: ["access"] };

/** Signing in and out. */
export function routeSessions(app: Api, deps: RouteDeps): void {
  routeSetup(app, deps);
  routeSignIn(app, deps);
  routeSignOut(app, deps);
  routeList(app, deps);
}

/** Where somebody signs in, and with what the browser held before. */
function placeOf(request: FastifyRequest) {
  return {
    terminal: request.ip,
    device: deviceLabel(request.headers["user-agent"]),
    token: sessionTokenOf(request),
  };
}

function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer<Begun>,
): SessionView | RefusalBody {
  if (!answer.ok) return refuseAccess(request, reply, answer);
  const { session, token } = answer.value;
  reply.concerns = session.accountId;
  const { longestMs } = lifetimeOf(session);
  const maxAgeS = session.isShared ? null : longestMs / SECOND_MS;
  setSessionCookie(request, reply, { token, maxAgeS });
  reply.code(CREATED);
  return viewOf(session, session.id);
}

function routeSetup(app: Api, deps: RouteDeps): void {
  const schema = {
    ...common,
    summary: "Makes the first account, an administrator's, with the code that the server printed",
    body: SetupSchema,
    response: { 201: SessionSchema, "4xx": RefusalSchema },
  };
  app.post("/api/v1/setup", { schema }, async (request, reply) => {
    const plain = plainRefusal(request, deps);
    if (plain !== null) return refuse(request, reply, plain);
    const { isShared = true, ...first } = request.body;
    const answer = await deps.access.setUp({ ...first, isShared, ...placeOf(request) });
    return enter(request, reply, answer);
  });
}

function routeSignIn(app: Api, deps: RouteDeps): void {
  const schema = {
    ...common,
    summary: "Signs somebody in, with an account or the admin token; answers a cookie",
    body: SignInSchema,
    response: { 201: SessionSchema, "4xx": RefusalSchema },
  };
  app.post(ADDRESS, { schema }, async (request, reply) => {
    const plain = plainRefusal(request, deps);
    if (plain !== null) return refuse(request, reply, plain);
    const { body } = request;
    const where = { ...placeOf(request), isShared: body.isShared ?? true };
    const answer =
      "token" in body
        ? await deps.access.signInByToken({ adminToken: body.token, ...where })
        : await deps.access.signIn({
            ...{ name: body.name, password: body.password, totp: body.totp ?? null },
            ...where,
          });
    if (!answer.ok) {
      // Whose name was typed is nobody's business: a password is typed there too, now and then.
      const { code } = answer.refusal;
      request.log.warn({ code, from: request.ip }, "a sign-in was refused");
    }
    return enter(request, reply, answer);
  });
}

/** Somebody ends a session, their own or another's. */
async function end({ access, now, store }: RouteDeps, session: SignedIn): Promise<void> {
  const { id, accountId, isShared } = session;
  await access.sessions.end([id]);
  const change = { subject: accountId, before: { isShared }, after: null };
  await store.noteChange({ what: "session", ...change }, now());
}

/** Always done, whoever asks: what the browser held is of no use any more. */
function routeSignOut(app: Api, deps: RouteDeps): void {
  const { access } = deps;
  const leaving = {
    ...common,
    summary: "Signs out",
    response: { 204: NoContent },
  };
  app.delete(`${ADDRESS}/current`, { schema: leaving }, async (request, reply) => {
    const token = sessionTokenOf(request);
    const session = token === null ? null : access.sessions.of(token);
    if (session !== null) await end(deps, session);
    clearSessionCookie(request, reply);
    reply.code(NO_CONTENT);
    return null;
  });

  const ending = {
    ...common,
    summary: "Ends a session: one's own, or anybody's for whoever manages access",
    params: IdParams,
    response: { 204: NoContent, "4xx": RefusalSchema },
  };
  app.delete(`${ADDRESS}/:id`, { schema: ending }, async (request, reply) => {
    const isManager = may(request.principal, "access.manage");
    const own = isManager ? null : ownAccountOf(request, reply);
    if (own !== null && "refused" in own) return own.refused;
    const session = access.sessions.find(request.params.id);
    const isTheirs = own === null || session?.accountId === own.account.id;
    if (session === null || !isTheirs) return refuse(request, reply, { code: "session-unknown" });
    await end(deps, session);
    reply.code(NO_CONTENT);
    return null;
  });
}

function routeList(app: Api, { access }: RouteDeps): void {
  const schema = {
    ...common,
    summary: "Who is signed in: one's own sessions, or everybody's for whoever manages access",
    response: {
      200: Type.Object({ sessions: Type.Array(SessionSchema) }),
      "4xx": RefusalSchema,
    },
  };
  app.get(ADDRESS, { schema }, (request, reply) => {
    const { principal } = request;
    const own = may(principal, "access.manage") ? null : ownAccountOf(request, reply);
    if (own !== null && "refused" in own) return own.refused;
    const token = sessionTokenOf(request);
    const current = token === null ? null : access.sessions.of(token);
    const shown = access.sessions
      .all()
      .filter(({ accountId }) => own === null || accountId === own.account.id);
    return { sessions: shown.map((session) => viewOf(session, current?.id ?? null)) };
  });
}

function viewOf(session: SignedIn, currentId: string | null): SessionView {
  const { id, accountId, isShared, device, createdAt, seenAt } = session;
  const isCurrent = id === currentId;
  const times = { createdAt, seenAt, endsAt: endOf(session) };
  return { id, accountId, isShared, isCurrent, device, ...times };
}
