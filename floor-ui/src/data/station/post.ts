import type { ActAnswer, Language } from "@trame/shared";
import type { SetTimer } from "../timer.ts";
import { type Act, wireOf } from "./act.ts";

/** The answer to a badge also says which assignment is meant from now on. */
export type ServerAnswer = ActAnswer & { readonly assignmentId?: string };

/** What came of sending an act. Only `answered` and `unfit` are the server's word on it. */
export type Posted =
  | { readonly kind: "answered"; readonly answer: ServerAnswer }
  /** The server can't take it as it is, and said why: it would not take it a second time either. */
  | { readonly kind: "unfit"; readonly code: string; readonly message: string }
  /** It does not take the key of this tablet. */
  | { readonly kind: "denied" }
  /** Nobody answered, or not our server, or not now. */
  | { readonly kind: "unreached" };

/** What sending needs. */
export interface PostOptions {
  readonly fetch: typeof fetch;
  /** Of this station; null when the tablet has none. */
  readonly key: () => string | null;
  readonly language: () => Language;
  readonly setTimer: SetTimer;
  /** Somebody took this tablet out: its key is of no use any more. */
  readonly onRevoked?: () => void;
}

/** A request that hangs is given up; what it said is sent again with the same key. */
const PATIENCE_MS = 10_000;
const REVOKED = "screen-revoked";
const UNFIT = new Set([400, 404, 413, 415]);
const ANSWERS = new Set([200, 409, 422]);

/** Sends one act. Never rejects. */
export async function postAct(act: Act, sentAt: number, options: PostOptions): Promise<Posted> {
  const { path, body } = wireOf(act);
  const response = await request(path, options, {
    method: "POST",
    body: JSON.stringify({ ...body, sentAt }),
    headers: { "content-type": "application/json" },
  });
  if (response === null) return { kind: "unreached" };
  const { status, json } = response;
  if (status === 401 || status === 403) return { kind: "denied" };
  // Without a code of ours it was a router or a sign-in page that spoke, whatever its status.
  if (typeof json["code"] !== "string") return { kind: "unreached" };
  const code = json["code"];
  const message = typeof json["message"] === "string" ? json["message"] : "";
  if (UNFIT.has(status)) return { kind: "unfit", code, message };
  if (!ANSWERS.has(status)) return { kind: "unreached" };
  return { kind: "answered", answer: { ...REFUSED, ...json, code, message } };
}

/** What a refusal that is no answer to an act leaves unsaid. */
const REFUSED: ActAnswer = {
  accepted: false,
  code: "",
  message: "",
  conflict: null,
  isClockOff: false,
  bundle: null,
  operation: null,
  newCodes: [],
};

/** Asks with this tablet's key; null when nobody answered in time or what came is no JSON object. */
export async function request(
  path: string,
  { fetch, key, language, setTimer, onRevoked }: PostOptions,
  init: { method: string; body?: string; headers?: Record<string, string> },
): Promise<{ status: number; json: Record<string, unknown> } | null> {
  const giveUp = new AbortController();
  const cancel = setTimer(() => giveUp.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      ...init,
      cache: "no-store",
      signal: giveUp.signal,
      headers: {
        ...init.headers,
        "accept-language": language(),
        authorization: `Bearer ${key() ?? ""}`,
      },
    });
    const json: unknown = await response.json().catch(() => null);
    if (response.status === 401 && Object(json).code === REVOKED) onRevoked?.();
    if (response.status === 401 || response.status === 403)
      return { status: response.status, json: {} };
    if (typeof json !== "object" || json === null) return null;
    return { status: response.status, json: json as Record<string, unknown> };
  } catch {
    return null;
  } finally {
    cancel();
  }
}
