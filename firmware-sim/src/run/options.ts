import { parseArgs } from "node:util";
import { NETWORKS } from "../link/bad-network.ts";
import { DEFAULT_WEEK } from "../simulation.ts";

/** What `npm run sim` was asked to do. */
export interface SimOptions {
  /** `mqtt://` or `ws://`. */
  readonly broker: string;
  /** Name of a scenario, or a `.json` file. */
  readonly scenario: string;
  readonly seed: number;
  readonly week: number;
  /** null: one line, as the scenario has it. */
  readonly devices: number | null;
  /** Hours already sewn, which are delivered first. ms */
  readonly pastMs: number;
  readonly speed: number;
  /** null: until it is stopped. */
  readonly durationMs: number | null;
  /** Name of a network of `NETWORKS`. */
  readonly network: string;
  /** Where to compare what was counted; null: nowhere. */
  readonly server: string | null;
  /** Admin token with which the plan is made; null: the server has its plan. */
  readonly token: string | null;
  /** True: replaces even a plan that no simulation made. */
  readonly isPlanForced: boolean;
  /** A JSON file `{ "sim-01": "…" }`; null: none, or those of the plan made. */
  readonly secrets: string | null;
  /** Counters alone: no orders, no tickets, no people. */
  readonly isMachinesOnly: boolean;
  /** Where to write the truth report; null: nowhere. */
  readonly report: string | null;
}

/** Options, or the sentence that says what is wrong with them or how to use them. */
export type ParsedOptions =
  | { readonly ok: true; readonly options: SimOptions }
  | { readonly ok: false; readonly message: string; readonly isHelp: boolean };

const SIM_USAGE = `npm run sim -- [options]
  --broker URL      broker MQTT (mqtt://127.0.0.1:1883)
  --scenario NOM    scénario : lons, uniformes, ou un fichier .json (lons)
  --seed N          graine : la même rejoue la même journée (1)
  --week N          semaine de l'histoire (${DEFAULT_WEEK})
  --devices N       nombre de compteurs ; au-delà d'une ligne, d'autres à côté
  --past DURÉE      heures déjà cousues, livrées d'abord, comme 4h (12h au plus)
  --speed N         vitesse de la couture (1)
  --duration DURÉE  s'arrête après, comme 10m ; sinon Ctrl-C
  --network NOM     ${Object.keys(NETWORKS).join(", ")} (good)
  --server URL      compare avec ce que compte ce serveur
  --token JETON     fait le plan du serveur (ou TRAME_ADMIN_TOKEN)
  --put-plan        même à la place d'un plan qui n'est pas celui d'une simulation
  --secrets FICHIER secrets des compteurs, { "sim-01": "…" } : le plan du serveur reste
  --machines-only   les compteurs seuls : ni commandes, ni tickets, ni badges
  --report FICHIER  écrit ce qui a vraiment été cousu, en JSON`;

const LONGEST_PAST_MS = 12 * 3_600_000;
const LONGEST_RUN_MS = 30 * 86_400_000;
const MOST_DEVICES = 2_000;

/** Reads the command line and the environment. */
export function parseSimOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ParsedOptions {
  try {
    const { help, ...given } = readArguments(argv);
    if (help) return { ok: false, message: SIM_USAGE, isHelp: true };
    return { ok: true, options: readOptions(given, env["TRAME_ADMIN_TOKEN"]) };
  } catch (error) {
    return { ok: false, message: `${(error as Error).message}\n\n${SIM_USAGE}`, isHelp: false };
  }
}

/** Milliseconds of `4h`, `10m`, `90s`, `1h30m`; null for anything else. */
function parseDuration(text: string): number | null {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (match === null || text === "") return null;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((each) => Number(each ?? 0));
  return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}

function readArguments(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      help: { type: "boolean", short: "h" },
      broker: { ...text, default: "mqtt://127.0.0.1:1883" },
      scenario: { ...text, default: "lons" },
      seed: { ...text, default: "1" },
      week: { ...text, default: String(DEFAULT_WEEK) },
      devices: text,
      past: { ...text, default: "0s" },
      speed: { ...text, default: "1" },
      duration: text,
      network: { ...text, default: "good" },
      server: text,
      token: text,
      "put-plan": { type: "boolean", default: false },
      secrets: text,
      "machines-only": { type: "boolean", default: false },
      report: text,
    },
  });
  return values;
}

type Given = Omit<ReturnType<typeof readArguments>, "help">;

function readOptions(given: Given, token: string | undefined): SimOptions {
  const { scenario, network, devices, duration, server } = given;
  if (!Object.hasOwn(NETWORKS, network)) throw new Error(`--network ${network} : réseau inconnu.`);
  const secrets = given.secrets ?? null;
  return {
    broker: readUrl("--broker", given.broker, /^(?:mqtt|ws)s?:$/),
    scenario,
    seed: readNumber("--seed", given.seed, { least: 0, most: 2 ** 32 }),
    week: readNumber("--week", given.week, { least: 1, most: 520 }),
    devices: readIfGiven(devices, (text) =>
      readNumber("--devices", text, { least: 1, most: MOST_DEVICES }),
    ),
    pastMs: readDuration("--past", given.past, LONGEST_PAST_MS),
    speed: readNumber("--speed", given.speed, { least: 1, most: 1_000 }),
    durationMs: readIfGiven(duration, (text) => readDuration("--duration", text, LONGEST_RUN_MS)),
    network,
    server: readIfGiven(server, (text) => readUrl("--server", text, /^https?:$/)),
    token: secrets === null ? (given.token ?? token ?? null) : null,
    isPlanForced: given["put-plan"],
    secrets,
    isMachinesOnly: given["machines-only"],
    report: given.report ?? null,
  };
}

function readIfGiven<Value>(text: string | undefined, read: (text: string) => Value): Value | null {
  return text === undefined ? null : read(text);
}

function readUrl(name: string, text: string, protocol: RegExp): string {
  const url = URL.parse(text);
  if (url === null || !protocol.test(url.protocol)) {
    throw new Error(`${name} ${text} : ce n'est pas une adresse qui convient.`);
  }
  return text;
}

function readNumber(
  name: string,
  text: string,
  { least, most }: { least: number; most: number },
): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} ${text} : un nombre entier entre ${least} et ${most} est attendu.`);
}

function readDuration(name: string, text: string, most: number): number {
  const value = parseDuration(text);
  if (value !== null && value <= most) return value;
  const hours = most / 3_600_000;
  throw new Error(`${name} ${text} : une durée comme 4h ou 1h30m est attendue, ${hours}h au plus.`);
}
