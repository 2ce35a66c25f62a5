import type { FastifyReply, FastifyRequest } from "fastify";
import type { Refused } from "../../../access/answers.ts";
import { isKnown, mustChoose, type Principal } from "../../access/principal.ts";
import { type RefusalBody, refuse } from "../../refuse.ts";

export type OwnAccount = Extract<Principal, { kind: "account" }>;

/** A refusal of the access side; one that is only for now says for how long (RFC 6585, 4). */
export function refuseAccess(
  request: FastifyRequest,
  reply: FastifyReply,
  { refusal, retrySeconds, about }: Refused,
): RefusalBody {
  if (about !== undefined) reply.concerns = about;
  if (retrySeconds !== undefined) reply.header("retry-after", retrySeconds);
  return refuse(request, reply, refusal);
}

/** Whoever is signed in with an account of their own; otherwise the refusal is on its way. */
export function ownAccountOf(
  request: FastifyRequest,
  reply: FastifyReply,
): { readonly account: OwnAccount } | { readonly refused: RefusalBody } {
  const { principal } = request;
  if (mustChoose(principal)) return { refused: refuse(request, reply, { code: "password-first" }) };
  return anyAccountOf(request, reply);
}

/** The same, also of somebody who has yet to choose a password of their own. */
export function anyAccountOf(
  request: FastifyRequest,
  reply: FastifyReply,
): { readonly account: OwnAccount } | { readonly refused: RefusalBody } {
  const { principal } = request;
  if (principal.kind === "account") return { account: principal };
  const code = isKnown(principal) ? "account-only" : "token-missing";
  return { refused: refuse(request, reply, { code }) };
}
