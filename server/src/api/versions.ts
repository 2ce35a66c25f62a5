import { createHash } from "node:crypto";
import {
  CALLS_SETTING,
  CAUSES_SETTING,
  DEDUCE_LIMIT_SETTING,
  DEFECTS_SETTING,
  EVENING_EXPORT_SETTING,
  FOLLOW_SETTING,
  PAIRING_SETTING,
  type Plan,
  PRIVACY_SETTING,
  QUALITY_SETTING,
  SCREENS_SETTING,
  UPKEEP_SETTING,
} from "@trame/shared";
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { createOneByOne } from "../one-by-one.ts";
import type { Api } from "./api.ts";
import type { HttpDeps } from "./deps.ts";
import { readMoment } from "./moments.ts";
import { refuse } from "./refuse.ts";

type VersionDeps = Pick<HttpDeps, "backups" | "now" | "store">;

/** What stands behind an address at the moment that a request names, as text; null: nothing yet. */
type ReadState = (deps: VersionDeps, request: FastifyRequest) => Promise<string | null>;

/** Everything that a person reads, changes and writes back whole, by its address. */
const WRITTEN_WHOLE: Readonly<Record<string, ReadState>> = {
  "/api/v1/plan": ofPlan((plan) => plan),
  "/api/v1/calendar": ofPlan(({ calendar }) => calendar),
  "/api/v1/causes": ofSetting(CAUSES_SETTING),
  "/api/v1/settings/backups": ({ backups }) =>
    Promise.resolve(JSON.stringify(backups.backups.settings)),
  "/api/v1/settings/calls": ofSetting(CALLS_SETTING),
  "/api/v1/settings/deduce-limit": ofSetting(DEDUCE_LIMIT_SETTING),
  "/api/v1/settings/defects": ofSetting(DEFECTS_SETTING),
  "/api/v1/settings/evening-export": ofSetting(EVENING_EXPORT_SETTING),
  "/api/v1/settings/pairing-code": ofSetting(PAIRING_SETTING),
  "/api/v1/settings/privacy": ofSetting(PRIVACY_SETTING),
  "/api/v1/settings/quality": ofSetting(QUALITY_SETTING),
  "/api/v1/settings/screens": ofSetting(SCREENS_SETTING),
  "/api/v1/settings/to-follow": ofSetting(FOLLOW_SETTING),
  "/api/v1/settings/upkeep": ofSetting(UPKEEP_SETTING),
};

/** Both write a plan. */
const OF_PLANS: readonly string[] = ["/api/v1/plan", "/api/v1/calendar"];

/**
 * Keeps two people from overwriting each other in silence: what is read bears its version (RFC 9110, 8.8.3), and what was
 * read before somebody else wrote is not written (13.1.1). Whoever names no version writes as before ([SE1]).
 */
export function guardVersions(app: Api, deps: VersionDeps): void {
  // A version is compared and written over with nobody in between. Others do not wait: a folder on a stick may take minutes.
  const ofPlans = createOneByOne();
  app.addHook("onRoute", (route) => {
    const readState = WRITTEN_WHOLE[route.url];
    if (readState === undefined) return;
    const { handler } = route;
    const versionOf = async (request: FastifyRequest): Promise<string | null> =>
      tagOf(await readState(deps, request));
    if (route.method === "GET") route.handler = reading(handler, versionOf);
    if (route.method === "PUT") {
      const write = writing(handler, versionOf);
      const inTurn = OF_PLANS.includes(route.url) ? ofPlans : createOneByOne();
      route.handler = function takeTurn(request, reply) {
        return inTurn(() => write.call(this, request, reply));
      };
    }
  });
}

type Handler = (
  this: ThisParameterType<RouteHandlerMethod>,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<unknown>;

type VersionOf = (request: FastifyRequest) => Promise<string | null>;

/** The version is read first: what is written meanwhile makes it old, and never passes for it. */
function reading(handler: RouteHandlerMethod, versionOf: VersionOf): Handler {
  return async function read(request, reply) {
    const version = await versionOf(request);
    const answer = await handler.call(this, request, reply);
    return withVersion(reply, version, answer);
  };
}

function writing(handler: RouteHandlerMethod, versionOf: VersionOf): Handler {
  return async function write(request, reply) {
    if (!isWanted(request.headers, await versionOf(request))) {
      return refuse(request, reply, { code: "changed-meanwhile" });
    }
    const answer = await handler.call(this, request, reply);
    return withVersion(reply, await versionOf(request), answer);
  };
}

function withVersion(reply: FastifyReply, version: string | null, answer: unknown): unknown {
  if (reply.statusCode === 200 && version !== null) reply.header("etag", version);
  return answer;
}

/** RFC 9110, 13.1.1 and 13.1.2: versions are compared strongly, `*` is any version at all. */
function isWanted(headers: FastifyRequest["headers"], version: string | null): boolean {
  const { "if-match": wanted, "if-none-match": unwanted } = headers;
  if (wanted !== undefined) return names(wanted, version);
  return unwanted === undefined || !names(unwanted, version);
}

function names(header: string, version: string | null): boolean {
  if (version === null) return false;
  const tags = header.split(",").map((tag) => tag.trim());
  return tags.includes("*") || tags.includes(version);
}

function tagOf(state: string | null): string | null {
  if (state === null) return null;
  return `"${createHash("sha256").update(state).digest("base64url").slice(0, 22)}"`;
}

/** Of the plan in force at the moment from which it is to be replaced, or as of which it is read. */
function ofPlan(part: (plan: Plan) => unknown): ReadState {
  return async (deps, request) => {
    const { at, from } = Object(request.query);
    const named: unknown = request.method === "GET" ? at : from;
    // Said twice it is a list: no moment, which the route itself refuses.
    if (named !== undefined && typeof named !== "string") return null;
    const moment = await readMoment(named, deps);
    if (moment === null) return null;
    const version = (await deps.store.plans()).findLast((plan) => plan.from <= moment);
    return version === undefined ? null : JSON.stringify(part(version.plan));
  };
}

/** What was never set has a version too. */
function ofSetting(key: string): ReadState {
  return async ({ store }) => (await store.setting(key)) ?? "";
}
