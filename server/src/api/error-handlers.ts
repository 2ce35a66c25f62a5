import type { RefusalCode } from "@trame/shared";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Api } from "./api.ts";
import { type Refusal, refuse } from "./refuse.ts";
import { shapeFaultsOf } from "./shape-faults.ts";
import { BodyNotJson } from "./validation.ts";

/** What Fastify itself refuses, in the words of the catalogue. */
const FRAMEWORK: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "body-type-unsupported",
  FST_ERR_CTP_BODY_TOO_LARGE: "body-too-large",
  FST_ERR_BAD_URL: "route-unknown",
  FST_ERR_MAX_PARAM_LENGTH: "route-unknown",
};

/** Every error leaves as a refusal of the catalogue; what is a bug is logged, and tells nothing of itself. */
export function handleErrors(app: Api): void {
  app.setErrorHandler<FastifyError>(answerError);
  app.setNotFoundHandler((request, reply) =>
    reply.send(refuse(request, reply, { code: "route-unknown" })),
  );
}

/** Answers what Fastify, a schema or a bug threw. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalOf(error);
  if (refusal.code === "internal") request.log.error({ err: error }, "request failed");
  return reply.send(refuse(request, reply, refusal));
}

function refusalOf(error: FastifyError): Refusal {
  const [fault] = shapeFaultsOf(error.validation ?? []);
  if (fault !== undefined) return fault;
  if (error instanceof BodyNotJson) return { code: "body-not-json", blanks: { ...error.slip } };
  const code = FRAMEWORK[error.code];
  if (code !== undefined) return { code };
  const isTheirs = error.statusCode !== undefined && error.statusCode < 500;
  return { code: isTheirs ? "request-malformed" : "internal" };
}
