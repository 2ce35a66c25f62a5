import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { StationKeys } from "./access/station-keys.ts";
import type { HttpDeps } from "./deps.ts";

/** The server that routes are added to: a schema is type, validation and documentation at once. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What routes work with. */
export interface RouteDeps extends HttpDeps {
  readonly stationKeys: StationKeys;
  /** Of the server, as its package says. */
  readonly version: string;
}
