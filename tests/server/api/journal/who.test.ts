import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { openWorld, PASSWORD, type World } from "./writes-world.ts";

interface Entry {
  readonly kind: string;
  readonly subject: string | null;
  readonly subjectName: string | null;
  readonly author: object | null;
}

async function journalFor(world: World, token: string): Promise<Entry[]> {
  const { json } = await world.get("/api/v1/journal", { token });
  return (json as { entries: Entry[] }).entries;
}

const authorsIn = (entries: readonly Entry[], subject: string) =>
  entries.filter((entry) => entry.subject === subject).map(({ author }) => author);

describe("who wrote what", () => {
  it("[JC8] is told by the names of today, and by nothing where they are gone", async () => {
    const world = await openWorld();
    const put = (headers: Record<string, string>, mostDhu: number) =>
      world.ask("PUT", "/api/v1/settings/quality", {
        headers,
        body: { mostDhu, leastFirstPass: 0.9 },
      });
    const id = await world.addAccount("Sacha", "manager");
    await put(await world.signIn("Sacha", PASSWORD), 3);
    await put(world.session, 4);
    const before = await journalFor(world, TOKEN);
    await world.done("DELETE", `/accounts/${id}`);
    const after = await journalFor(world, TOKEN);

    const camille = { kind: "account", id: world.accountId, name: "Camille", isGone: false };
    const sacha = { kind: "account", id, name: "Sacha", isGone: false };
    expect(authorsIn(before, "quality")).toEqual([camille, sacha]);
    expect(authorsIn(after, "quality")).toEqual([camille, { ...sacha, name: null, isGone: true }]);
    const named = (entries: readonly Entry[]) =>
      entries.filter(({ subject }) => subject === id).map(({ subjectName }) => subjectName);
    expect([new Set(named(before)), new Set(named(after))]).toEqual([
      new Set(["Sacha"]),
      new Set([null]),
    ]);
  });

  it("[JC8] tells a program the ids alone", async () => {
    const world = await openWorld();
    const { key } = await world.done<{ key: string }>("POST", "/api-keys", {
      ...{ name: "Tableur", permissions: ["journal.read"] },
      expiresAt: world.deps.now() + 86_400_000,
    });

    const { status, text } = await world.get("/api/v1/journal", { token: key });

    expect(status).toBe(200);
    expect(text).toContain(world.accountId);
    for (const name of ["Camille", "Tableur"]) expect(text).not.toContain(name);
  });
});

describe("the verification over HTTP", () => {
  it("[JC6] is what the last look found, and nothing before the first", async () => {
    const world = await openWorld();
    const url = "/api/v1/journal/verification";
    expect((await world.get(url, { token: TOKEN })).json).toEqual({ last: null });
    await world.watchJournal();
    const { json } = await world.get(url, { token: TOKEN });
    expect(json).toMatchObject({
      last: { at: world.deps.now(), isSealed: true, faults: [], faultCount: 0 },
    });
    expect((await world.get(url)).status).toBe(401);
  });
});
