import { request } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { authorOf } from "../../../../server/src/api/access/author-hook.ts";
import { startHttp } from "../../../../server/src/api/start-http.ts";
import { openToAll, SPEAKERS } from "../access/roles.ts";
import { type TestHttp, TOKEN } from "../support/open-http.ts";

const LIMIT = "/api/v1/settings/deduce-limit";

interface Entry {
  readonly kind: string;
  readonly author: { readonly kind: string; readonly id: string | null } | null;
  readonly after: { readonly value: unknown } | null;
}

/** Who set each limit, by what they set. */
async function setters(http: TestHttp): Promise<Record<string, string>> {
  const { json } = await http.get("/api/v1/journal?of=settings", { token: TOKEN });
  const { entries } = json as { entries: Entry[] };
  return Object.fromEntries(
    entries.map(({ after, author }) => [String(after?.value), `${author?.kind}:${author?.id}`]),
  );
}

const headersOf = (name: string): Record<string, string> =>
  SPEAKERS.find((speaker) => speaker.name === name)?.headers ?? {};

/** A body that comes in many pieces, each when the loop has turned: the connection is others' meanwhile. */
function putSlowly(port: number, body: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const type = {
      ...{ "content-type": "application/json", "content-length": body.length },
      // Of the page that the server itself gave.
      origin: `http://127.0.0.1:${port}`,
    };
    const sent = request(
      { host: "127.0.0.1", port, method: "PUT", path: LIMIT, headers: { ...type, ...headers } },
      (answer) => answer.resume().on("end", () => resolve(answer.statusCode ?? 0)),
    );
    sent.on("error", reject);
    const PIECE = 4_096;
    const write = (from: number): void => {
      if (from >= body.length) sent.end();
      else sent.write(body.slice(from, from + PIECE), () => setImmediate(write, from + PIECE));
    };
    write(0);
  });
}

describe("the author of a write", () => {
  it("[JC1] is who speaks: an account, the admin token, a tablet's station", async () => {
    const http = await openToAll();
    await http.ask("PUT", LIMIT, { token: TOKEN, body: { limit: 1 } });
    await http.ask("PUT", LIMIT, { headers: headersOf("manager"), body: { limit: 2 } });
    await http.ask("PUT", LIMIT, { headers: headersOf("administrator"), body: { limit: 3 } });

    expect(await setters(http)).toEqual({
      1: "token:null",
      2: "account:account-manager",
      3: "account:account-administrator",
    });
  });

  it("[JC1] of each kind that there is", () => {
    const session = { role: "manager", sessionId: "s1" } as const;
    expect(
      [
        authorOf({ kind: "account", id: "a1", ...session }),
        authorOf({ kind: "api-key", id: "k1", permissions: [] }),
        authorOf({ kind: "station", stationId: "S01", id: null }),
        authorOf({ kind: "wall", id: "w1" }),
        ...(["admin-token", "local", "anonymous"] as const).map((kind) => authorOf({ kind })),
      ].join(" "),
    ).toBe("account:a1 key:k1 station:S01 wall:w1 token local anonymous");
  });

  it("[JC1] stays theirs over a network, with long bodies in pieces and several at once", async () => {
    const http = await openToAll();
    const server = await startHttp({
      ...http.deps,
      host: "127.0.0.1",
      credentials: http.deps.credentials,
    });
    onTestFinished(() => server.close());
    const writers = ["manager", "administrator", "the admin token"];
    // Each sets a limit of their own, so that the line tells whose it must be.
    const limits = Array.from({ length: 9 }, (_, i) => ({
      limit: i + 1,
      by: writers[i % 3] ?? "",
    }));
    const statuses = await Promise.all(
      limits.map(({ limit, by }) =>
        putSlowly(server.port, `{${" ".repeat(60_000)}"limit":${limit}}`, headersOf(by)),
      ),
    );

    expect(new Set(statuses)).toEqual(new Set([200]));
    const names: Record<string, string> = {
      manager: "account:account-manager",
      administrator: "account:account-administrator",
      "the admin token": "token:null",
    };
    expect(await setters(http)).toEqual(
      Object.fromEntries(limits.map(({ limit, by }) => [limit, names[by]])),
    );
  });
});
