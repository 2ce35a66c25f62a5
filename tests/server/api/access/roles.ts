/** One speaker of each kind, as a request shows them. */
import type { Permission } from "@trame/shared";
import {
  type Credentials,
  SCREEN_COOKIE,
  SESSION_COOKIE,
} from "../../../../server/src/api/access/identify.ts";
import { type Principal, permissionsOf } from "../../../../server/src/api/access/principal.ts";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";

export interface Speaker {
  readonly name: string;
  readonly headers: Record<string, string>;
  readonly permissions: ReadonlySet<Permission>;
}

const account = (role: "supervisor" | "manager" | "administrator"): Principal => {
  return { kind: "account", id: `account-${role}`, role, sessionId: `session-${role}` };
};

/** What each secret stands for. */
const LET_IN = new Map<string, Principal>([
  ["supervisor", account("supervisor")],
  ["manager", account("manager")],
  ["administrator", account("administrator")],
  ["wall", { kind: "wall", id: "screen-wall" }],
  ["tablet", { kind: "station", stationId: "S01", id: "screen-tablet" }],
  ["trame_orders", { kind: "api-key", id: "key-2", permissions: ["orders.write"] }],
  ["trame_reports", { kind: "api-key", id: "key-1", permissions: ["reports.read"] }],
]);

/** Credentials as the access side would answer them, without a store behind; `revoke` ends one. */
export function knownSpeakers(): Credentials & { revoke(credential: string): void } {
  const listeners = new Set<(credential: string) => void>();
  const find = (secret: string): Promise<Principal | null> =>
    Promise.resolve(LET_IN.get(secret) ?? null);
  return {
    apiKey: find,
    session: find,
    screen: find,
    isRemoved: () => false,
    onRevoked(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revoke(credential) {
      for (const listener of listeners) listener(credential);
    },
  };
}

const session = (name: string) => ({ cookie: `${SESSION_COOKIE}=${name}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const HEADERS: Readonly<Record<string, Record<string, string>>> = {
  wall: { cookie: `${SCREEN_COOKIE}=wall` },
  tablet: { cookie: `${SCREEN_COOKIE}=tablet` },
  supervisor: session("supervisor"),
  manager: session("manager"),
  administrator: session("administrator"),
  trame_orders: bearer("trame_orders"),
  trame_reports: bearer("trame_reports"),
};

/** Everybody who is known, and nobody. */
export const SPEAKERS: readonly Speaker[] = [
  { name: "nobody", headers: {}, permissions: new Set() },
  { name: "a secret that nobody has", headers: bearer("guessed-secret"), permissions: new Set() },
  {
    name: "the admin token",
    headers: bearer(TOKEN),
    permissions: permissionsOf({ kind: "admin-token" }),
  },
  ...[...LET_IN].map(([name, principal]) => {
    return { name, headers: HEADERS[name] ?? {}, permissions: permissionsOf(principal) };
  }),
];

/** Heard by the whole network, so that nobody is `local`. */
export function openToAll(overrides: Parameters<typeof openHttp>[1] = {}): Promise<TestHttp> {
  return openHttp(undefined, { host: "0.0.0.0", credentials: knownSpeakers(), ...overrides });
}
