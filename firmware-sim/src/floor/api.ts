/** A server as the crew speaks to it: over HTTP, like its own screens. */
export interface Api {
  /** What it answers whatever its status; rejects when it can't be reached. `key` is that of a station; the admin token otherwise. */
  ask(method: "GET" | "POST" | "PUT", path: string, sent?: Sent): Promise<Answer>;
  /** The body of a 2xx; rejects with what it said otherwise. */
  get<Body>(path: string): Promise<Body>;
  send<Body>(method: "POST" | "PUT", path: string, body: unknown): Promise<Body>;
}

export interface Sent {
  readonly body?: unknown;
  readonly key?: string;
}

export interface Answer {
  readonly status: number;
  /** JSON. */
  readonly body: unknown;
}

/** Where a server is, like `http://127.0.0.1:8080`, and its admin token. */
export interface ApiOptions {
  readonly server: string;
  readonly token: string;
}

export function createApi({ server, token }: ApiOptions): Api {
  async function ask(method: string, path: string, { body, key }: Sent = {}): Promise<Answer> {
    const response = await fetch(new URL(path, server), {
      method,
      headers: {
        authorization: `Bearer ${key ?? token}`,
        "accept-language": "fr",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  }

  async function need<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await ask(method, path, body === undefined ? {} : { body });
    if (answer.status >= 200 && answer.status < 300) return answer.body as Body;
    const said = JSON.stringify(answer.body);
    throw new Error(`${method} ${path} : le serveur répond ${answer.status} ${said}`);
  }

  return { ask, get: (path) => need("GET", path), send: need };
}
