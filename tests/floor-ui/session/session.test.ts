import type { Permission } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { Me } from "../../../floor-ui/src/data/session/me.ts";
import { createSession } from "../../../floor-ui/src/data/session/session.ts";
import { createSignedFetch } from "../../../floor-ui/src/data/session/signed-fetch.ts";
import { createFakeTime } from "../support/fake-time.ts";

const NOBODY: Me = {
  ...{ kind: "anonymous", role: null, name: null, permissions: [] },
  ...{ setupNeeded: false, secure: true },
};
const PASSWORD = "quatre mots";

function account(name: string, permissions: readonly Permission[] = ["orders.write"]): Me {
  return { ...NOBODY, kind: "account", role: "manager", name, permissions };
}

/** Lets everything that was asked be answered. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** A server that knows who is signed in, and one address that only somebody who is may ask. */
function openServer(first: Me = NOBODY, isAway = false) {
  const server = { me: first, isAway, asked: [] as string[], refused: 0 };
  const time = createFakeTime();
  const fetch: typeof globalThis.fetch = (input, init) =>
    Promise.resolve().then(() => answer(input, init));
  function answer(input: unknown, init: RequestInit = {}): Response {
    const { method = "GET", body } = init;
    server.asked.push(`${method} ${input}`);
    if (server.isAway) throw new TypeError("nobody there");
    if (input === "/api/v1/me") return Response.json(server.me);
    if (method === "DELETE") {
      server.me = NOBODY;
      return new Response(null, { status: 204 });
    }
    if (input === "/api/v1/sessions") return enter(JSON.parse(String(body)));
    if (server.me.kind !== "anonymous") return Response.json({ saved: String(body) });
    server.refused += 1;
    return Response.json({ code: "token-missing", message: "" }, { status: 401 });
  }
  function enter({ name, password }: { name: string; password: string }): Response {
    if (password !== PASSWORD) {
      const told = { code: "too-many-tries", message: "Trop d’essais." };
      return Response.json(told, { status: 429, headers: { "retry-after": "12" } });
    }
    server.me = account(name);
    return Response.json({}, { status: 201 });
  }
  const session = createSession({ fetch, setTimer: time.setTimer });
  const save = (text: string) =>
    createSignedFetch(fetch, session)("/api/v1/orders", { method: "POST", body: text });
  const signIn = (name: string, password = PASSWORD) =>
    session.signIn({ name, password, isShared: true }, "fr");
  return { server, session, time, save, signIn };
}

describe("session of a browser", () => {
  it("[AU1] knows who it is and what they may, once the server says it", async () => {
    const { session } = openServer(account("Ada"));
    expect([session.me.value, session.can("orders.write")]).toEqual([null, false]);
    await settled();
    expect([session.me.value?.name, session.can("orders.write")]).toEqual(["Ada", true]);
    expect(session.can("backups.manage")).toBe(false);
  });

  it("[AU1] asks again until a server that was away answers", async () => {
    const { server, session, time } = openServer(account("Ada"), true);
    await settled();
    expect([session.me.value, session.isUnreached.value]).toEqual([null, true]);
    server.isAway = false;
    time.advance(5_000);
    await settled();
    expect([session.me.value?.name, session.isUnreached.value]).toEqual(["Ada", false]);
  });

  it("[AU5] tells why nobody was let in, and how long to wait", async () => {
    const { signIn, session } = openServer();
    expect(await signIn("Ada", "wrong")).toEqual({
      ...{ ok: false, code: "too-many-tries", message: "Trop d’essais.", retrySeconds: 12 },
    });
    expect(session.me.value?.kind).toBe("anonymous");
  });

  it("[AU3] is nobody's from the moment of signing out, also where the server can't be told yet", async () => {
    const { server, session, signIn, time } = openServer();
    await signIn("Ada");
    server.isAway = true;
    await session.signOut();
    expect([session.me.value?.kind, session.can("orders.write")]).toEqual(["anonymous", false]);
    expect(server.me.name).toBe("Ada");
    server.isAway = false;
    time.advance(5_000);
    await settled();
    expect([server.me.kind, session.isWanted.value]).toEqual(["anonymous", false]);
  });
});

describe("something asked after a session has ended", () => {
  it("[AU2] waits for the same person, and is then asked again as it was", async () => {
    const { server, session, save, signIn } = openServer();
    await signIn("Ada");
    server.me = NOBODY;
    const saving = save("pull d’hiver");
    await settled();
    expect([session.isWanted.value, server.refused]).toEqual([true, 1]);
    await signIn("Ada");
    expect(await (await saving).json()).toEqual({ saved: "pull d’hiver" });
    expect([session.isWanted.value, session.owner.value]).toEqual([false, 0]);
  });

  it("[AU2] is refused where somebody else signs in, who finds nothing of what was typed", async () => {
    const { server, session, save, signIn } = openServer();
    await signIn("Ada");
    server.me = NOBODY;
    const saving = save("pull d’hiver");
    await settled();
    await signIn("Bruno");
    expect((await saving).status).toBe(401);
    expect([session.me.value?.name, session.owner.value]).toEqual(["Bruno", 1]);
  });

  it("[AU2] finds the page with the buttons that it had, and without them once it is given up", async () => {
    const { server, session, signIn } = openServer();
    await signIn("Ada");
    server.me = NOBODY;
    await session.look();
    expect([session.isWanted.value, session.can("orders.write")]).toEqual([true, true]);
    session.giveUp();
    expect([session.isWanted.value, session.can("orders.write")]).toEqual([false, false]);
  });

  it("[AU3] is refused at once after signing out, and nobody is asked to come back", async () => {
    const { session, save, signIn } = openServer();
    await signIn("Ada");
    await session.signOut();
    expect([(await save("pull d’hiver")).status, session.isWanted.value]).toEqual([401, false]);
  });

  it("[AU2] is refused where nobody signs in", async () => {
    const { session, save } = openServer();
    await settled();
    const saving = save("pull d’hiver");
    await settled();
    session.giveUp();
    expect([(await saving).status, session.isWanted.value]).toEqual([401, false]);
  });

  it("[AU2] is refused at once to somebody who is signed in and may not", async () => {
    const { session, signIn } = openServer();
    await signIn("Ada");
    const fetch = async () => Response.json({ code: "not-allowed" }, { status: 403 });
    const answer = await createSignedFetch(fetch, session)("/api/v1/backups");
    expect([answer.status, session.isWanted.value]).toEqual([403, false]);
  });

  it("[AU6] waits behind the sign-in for whoever left a shared device", async () => {
    const { server, session, signIn } = openServer();
    await signIn("Ada");
    await session.stepAway();
    expect([server.me.kind, session.isWanted.value]).toEqual(["anonymous", true]);
    await signIn("Ada");
    expect([session.isWanted.value, session.owner.value]).toEqual([false, 0]);
  });
});
