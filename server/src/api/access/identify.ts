import { timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import { digestOf } from "./digest.ts";
import type { Principal } from "./principal.ts";
import type { StationKeys } from "./station-keys.ts";

/** What of a request tells who speaks. */
export interface Shown {
  readonly authorization: string | undefined;
  /** By name, as the browser keeps them. */
  readonly cookies: ReadonlyMap<string, string>;
}

/** Tells who speaks; null when a secret is shown that nobody has. */
export type Identify = (shown: Shown) => Promise<Principal | null>;

/** What the access side knows of those whom it let in; null: nobody, or no longer. */
export interface Credentials {
  apiKey(key: string): Promise<Principal | null>;
  session(token: string): Promise<Principal | null>;
  screen(token: string): Promise<Principal | null>;
  /** Whether it is what a screen held that somebody took out. */
  isRemoved(token: string): boolean;
  /** Calls with a {@link credentialOf credential} when it is of no use any more; answers how to stop that. */
  onRevoked(listener: (credential: string) => void): () => void;
}

export const SESSION_COOKIE = "trame-session";
export const SCREEN_COOKIE = "trame-screen";
/** How the keys of programs begin, so that one that was lost is recognised. */
const API_KEY_PREFIX = "trame_";

export interface IdentifyDeps {
  readonly adminToken: string;
  /** On which the server listens. */
  readonly host: string;
  readonly stations: Pick<StationKeys, "stationOf">;
  readonly credentials: Credentials;
}

/**
 * What is shown in the request itself counts before what the browser keeps: a tablet writes with its station's key though a
 * supervisor is signed in on it. A session that has ended is nobody, like one that never was.
 */
export function createIdentify(deps: IdentifyDeps): Identify {
  const { stations, credentials } = deps;
  const admin = digestOf(deps.adminToken);
  const nobody = { kind: isOwnMachine(deps.host) ? "local" : "anonymous" } as const;

  async function ofBearer(token: string): Promise<Principal | null> {
    // Digests have one length: comparing them takes the same time wherever they differ.
    if (timingSafeEqual(digestOf(token), admin)) return { kind: "admin-token" };
    if (token.startsWith(API_KEY_PREFIX)) return credentials.apiKey(token);
    const stationId = await stations.stationOf(token);
    if (stationId !== null) return { kind: "station", stationId, id: null };
    // The tablet of a station that was paired has a key of its own.
    const screen = await credentials.screen(token);
    return (
      screen ?? (credentials.isRemoved(token) ? { kind: "anonymous", wasRemoved: true } : null)
    );
  }

  async function ofCookies(cookies: Shown["cookies"]): Promise<Principal | null> {
    const session = cookies.get(SESSION_COOKIE);
    const account = session === undefined ? null : await credentials.session(session);
    if (account !== null) return account;
    const screen = cookies.get(SCREEN_COOKIE);
    if (screen === undefined) return null;
    const known = await credentials.screen(screen);
    return known ?? (credentials.isRemoved(screen) ? { ...nobody, wasRemoved: true } : null);
  }

  return async ({ authorization, cookies }) => {
    const bearer = bearerOf(authorization);
    if (bearer !== undefined) return ofBearer(bearer);
    return (await ofCookies(cookies)) ?? nobody;
  };
}

/** The token of an `Authorization` header (RFC 6750). */
function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)\s*$/i.exec(header ?? "")?.[1];
}

/** Cookies of a request, by name (RFC 6265, 5.4); of two with one name the first, which has the longer path. */
export function cookiesOf(header: string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    if (at > 0 && name !== "" && !found.has(name)) found.set(name, pair.slice(at + 1).trim());
  }
  return found;
}

/** Whether only programs on the server's own machine reach an address to listen on. */
function isOwnMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
