import type { ActAnswer, StationView } from "@trame/shared";
import { answerOf, viewOf } from "./views.ts";

/** What becomes of a request. `unheard`: it never arrives. `unanswered`: it is done, and its answer is lost. */
export type Weather =
  | "fine"
  | "unheard"
  | "unanswered"
  | "hanging"
  | { readonly status: number; readonly body: unknown };

export interface Received {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A server as the contract has it: it knows a key again, and gives the same answer. */
export function createFakeFloor() {
  /** Each act once, in the order in which they first came. */
  const acts: Received[] = [];
  /** Every delivery. */
  const deliveries: Received[] = [];
  const answers = new Map<string, { status: number; answer: ActAnswer }>();
  const asked: string[] = [];
  let weather: (path: string) => Weather = () => "fine";
  let judge = (_received: Received): Partial<ActAnswer> => ({});
  let view = (): StationView => viewOf();
  const keys: (string | null)[] = [];

  function take(received: Received): { status: number; answer: ActAnswer } {
    deliveries.push(received);
    const key = String(received.body["key"]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    acts.push(received);
    const answer = answerOf(judge(received));
    const given = { status: answer.accepted ? 200 : 409, answer };
    answers.set(key, given);
    return given;
  }

  const fetchLike = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    await null;
    const path = String(input);
    const now = weather(path);
    if (now === "unheard") throw new TypeError("fetch failed");
    if (now === "hanging") return hang(init.signal);
    if (typeof now === "object") return respond(now.status, now.body);
    keys.push(new Headers(init.headers).get("authorization"));
    if (init.method === "GET") {
      asked.push(path);
      return respond(200, view());
    }
    const body = JSON.parse(String(init.body)) as Record<string, unknown>;
    const { status, answer } = take({ path, body });
    if (now === "unanswered") throw new TypeError("fetch failed");
    return respond(status, answer);
  };

  return {
    acts,
    deliveries,
    asked,
    keys,
    fetch: fetchLike as typeof fetch,
    codes: () => acts.map(({ body }) => body["code"]),
    setWeather(next: Weather | ((path: string) => Weather)) {
      weather = typeof next === "function" ? next : () => next;
    },
    setJudge(next: (received: Received) => Partial<ActAnswer>) {
      judge = next;
    },
    setView(next: () => StationView) {
      view = next;
    },
  };
}

export type FakeFloor = ReturnType<typeof createFakeFloor>;

function respond(status: number, body: unknown): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(text, { status });
}

function hang(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("gave up", "AbortError")));
  });
}
