import { Type } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { anyAccountOf, ownAccountOf, refuseAccess } from "./answering.ts";
import { plainRefusal } from "./connection.ts";
import { NoContent, PasswordSchema, TotpSchema } from "./schemas.ts";

const NO_CONTENT = 204;
const TOTP = "/api/v1/accounts/me/totp";
const common = { tags: ["access"] };

const OfferSchema = Type.Object({
  secret: Type.String({ description: "Base32, to be typed where no camera reads it" }),
  uri: Type.String({ description: "otpauth://…, what the QR code says" }),
});

/** What somebody does with their own account. */
export function routeOwnAccount(app: Api, deps: RouteDeps): void {
  routePassword(app, deps);
  routeTotp(app, deps);
}

function routePassword(app: Api, deps: RouteDeps): void {
  const schema = {
    ...common,
    summary:
      "Changes one's own password, which is all that somebody may do whose password another drew; one's other sessions end",
    body: Type.Object(
      { old: PasswordSchema, new: PasswordSchema },
      { additionalProperties: false },
    ),
    response: { 204: NoContent, "4xx": RefusalSchema },
  };
  app.post("/api/v1/accounts/me/password", { schema }, async (request, reply) => {
    const own = anyAccountOf(request, reply);
    if ("refused" in own) return own.refused;
    const plain = plainRefusal(request, deps);
    if (plain !== null) return refuse(request, reply, plain);
    const { id, sessionId } = own.account;
    const answer = await deps.access.accounts.changePassword({
      ...{ id, sessionId, terminal: request.ip },
      ...{ before: request.body.old, after: request.body.new },
    });
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(NO_CONTENT);
    return null;
  });
}

function routeTotp(app: Api, deps: RouteDeps): void {
  const { access } = deps;
  const offering = {
    ...common,
    summary:
      "With the password: a secret for a phone. With a code of it: from now on a code is wanted",
    body: Type.Union([
      Type.Object({ password: PasswordSchema }, { additionalProperties: false }),
      Type.Object({ code: TotpSchema }, { additionalProperties: false }),
    ]),
    response: { 200: OfferSchema, 204: NoContent, "4xx": RefusalSchema },
  };
  app.post(TOTP, { schema: offering }, async (request, reply) => {
    const own = ownSecretly(request, reply, deps);
    if ("refused" in own) return own.refused;
    const { body } = request;
    if ("code" in body) {
      const answer = await access.totp.confirm(own.account, body.code);
      if (!answer.ok) return refuseAccess(request, reply, answer);
      reply.code(NO_CONTENT);
      return null;
    }
    const shown = { id: own.account.id, password: body.password, terminal: request.ip };
    const wrong = await access.checkPassword(shown);
    if (wrong !== null) return refuseAccess(request, reply, wrong);
    const answer = await access.totp.offer(own.account);
    if (!answer.ok) return refuseAccess(request, reply, answer);
    return answer.value;
  });

  const dropping = {
    ...common,
    summary: "With the password: no code of a phone is wanted any more",
    body: Type.Object({ password: PasswordSchema }, { additionalProperties: false }),
    response: { 204: NoContent, "4xx": RefusalSchema },
  };
  app.delete(TOTP, { schema: dropping }, async (request, reply) => {
    const own = ownSecretly(request, reply, deps);
    if ("refused" in own) return own.refused;
    const { password } = request.body;
    const shown = { id: own.account.id, password, terminal: request.ip };
    const wrong = await access.checkPassword(shown);
    if (wrong !== null) return refuseAccess(request, reply, wrong);
    const answer = await access.totp.drop(own.account);
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(NO_CONTENT);
    return null;
  });
}

/** Whoever is signed in, where nobody reads what they send: a password, a secret, a code ([AC13]). */
function ownSecretly(request: FastifyRequest, reply: FastifyReply, deps: RouteDeps) {
  const own = ownAccountOf(request, reply);
  if ("refused" in own) return own;
  const plain = plainRefusal(request, deps);
  return plain === null ? own : { refused: refuse(request, reply, plain) };
}
