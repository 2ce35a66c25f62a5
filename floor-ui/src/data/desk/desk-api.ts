import type { Language } from "@trame/shared";

/** One thing to mend in what was sent. */
export interface DeskFault {
  readonly message: string;
  /** Stable, for programs. */
  readonly code?: string;
  /** RFC 6901. */
  readonly path?: string;
}

/** Why the server did not do it. `unreached`: nobody answered. */
export interface DeskRefusal {
  readonly ok: false;
  /** HTTP; 0 when nobody answered. */
  readonly status: number;
  readonly code: string;
  /** In the language of the page; empty when nobody answered. */
  readonly message: string;
  readonly faults: readonly DeskFault[];
  /** All that was answered. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type DeskAnswer<Value> = { readonly ok: true; readonly value: Value } | DeskRefusal;

/** Something that is written back whole, and its version. */
export interface Whole<Value> {
  readonly value: Value;
  /** ETag; null while there is nothing yet. */
  readonly version: string | null;
}

/** What a desk asks of the server. Nothing rejects. */
export interface DeskApi {
  read<Value>(path: string): Promise<DeskAnswer<Value>>;
  write<Value>(method: WriteMethod, path: string, body?: unknown): Promise<DeskAnswer<Value>>;
  readWhole<Value>(path: string): Promise<DeskAnswer<Whole<Value>>>;
  /** Writes it back; 412 when somebody else did since it was read. */
  replace<Value>(path: string, whole: Whole<unknown>): Promise<DeskAnswer<Whole<Value>>>;
  /** Sends a file as it is. */
  send<Value>(path: string, file: Blob): Promise<DeskAnswer<Value>>;
  /** Fetches a document that needs somebody signed in. */
  fetchFile(path: string): Promise<DeskAnswer<Blob>>;
}

export type WriteMethod = "POST" | "PUT" | "PATCH" | "DELETE";

export interface DeskApiOptions {
  readonly fetch: typeof fetch;
  readonly language: () => Language;
}

const NO_CONTENT = 204;

const UNREACHED: DeskRefusal = {
  ok: false,
  status: 0,
  code: "unreached",
  message: "",
  faults: [],
  body: {},
};

export function createDeskApi({ fetch, language }: DeskApiOptions): DeskApi {
  async function ask<Value>(
    path: string,
    init: RequestInit,
    take: (response: Response) => Promise<Value>,
  ): Promise<DeskAnswer<Value>> {
    try {
      const headers = new Headers(init.headers);
      headers.set("accept-language", language());
      const response = await fetch(path, { ...init, headers, cache: "no-store" });
      if (response.ok) return { ok: true, value: await take(response) };
      return refusalOf(response.status, await response.json().catch(() => null));
    } catch {
      return UNREACHED;
    }
  }
  return {
    read: <Value>(path: string) => ask(path, {}, readJson<Value>),
    write<Value>(method: WriteMethod, path: string, body?: unknown) {
      if (body === undefined) return ask(path, { method }, readJson<Value>);
      const headers = { "content-type": "application/json" };
      return ask(path, { method, headers, body: JSON.stringify(body) }, readJson<Value>);
    },
    readWhole: <Value>(path: string) => ask(path, {}, readWithVersion<Value>),
    replace<Value>(path: string, { value, version }: Whole<unknown>) {
      const headers = {
        "content-type": "application/json",
        ...(version === null ? { "if-none-match": "*" } : { "if-match": version }),
      };
      const init = { method: "PUT", headers, body: JSON.stringify(value) };
      return ask(path, init, readWithVersion<Value>);
    },
    send<Value>(path: string, file: Blob) {
      const headers = { "content-type": "application/octet-stream" };
      return ask(path, { method: "POST", headers, body: file }, readJson<Value>);
    },
    fetchFile: (path) => ask(path, {}, (response) => response.blob()),
  };
}

/** 204 says nothing more. */
async function readJson<Value>(response: Response): Promise<Value> {
  if (response.status === NO_CONTENT) return undefined as Value;
  return (await response.json()) as Value;
}

async function readWithVersion<Value>(response: Response): Promise<Whole<Value>> {
  return { value: await readJson<Value>(response), version: response.headers.get("etag") };
}

/** What is no answer of ours (a router's page) says nothing that a person could use. */
function refusalOf(status: number, json: unknown): DeskRefusal {
  if (typeof json !== "object" || json === null) return { ...UNREACHED, status };
  const body = json as Record<string, unknown>;
  const { code, message, faults } = body;
  if (typeof code !== "string" || typeof message !== "string") return { ...UNREACHED, status };
  return {
    ok: false,
    status,
    code,
    message,
    faults: Array.isArray(faults) ? (faults as DeskFault[]) : [],
    body,
  };
}
