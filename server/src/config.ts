import { isIP } from "node:net";
import { resolve } from "node:path";

/** How this server runs, from its environment. */
export interface Config {
  /** Folder of the database and the token, absolute. */
  readonly data: string;
  readonly host: string;
  /** 0 means any free port. */
  readonly httpPort: number;
  readonly mqttPort: number;
  /** null: drawn at the first start and kept in the data folder. */
  readonly adminToken: string | null;
}

/** A variable that can't be used; the sentence names it. */
export class ConfigFault extends Error {}

const PORT_MAX = 65_535;
const TOKEN_MIN = 16;
const HOST_NAME = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/**
 * Reads the configuration from environment variables ([R20]).
 * @throws {ConfigFault} one French sentence that names the variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    data: resolve(given(env, "TRAME_DATA") ?? "./data"),
    host: readHost(given(env, "TRAME_HOST") ?? "127.0.0.1"),
    httpPort: readPort(env, "TRAME_HTTP_PORT", 8080),
    mqttPort: readPort(env, "TRAME_MQTT_PORT", 1883),
    adminToken: readToken(given(env, "TRAME_ADMIN_TOKEN")),
  };
}

/** An empty variable says nothing, like one that is not there. */
function given(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const value = env[name]?.trim();
  return value === "" ? undefined : value;
}

function readHost(host: string): string {
  if (isIP(host) !== 0 || HOST_NAME.test(host)) return host;
  throw new ConfigFault(
    `TRAME_HOST doit être une adresse IP ou un nom de machine, pas « ${host} ».`,
  );
}

function readPort(
  env: Readonly<Record<string, string | undefined>>,
  name: "TRAME_HTTP_PORT" | "TRAME_MQTT_PORT",
  fallback: number,
): number {
  const text = given(env, name);
  if (text === undefined) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= PORT_MAX) return port;
  throw new ConfigFault(`${name} doit être un nombre entier de 0 à ${PORT_MAX}, pas « ${text} ».`);
}

function readToken(token: string | undefined): string | null {
  if (token === undefined) return null;
  if (token.length >= TOKEN_MIN && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new ConfigFault(
    `TRAME_ADMIN_TOKEN doit compter au moins ${TOKEN_MIN} signes, sans espace ni accent.`,
  );
}
