import type { Me } from "./me.ts";

/** Why somebody was not let in; `code` is "unreached" when nobody answered. */
export interface SignInRefusal {
  readonly ok: false;
  readonly code: string;
  /** In the language of the page; empty when nobody answered. */
  readonly message: string;
  /** How long to wait before the next try; null: not at all. */
  readonly retrySeconds: number | null;
}

export type SignInAnswer = { readonly ok: true } | SignInRefusal;

const SESSIONS = "/api/v1/sessions";
const UNREACHED: SignInRefusal = { ok: false, code: "unreached", message: "", retrySeconds: null };

/** Who this browser is; null when nobody answers that can be understood. */
export async function readMe(ask: typeof fetch): Promise<Me | null> {
  try {
    const response = await ask("/api/v1/me", { cache: "no-store" });
    if (!response.ok) return null;
    const told = (await response.json()) as Partial<Me>;
    return Array.isArray(told.permissions) ? (told as Me) : null;
  } catch {
    return null;
  }
}

/** Whether the server knows that the session is over. */
export async function endSession(ask: typeof fetch): Promise<boolean> {
  try {
    await ask(`${SESSIONS}/current`, { method: "DELETE" });
    return true;
  } catch {
    return false;
  }
}

export interface Entry {
  readonly path: "/api/v1/sessions" | "/api/v1/setup" | "/api/v1/accounts/me/password";
  readonly body: unknown;
  readonly language: string;
}

/** Asks to be let in; the answer brings the cookie. */
export async function askToEnter(
  ask: typeof fetch,
  { path, body, language }: Entry,
): Promise<SignInAnswer> {
  try {
    const headers = { "content-type": "application/json", "accept-language": language };
    const response = await ask(path, { method: "POST", headers, body: JSON.stringify(body) });
    if (response.ok) return { ok: true };
    const told = (await response.json()) as { code?: unknown; message?: unknown };
    if (typeof told.code !== "string" || typeof told.message !== "string") return UNREACHED;
    return { ok: false, code: told.code, message: told.message, retrySeconds: retryOf(response) };
  } catch {
    return UNREACHED;
  }
}

/** Seconds of `Retry-After` (RFC 9110, 10.2.3). */
function retryOf({ headers }: Response): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}
