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
  /** Null: nothing is heard there. */
  readonly httpsPort: number | null;
  readonly mqttsPort: number | null;
  /** Names and addresses under which this machine is found, beside its own; lower case. */
  readonly names: readonly string[];
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
  const httpPort = readPort(env, "TRAME_HTTP_PORT", 8080);
  const mqttPort = readPort(env, "TRAME_MQTT_PORT", 1883);
  return {
    data: resolve(given(env, "TRAME_DATA") ?? "./data"),
    host: readHost(given(env, "TRAME_HOST") ?? "0.0.0.0"),
    httpPort,
    mqttPort,
    // Whoever takes any free port beside another server would find these taken too.
    httpsPort: readPortOrOff(env, "TRAME_HTTPS_PORT", httpPort === 0 ? 0 : 8443),
    mqttsPort: readPortOrOff(env, "TRAME_MQTTS_PORT", mqttPort === 0 ? 0 : 8883),
    names: readNames(given(env, "TRAME_NAMES") ?? ""),
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

type PortName = "TRAME_HTTP_PORT" | "TRAME_HTTPS_PORT" | "TRAME_MQTT_PORT" | "TRAME_MQTTS_PORT";

function readPortOrOff(
  env: Readonly<Record<string, string | undefined>>,
  name: PortName,
  fallback: number,
): number | null {
  return given(env, name) === "off" ? null : readPort(env, name, fallback);
}

function readNames(text: string): string[] {
  const names = text
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const given = names.filter((name) => name !== "");
  const wrong = given.find((name) => isIP(name) === 0 && !HOST_NAME.test(name));
  if (wrong === undefined) return given;
  throw new ConfigFault(
    `TRAME_NAMES doit donner des noms ou des adresses séparés par des virgules, pas « ${wrong} ».`,
  );
}

function readPort(
  env: Readonly<Record<string, string | undefined>>,
  name: PortName,
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
