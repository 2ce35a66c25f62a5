import { describe, expect, it } from "vitest";
import { ROUTE_PERMISSIONS } from "../../../../server/src/api/access/route-permissions.ts";
import { openHttp, TOKEN } from "../support/open-http.ts";
import { AT_DESKS } from "./writes-at-desks.ts";
import { AT_STATIONS } from "./writes-at-stations.ts";
import { OF_ACCESS } from "./writes-of-access.ts";
import { type Examples, journalOf, openWorld, PASSWORD, type World } from "./writes-world.ts";

/** Routes that leave no line, each with the reason. */
const LEAVES_NONE: Readonly<Record<string, string>> = {
  "POST /api/v1/balance": "computes, and writes nothing",
  "POST /api/v1/screens/pairings": "a screen asks; that somebody lets it in is a line",
  "POST /api/v1/screens/claim": "a screen fetches what somebody let it in with",
  "POST /api/v1/stations/:id/pin": "somebody shows who they are; the badge that follows is a line",
  "POST /api/v1/stations/:id/own-data": "a look, which is in the register of looks",
  "POST /api/v1/stations/:id/own-export": "a look, which is in the register of looks",
  "POST /api/v1/own-exports": "a look, which is in the register of looks",
};
/** Asked in a workshop of their own, below. */
const APART = [
  "POST /api/v1/setup",
  "POST /api/v1/backups/:id/restore",
  "PUT /api/v1/people/names/key",
];

const EXAMPLES: Examples = { ...AT_STATIONS, ...AT_DESKS, ...OF_ACCESS };
const WRITING = [...ROUTE_PERMISSIONS.keys()].filter((route) =>
  /^(POST|PUT|PATCH|DELETE) /.test(route),
);

/** Who wrote the lines that a request left. */
async function leftBy(world: World, route: string, examples = EXAMPLES): Promise<string[]> {
  const { url, ...ask } = await examples[route]!(world);
  const before = world.journal.lastLine();
  const [method = ""] = route.split(" ");
  const headers = { ...(ask.token === undefined && world.session), ...ask.headers };
  const answer = await world.ask(method as "POST", `/api/v1${url}`, { ...ask, headers });
  if (answer.status >= 300) return [`answered ${answer.status} ${answer.text}`];
  return world.journal.linesAfter(before).map(({ author }) => `${author}`);
}

describe("every request that writes", () => {
  it("[JC7] has an example, or a reason why it leaves no line", () => {
    const known = [...Object.keys(EXAMPLES), ...Object.keys(LEAVES_NONE), ...APART];
    expect(WRITING.filter((route) => !known.includes(route))).toEqual([]);
    expect(known.filter((route) => !WRITING.includes(route))).toEqual([]);
  });

  it("[JC7] leaves a line with its author, and in none anything of a person or a secret", async () => {
    const world = await openWorld();
    const own = [`account:${world.accountId}`, "station:S01"];
    const faults: Record<string, readonly string[]> = {};
    for (const route of Object.keys(EXAMPLES)) {
      const left = await leftBy(world, route).catch((error: unknown) => [String(error)]);
      if (left.length === 0 || left.some((author) => !own.includes(author))) faults[route] = left;
    }
    expect(faults).toEqual({});

    const told = world.journal
      .linesAfter(0)
      .map(({ text }) => text)
      .join("\n");
    // The search finds what is there.
    expect(told).toContain("Ville de Dole");
    const people = ["Camille", "Dominique", "Fleur", "Lucas", "Noa", "Zoé", "Delaunay", "surjeter"];
    const ids = ['"luc"', '"fleur"', '"noa"', '"zoe"', "PX41", "4711"];
    const secrets = [PASSWORD, world.stationKey, "poste-du-fond", TOKEN];
    for (const word of [...people, ...ids, ...secrets]) expect(told).not.toContain(word);
  });

  it("[JC7] control: one that leaves no line, or somebody else's, is seen", async () => {
    const world = await openWorld();
    const body = { tasks: 1, precedence: [], times: [[0.4]], seconds: 1 };
    const silent: Examples = {
      "POST /api/v1/balance": () => ({ url: "/balance", body }),
      "PUT /api/v1/settings/screens": () => ({
        ...{ url: "/settings/screens", body: { language: "en" }, token: TOKEN },
      }),
    };
    expect(await leftBy(world, "POST /api/v1/balance", silent)).toEqual([]);
    expect(await leftBy(world, "PUT /api/v1/settings/screens", silent)).toEqual(["token"]);
  });

  it("[JC7] leaves one too where there is nobody yet: the first account is its own author's", async () => {
    const http = await openHttp();
    const body = { code: http.setupCode, name: "Camille", password: PASSWORD };
    const { status } = await http.ask("POST", "/api/v1/setup", { body });
    const lines = journalOf(http).linesAfter(0);
    expect([status, lines.map(({ author }) => author)]).toEqual([
      201,
      ["local", expect.stringMatching(/^account:/)],
    ]);
  });

  it("[JC7] leaves one for the key of the names", async () => {
    const http = await openHttp();
    const key = `${"00".repeat(32)}6668`;
    const ask = { token: TOKEN, body: { key } };
    const { status } = await http.ask("PUT", "/api/v1/people/names/key", ask);
    expect([status, journalOf(http).linesAfter(0)]).toMatchObject([
      200,
      [{ author: "token", text: expect.stringContaining("names-key") }],
    ]);
  });

  it("[JC7] leaves one before a restore begins", async () => {
    const http = await openHttp();
    const { backups } = http.deps.backups;
    const made = await backups.make("manual");
    if (!made.ok) throw new Error(made.detail);
    const { id, totals } = made.value;
    const body = { confirm: totals.outline.clock };
    const answer = await http.ask("POST", `/api/v1/backups/${id}/restore`, { token: TOKEN, body });
    const lines = journalOf(http).linesAfter(0);
    await http.deps.backups.settled();
    expect([answer.status, lines]).toMatchObject([
      202,
      [{ author: "token", text: expect.stringContaining(id) }],
    ]);
  });
});
