import { type ReadonlySignal, signal } from "@preact/signals";
import type { SetTimer } from "../timer.ts";

/** What a screen is to become. */
export type ScreenKind = "wall" | "station";

/** A code to be typed at somebody's tablet beside this screen. */
export interface ShownCode {
  readonly code: string;
}

/** What a screen that was let in is given: a wall's right is a cookie, a station's its key. */
export type LetIn =
  | { readonly kind: "wall" }
  | { readonly kind: "station"; readonly stationId: string; readonly key: string };

/** A screen that waits to be let in ([AU7]). */
export interface ScreenPairing {
  /** null until the server gave one. */
  readonly shown: ReadonlySignal<ShownCode | null>;
  /** Why there is no answer: the server's sentence, empty when nobody answers; null while all is well. */
  readonly trouble: ReadonlySignal<string | null>;
  close(): void;
}

export interface ScreenPairingOptions {
  readonly kind: ScreenKind;
  readonly fetch: typeof fetch;
  readonly language: string;
  readonly setTimer: SetTimer;
  /** Once, when somebody accepted it. */
  readonly onLetIn: (given: LetIn) => void;
}

/** Whoever accepts it stands there and waits. */
const ASK_EVERY_MS = 1_500;
/** A server that is away, or that was asked too often, is left in peace so long. */
const RETRY_MS = 5_000;

interface Ticket {
  readonly code: string;
  readonly secret: string;
}

interface Trouble {
  readonly kind: "trouble";
  readonly message: string;
}

type Claim = LetIn | "waiting" | "over" | Trouble;

/** Asks for a code, and whether it was accepted; a code that is over makes place for the next. */
export function startScreenPairing(options: ScreenPairingOptions): ScreenPairing {
  const { setTimer, onLetIn } = options;
  const shown = signal<ShownCode | null>(null);
  const trouble = signal<string | null>(null);
  let ticket: Ticket | null = null;
  let isClosed = false;
  let cancel = () => {};

  async function step(): Promise<void> {
    const asked = ticket ?? (await askForCode(options));
    const claim = "kind" in asked ? asked : await askWhether(options, asked);
    if (isClosed) return;
    if (isLetIn(claim)) return onLetIn(claim);
    ticket = "kind" in asked || claim === "over" ? null : asked;
    shown.value = ticket;
    trouble.value = typeof claim === "object" ? claim.message : null;
    cancel = setTimer(() => void step(), waitOf(claim));
  }

  void step();
  return {
    shown,
    trouble,
    close() {
      isClosed = true;
      cancel();
    },
  };
}

function isLetIn(claim: Claim): claim is LetIn {
  return typeof claim === "object" && claim.kind !== "trouble";
}

/** A code that is over is followed by another at once. */
function waitOf(claim: "waiting" | "over" | Trouble): number {
  if (claim === "over") return 0;
  return claim === "waiting" ? ASK_EVERY_MS : RETRY_MS;
}

async function askForCode(options: ScreenPairingOptions): Promise<Ticket | Trouble> {
  const said = await post(options, "/api/v1/screens/pairings", { kind: options.kind });
  const { code, secret, message } = said.body;
  return typeof code === "string" && typeof secret === "string"
    ? { code, secret }
    : troubleOf(message);
}

async function askWhether(options: ScreenPairingOptions, { secret }: Ticket): Promise<Claim> {
  const { status, body } = await post(options, "/api/v1/screens/claim", { secret });
  if (status === WAITING) return "waiting";
  if (status === UNKNOWN) return "over";
  if (status !== DONE) return troubleOf(body["message"]);
  const { stationId, key } = body;
  return typeof stationId === "string" && typeof key === "string"
    ? { kind: "station", stationId, key }
    : { kind: "wall" };
}

const DONE = 200;
const WAITING = 202;
const UNKNOWN = 404;

function troubleOf(message: unknown): Trouble {
  return { kind: "trouble", message: typeof message === "string" ? message : "" };
}

interface Said {
  /** HTTP; 0 when nobody answered. */
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function post(
  { fetch, language }: ScreenPairingOptions,
  path: string,
  body: unknown,
): Promise<Said> {
  try {
    const headers = { "content-type": "application/json", "accept-language": language };
    const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
    const told: unknown = await response.json();
    return { status: response.status, body: Object(told) };
  } catch {
    return { status: 0, body: {} };
  }
}
