import type { Language, OwnData, PersonRequest, RequestKind, RequestSubject } from "@trame/shared";
import type { PostOptions } from "./post.ts";

/** Told, or why not: a code and a sentence of the server, both null when nobody answered. */
export type Told<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string | null; readonly message: string | null };

export type OwnDataOptions = Pick<PostOptions, "fetch" | "key" | "setTimer"> & {
  readonly stationId: string;
  readonly language: () => Language;
};

/** What shows that somebody is who they say; kept while their sheet is open, and never on the tablet's disk. */
export interface Proof {
  /** As read or typed just now. */
  readonly badge: string;
  readonly pin?: string;
}

export interface OwnRequest {
  readonly kind: RequestKind;
  readonly about: RequestSubject;
  readonly words: string | null;
}

/** With what a copy is opened elsewhere. */
export interface CopyCode {
  readonly code: string;
  /** UTC ms. */
  readonly expiresAt: number;
}

/** What somebody asks about their own data, with their badge; nothing of it is kept on the tablet. Nothing rejects. */
export interface OwnDataDesk {
  see(proof: Proof): Promise<Told<OwnData>>;
  request(proof: Proof, asked: OwnRequest): Promise<Told<PersonRequest>>;
  copy(proof: Proof): Promise<Told<CopyCode>>;
  /** null: none any more. */
  setPin(proof: Proof, newPin: string | null): Promise<Told<{ readonly hasPin: boolean }>>;
  /** Lets that person badge in here with their PIN. */
  showPin(proof: Proof): Promise<Told<object>>;
}

const PATIENCE_MS = 10_000;

export function createOwnDataDesk(options: OwnDataOptions): OwnDataDesk {
  const ask = <Value>(path: string, body: object) => post<Value>(path, body, options);
  return {
    see: (proof) => ask("own-data", proof),
    request: (proof, asked) => ask("own-requests", { ...proof, ...asked }),
    copy: (proof) => ask("own-export", proof),
    setPin: (proof, newPin) => ask("own-pin", { ...proof, newPin }),
    showPin: (proof) => ask("pin", proof),
  };
}

async function post<Value>(
  path: string,
  body: object,
  { fetch, key, setTimer, stationId, language }: OwnDataOptions,
): Promise<Told<Value>> {
  const giveUp = new AbortController();
  const cancel = setTimer(() => giveUp.abort(), PATIENCE_MS);
  try {
    const address = `/api/v1/stations/${encodeURIComponent(stationId)}/${path}`;
    const response = await fetch(address, {
      method: "POST",
      cache: "no-store",
      body: JSON.stringify(body),
      signal: giveUp.signal,
      headers: {
        authorization: `Bearer ${key() ?? ""}`,
        "accept-language": language(),
        "content-type": "application/json",
      },
    });
    const answer = await response.json();
    if (response.ok) return { ok: true, value: answer as Value };
    return { ok: false, code: textOf(answer.code), message: textOf(answer.message) };
  } catch {
    return { ok: false, code: null, message: null };
  } finally {
    cancel();
  }
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
