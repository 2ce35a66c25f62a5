import type { FastifyRequest } from "fastify";
import { type Author, withAuthor } from "../../author.ts";
import type { Api } from "../api.ts";
import type { Principal } from "./principal.ts";

/**
 * Runs each request in the name of whoever speaks ([JC1]). Twice: a body that comes in pieces is read in the name of the
 * connection, and what follows it would be nobody's.
 */
export function nameAuthors(app: Api): void {
  const nameAuthor = ({ principal }: FastifyRequest, _reply: unknown, done: () => void): void =>
    withAuthor(authorOf(principal), done);
  app.addHook("onRequest", nameAuthor);
  app.addHook("preValidation", nameAuthor);
}

/** Who speaks, as the journal keeps it. */
export function authorOf(principal: Principal): Author {
  switch (principal.kind) {
    case "account":
      return `account:${principal.id}`;
    case "api-key":
      return `key:${principal.id}`;
    case "station":
      return `station:${principal.stationId}`;
    case "wall":
      return `wall:${principal.id}`;
    case "admin-token":
      return "token";
    case "local":
    case "anonymous":
      return principal.kind;
  }
}
