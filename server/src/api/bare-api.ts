import { fastify, LogController } from "fastify";
import type { Api } from "./api.ts";
import { LONG_BODY_WITHIN_MS } from "./body-time.ts";
import type { HttpDeps } from "./deps.ts";
import { answerError, handleErrors } from "./error-handlers.ts";
import { secureBare } from "./security.ts";
import { acceptEmptyBodies, createValidation } from "./validation.ts";

const BODY_BYTES_MAX = 64 * 1_024;

/** A server without a route: how it reads, checks and refuses what is sent. */
export function createBareApi({ log }: Pick<HttpDeps, "log">): Api {
  const app: Api = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: LONG_BODY_WITHIN_MS,
    forceCloseConnections: true,
    trustProxy: false,
    frameworkErrors(error, request, reply) {
      secureBare(reply);
      void answerError(error, request, reply);
    },
  });
  app.setValidatorCompiler(createValidation());
  // The compiler has held each answer to its schema already.
  app.setSerializerCompiler(() => JSON.stringify);
  acceptEmptyBodies(app);
  handleErrors(app);
  return app;
}
