import { type Static, Type } from "@fastify/type-provider-typebox";
import type { Account } from "../../../store/access/access-rows.ts";
import type { Principal } from "../../access/principal.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { refuseAccess } from "./answering.ts";
import { plainRefusal } from "./connection.ts";
import {
  AccountSchema,
  IdParams,
  NameSchema,
  NoContent,
  PasswordSchema,
  RoleSchema,
} from "./schemas.ts";

const CREATED = 201;
const NO_CONTENT = 204;
const ADDRESS = "/api/v1/accounts";
const common = { tags: ["access"] };

const NewAccountSchema = Type.Object(
  { name: NameSchema, password: PasswordSchema, role: RoleSchema },
  { additionalProperties: false },
);
const EditSchema = Type.Object(
  {
    role: Type.Optional(RoleSchema),
    password: Type.Optional(PasswordSchema),
    disabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

/** Accounts, for whoever manages access. */
export function routeAccounts(app: Api, deps: RouteDeps): void {
  const { access } = deps;
  const listing = {
    ...common,
    summary: "Who may sign in",
    response: { 200: Type.Object({ accounts: Type.Array(AccountSchema) }) },
  };
  app.get(ADDRESS, { schema: listing }, () => ({
    accounts: access.accounts.all().map(viewOf),
  }));

  const making = {
    ...common,
    summary: "Lets somebody sign in",
    body: NewAccountSchema,
    response: { 201: AccountSchema, "4xx": RefusalSchema },
  };
  app.post(ADDRESS, { schema: making }, async (request, reply) => {
    const plain = plainRefusal(request, deps);
    if (plain !== null) return refuse(request, reply, plain);
    const answer = await access.accounts.add({ ...request.body, isGiven: true });
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(CREATED);
    return viewOf(answer.value);
  });
  routeEdits(app, deps);
  routeRemovals(app, deps);
}

function routeEdits(app: Api, deps: RouteDeps): void {
  const schema = {
    ...common,
    summary:
      "Changes a role, draws another first password, or disables an account; its sessions end, but for the one that asks",
    params: IdParams,
    body: EditSchema,
    response: { 200: AccountSchema, "4xx": RefusalSchema },
  };
  app.patch(`${ADDRESS}/:id`, { schema }, async (request, reply) => {
    const { disabled, ...edit } = request.body;
    const plain = edit.password === undefined ? null : plainRefusal(request, deps);
    if (plain !== null) return refuse(request, reply, plain);
    const { principal, params } = request;
    // Whoever finds the device open could stay by it ([AC7]).
    if (edit.password !== undefined && isOwn(principal, params.id))
      return refuse(request, reply, { code: "password-of-own", path: "/password" });
    const sessionId = principal.kind === "account" ? principal.sessionId : null;
    const answer = await deps.access.accounts.change(
      { id: params.id, sessionId },
      { ...edit, ...(disabled !== undefined && { isDisabled: disabled }) },
    );
    return answer.ok ? viewOf(answer.value) : refuseAccess(request, reply, answer);
  });
}

function routeRemovals(app: Api, { access }: RouteDeps): void {
  const removing = {
    ...common,
    summary: "Deletes an account and its name; its sessions end at once",
    params: IdParams,
    response: { 204: NoContent, "4xx": RefusalSchema },
  };
  app.delete(`${ADDRESS}/:id`, { schema: removing }, async (request, reply) => {
    const answer = await access.accounts.remove(request.params.id);
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(NO_CONTENT);
    return null;
  });

  const dropping = {
    ...common,
    summary: "For whoever lost their phone: the password is enough again",
    params: IdParams,
    response: { 204: NoContent, "4xx": RefusalSchema },
  };
  app.delete(`${ADDRESS}/:id/totp`, { schema: dropping }, async (request, reply) => {
    const editing = { id: request.params.id, sessionId: null };
    const answer = await access.accounts.change(editing, { dropsTotp: true });
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(NO_CONTENT);
    return null;
  });
}

function isOwn(principal: Principal, id: string): boolean {
  return principal.kind === "account" && principal.id === id;
}

function viewOf(account: Account): Static<typeof AccountSchema> {
  const { id, name, role, disabledAt, totpSecret, createdAt, passwordAt, passwordUntil } = account;
  const state = { isDisabled: disabledAt !== null, hasTotp: totpSecret !== null };
  return { id, name, role, ...state, createdAt, passwordAt, passwordUntil };
}
