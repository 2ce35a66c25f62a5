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
  readonly isUnreached: ReadonlySignal<boolean>;
  close(): void;
}

export interface ScreenPairingOptions {
  readonly kind: ScreenKind;
  readonly fetch: typeof fetch;
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

type Claim = LetIn | "waiting" | "over" | "unreached";

/** Asks for a code, and whether it was accepted; a code that is over makes place for the next. */
export function startScreenPairing(options: ScreenPairingOptions): ScreenPairing {
  const { kind, fetch, setTimer, onLetIn } = options;
  const shown = signal<ShownCode | null>(null);
  const isUnreached = signal(false);
  let ticket: Ticket | null = null;
  let isClosed = false;
  let cancel = () => {};

  async function step(): Promise<void> {
    ticket ??= await askForCode(fetch, kind);
    const claim = ticket === null ? "unreached" : await askWhether(fetch, ticket);
    if (isClosed) return;
    isUnreached.value = claim === "unreached";
    if (typeof claim === "object") {
      onLetIn(claim);
      return;
    }
    if (claim === "over") ticket = null;
    shown.value = ticket === null ? null : { code: ticket.code };
    cancel = setTimer(() => void step(), claim === "unreached" ? RETRY_MS : waitOf(claim));
  }

  void step();
  return {
    shown,
    isUnreached,
    close() {
      isClosed = true;
      cancel();
    },
  };
}

/** A code that is over is followed by another at once. */
function waitOf(claim: "waiting" | "over"): number {
  return claim === "over" ? 0 : ASK_EVERY_MS;
}

async function askForCode(ask: typeof fetch, kind: ScreenKind): Promise<Ticket | null> {
  const response = await post(ask, "/api/v1/screens/pairings", { kind });
  if (response === null || !response.ok) return null;
  const told = (await response.json().catch(() => null)) as Partial<Ticket> | null;
  const { code, secret } = told ?? {};
  return typeof code === "string" && typeof secret === "string" ? { code, secret } : null;
}

async function askWhether(ask: typeof fetch, { secret }: Ticket): Promise<Claim> {
  const response = await post(ask, "/api/v1/screens/claim", { secret });
  if (response === null || response.status === BUSY || response.status >= BROKEN) {
    return "unreached";
  }
  if (response.status === WAITING) return "waiting";
  if (!response.ok) return "over";
  const told = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { stationId, key } = told;
  return typeof stationId === "string" && typeof key === "string"
    ? { kind: "station", stationId, key }
    : { kind: "wall" };
}

const WAITING = 202;
const BUSY = 429;
const BROKEN = 500;

/** null when nobody answers. */
async function post(ask: typeof fetch, path: string, body: unknown): Promise<Response | null> {
  try {
    const headers = { "content-type": "application/json" };
    return await ask(path, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}
