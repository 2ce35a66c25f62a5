import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** A running server to play into. */
export interface ServerAddress {
  /** Like `http://127.0.0.1:8080`. */
  readonly server: string;
  /** Like `mqtt://127.0.0.1:1883`. */
  readonly broker: string;
  readonly token: string;
}

/** What `npm run replay` was asked to do. */
export interface ReplayOptions {
  readonly file: string;
  /** Null: a server of its own, in a temporary folder. */
  readonly address: ServerAddress | null;
}

/** Options, or the sentence that says what is wrong with them or how to use them. */
export type ParsedOptions =
  | { readonly ok: true; readonly options: ReplayOptions }
  | { readonly ok: false; readonly message: string; readonly isHelp: boolean };

const USAGE = `npm run replay -- FICHIER [options]
  FICHIER           fichier CSV d'une usine (scripts/data/garment-factory-2015-01.csv)
  --server URL      serveur Trame dans lequel jouer ; sinon un serveur à part, dans un dossier temporaire
  --mqtt URL        son broker MQTT (le même hôte, port 1883)
  --token JETON     son jeton d'administration (ou TRAME_ADMIN_TOKEN)`;
const OWN_FILE = fileURLToPath(new URL("../data/garment-factory-2015-01.csv", import.meta.url));

/** Reads the command line and the environment. */
export function parseReplayOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ParsedOptions {
  try {
    const { positionals, values } = readArguments(argv);
    if (values.help) return { ok: false, message: USAGE, isHelp: true };
    if (positionals.length > 1) throw new Error("Un seul fichier est joué à la fois.");
    const [given] = positionals;
    const file =
      given === undefined
        ? OWN_FILE
        : // npm runs a script from the repository's folder, whatever the folder of whoever asked.
          resolve(env["INIT_CWD"] ?? ".", given);
    return { ok: true, options: { file, address: readAddress(values, env["TRAME_ADMIN_TOKEN"]) } };
  } catch (error) {
    return { ok: false, message: `${(error as Error).message}\n\n${USAGE}`, isHelp: false };
  }
}

function readArguments(argv: readonly string[]) {
  const text = { type: "string" } as const;
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      server: text,
      mqtt: text,
      token: text,
    },
  });
}

type Given = ReturnType<typeof readArguments>["values"];

function readAddress(given: Given, token: string | undefined): ServerAddress | null {
  if (given.server === undefined) {
    if (given.mqtt === undefined) return null;
    throw new Error("--mqtt ne va pas sans --server.");
  }
  const server = readUrl("--server", given.server, /^https?:$/);
  const broker = given.mqtt ?? `mqtt://${new URL(server).hostname}:1883`;
  const admin = given.token ?? token;
  if (admin === undefined) {
    throw new Error("Le jeton d'administration du serveur manque : --token, ou TRAME_ADMIN_TOKEN.");
  }
  return { server, broker: readUrl("--mqtt", broker, /^(?:mqtt|ws)s?:$/), token: admin };
}

function readUrl(name: string, text: string, protocol: RegExp): string {
  if (protocol.test(URL.parse(text)?.protocol ?? "")) return text;
  throw new Error(`${name} ${text} : ce n'est pas une adresse qui convient.`);
}
