import {
  badgeToQr,
  EXPORT_KINDS,
  formatBadge,
  type LiveMessage,
  PRIVACY,
  type PrivacySetting,
} from "@trame/shared";
import { personal, personFieldsIn } from "@trame/shared/schemas";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";
import { type DescribedRoute, describedRoutes } from "./described.ts";

/** Whatever is found of it anywhere is found of a person. */
const PERSON = {
  id: "op-quetzal",
  pseudonym: "Quetzalcoatl",
  pictogram: "umbrella",
  badge: 41_377,
  skills: [{ operation: "Dentelle-de-Q", level: 4 }],
  pace: 0.8125,
};
/** What walls, whoever reads the floor, reports, exports and the journal may ask for. */
const PERSONLESS = [
  "board.read",
  "floor.read",
  "reports.read",
  "journal.read",
  "metrics.read",
  null,
];

interface Shown {
  readonly name: string;
  readonly text: string;
}

/** Everything about the person, and the assignment with which they act. */
function tellTale(assignmentId: string): RegExp {
  const values = [PERSON.id, PERSON.pseudonym, "Dentelle-de-Q", "0\\.8125", "41[ ,.]?377"];
  return new RegExp([...values, formatBadge(PERSON.badge), assignmentId].join("|"), "i");
}

/** Somebody works through a day as people do. */
async function work(mode: PrivacySetting["mode"]) {
  const floor = await openFloor({ bundleSize: 10 });
  const { send, act } = floor;
  await send("POST", "/operators", PERSON);
  if (mode !== "team") {
    const more = mode === "accompanied" ? ACCOMPANIED : {};
    const setting = { ...PRIVACY, mode, since: "2026-11-23", reason: "Accord du CSE", ...more };
    await floor.store.putSetting("privacy", JSON.stringify(setting), floor.deps.now());
  }
  await act("/badges", "S01", { badge: badgeToQr(PERSON.badge), direction: "in" });
  const { present } = await floor.tablet("S01");
  const assignmentId = present[0]?.assignmentId ?? "";
  const [code = ""] = floor.codes;
  await act("/scans", "S01", { code, assignmentId });
  floor.setNow("2026-11-23T08:40:00+01:00");
  await act("/calls", "S01", { call: "mechanic", assignmentId });
  const defects = [{ defect: "stain", pieces: 1 }];
  const done = { code, good: 9, rework: 1, second: 0, scrap: 0, defects, assignmentId };
  await act("/finishes", "S01", done);
  await act("/scans", "S03", { code: floor.codes[1] ?? "", assignmentId, offline: true });
  await floor.ask("PUT", "/api/v1/absences", {
    ...{ token: floor.deps.adminToken, body: { operatorId: PERSON.id, isAbsent: true } },
  });
  await floor.settled();
  return { floor, assignmentId };
}

const ACCOMPANIED = {
  consultation: { body: "CSE", date: "2026-11-02" },
  supervisorId: "chef-1",
} as const;

/** What the routes answer that need no person's permission, asked as generously as may be. */
async function readAll(floor: FloorHttp, routes: readonly DescribedRoute[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const { method, path, permission } of routes) {
    if (method !== "GET" || !PERSONLESS.includes(permission)) continue;
    for (const address of addressesOf(floor, path)) {
      const { text } = await floor.get(address, { token: floor.deps.adminToken });
      shown.push({ name: address, text });
    }
  }
  return shown;
}

function addressesOf({ orderId, codes }: FloorHttp, path: string): string[] {
  const id = path.startsWith("/api/v1/styles/") ? "POLO" : orderId;
  const named = path.replace("{id}", id).replace("{code}", codes[0] ?? "");
  const kinds = path.includes("/exports/{kind}") ? EXPORT_KINDS : ["orders"];
  const query = QUERIES[path] ?? "";
  return [...new Set(kinds.map((kind) => named.replace("{kind}", kind) + query))];
}

const QUERIES: Readonly<Record<string, string>> = {
  "/api/v1/reports/facts": "?figure=good",
  "/api/v1/exports/{kind}": "?format=csv",
};

/** What a wall is told when it opens, and as the day goes on. */
async function watchLive(floor: FloorHttp): Promise<Shown> {
  const told: LiveMessage[] = [];
  const end = await floor.deps.live.watch(0, (message) => told.push(message));
  await floor.act("/scans", "S02", { code: floor.codes[0] ?? "" });
  await floor.settled();
  end();
  return { name: "live", text: JSON.stringify(told) };
}

describe("what tells nothing of people", () => {
  it("[PD1] no route of a wall, of the floor, of reports, exports or the journal has a person's field", async () => {
    const floor = await openFloor();
    const routes = await describedRoutes(floor);
    const silent = routes.filter(({ permission }) => PERSONLESS.includes(permission));
    expect(silent.length).toBeGreaterThan(50);
    const telling = silent.filter(
      ({ personFields, look }) => personFields.length > 0 && look !== "own",
    );
    expect(telling.map(({ name, personFields }) => [name, personFields])).toEqual([]);
    const planted = { properties: { rows: { items: { properties: { who: personal({}) } } } } };
    expect(personFieldsIn({ 200: planted })).toEqual(["200.rows.items.who"]);
  });

  it.each(["team", "own", "accompanied"] as const)(
    "[PD1] nothing that they answer, and nothing live, names the person who worked (mode %s)",
    async (mode) => {
      const { floor, assignmentId } = await work(mode);
      expect(assignmentId).not.toBe("");
      const pattern = tellTale(assignmentId);
      const shown = [
        ...(await readAll(floor, await describedRoutes(floor))),
        await watchLive(floor),
      ];
      expect(shown.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
      // What does name people is found by the same pattern: it would be found above.
      const named = await Promise.all(
        ["/operators", "/presence", "/people/skills"].map((path) =>
          floor.get(`/api/v1${path}`, { token: floor.deps.adminToken }),
        ),
      );
      expect(named.map(({ text }) => pattern.test(text))).toEqual([true, true, true]);
    },
  );
});
