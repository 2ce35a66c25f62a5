/** A request for each route that writes what is done on the floor. */
import { PRIVACY } from "@trame/shared";
import { type Examples, LUC, type World } from "./writes-world.ts";

const OUTCOME = { good: 10, rework: 0, second: 0, scrap: 0 };
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A bundle that nobody has touched yet. */
function untouched(world: World): string {
  drawn += 1;
  return world.codes[drawn] ?? "";
}
let drawn = 0;

async function opened(world: World): Promise<string> {
  const code = untouched(world);
  await world.scan("S01", code);
  return code;
}

/** Key of a finish that can be corrected, undone, … */
async function finished(world: World): Promise<string> {
  const code = await opened(world);
  const key = world.key();
  await world.done("POST", "/finishes", world.head({ key, code, ...OUTCOME }));
  return key;
}

const nowhere = (world: World, fields: object) => {
  const { stationId: _, ...head } = world.head(fields) as { stationId?: string };
  return head;
};

export const AT_STATIONS: Examples = {
  "POST /api/v1/badges": (world) => ({
    url: "/badges",
    body: world.head({ badge: LUC, direction: "in" }),
  }),
  "POST /api/v1/scans": (world) => ({
    url: "/scans",
    token: world.stationKey,
    body: world.head({ code: untouched(world) }),
  }),
  "POST /api/v1/finishes": async (world) => ({
    url: "/finishes",
    body: world.head({ code: await opened(world), ...OUTCOME }),
  }),
  "POST /api/v1/splits": async (world) => ({
    url: "/splits",
    body: world.head({ code: await opened(world), pieces: 4 }),
  }),
  "POST /api/v1/joins": async (world) => {
    const codes = [await opened(world), await opened(world)];
    return { url: "/joins", body: world.head({ codes, offline: true }) };
  },
  "POST /api/v1/undos": async (world) => ({
    url: "/undos",
    body: world.head({ undoes: await finished(world) }),
  }),
  "POST /api/v1/corrections": (world) => ({
    url: "/corrections",
    body: world.head({ pieces: -1 }),
  }),
  "POST /api/v1/counts": (world) => ({
    url: "/counts",
    body: {
      ...{ key: world.key(), stationId: "S02", hour: world.deps.now() - 7_200_000 },
      ...{ pieces: 30, reason: "Panne de courant" },
    },
  }),
  "POST /api/v1/inspections": (world) => ({
    url: "/inspections",
    body: world.head({ stationId: "S04", good: 19, rework: 1, second: 0, scrap: 0 }),
  }),
  "POST /api/v1/photos": () => ({
    url: "/photos",
    headers: { "content-type": "image/png" },
    body: PNG,
  }),
  "POST /api/v1/stops": (world) => {
    const to = world.deps.now() - 60_000;
    const said = { scope: { stationId: "S01" }, from: to - 600_000, to, cause: "thread" };
    return { url: "/stops", body: nowhere(world, said) };
  },
  "POST /api/v1/calls": (world) => ({ url: "/calls", body: world.head({ call: "mechanic" }) }),
  "POST /api/v1/calls/:key/take": async (world) => ({
    url: `/calls/${await called(world, "S02")}/take`,
    body: nowhere(world, {}),
  }),
  "POST /api/v1/calls/:key/resolve": async (world) => ({
    url: `/calls/${await called(world, "S03")}/resolve`,
    body: nowhere(world, {}),
  }),
  "POST /api/v1/machines/:stationId/upkeep": (world) => ({
    url: "/machines/S01/upkeep",
    body: world.head({ upkeep: "needle" }),
  }),
  "POST /api/v1/messages": (world) => ({
    url: "/messages",
    body: nowhere(world, { lineId: null, text: "Livraison à 16 h" }),
  }),
  "PUT /api/v1/targets": (world) => ({
    url: "/targets",
    body: nowhere(world, { lineId: "L1", day: "2026-11-23", pieces: 800 }),
  }),
  "POST /api/v1/dispatches": (world) => ({
    url: "/dispatches",
    body: nowhere(world, { slipId: "BL-1", partner: "Atelier Dole", codes: [untouched(world)] }),
  }),
  "POST /api/v1/returns": async (world) => {
    const code = untouched(world);
    const slip = { slipId: "BL-2", partner: "Atelier Dole", codes: [code] };
    await world.done("POST", "/dispatches", nowhere(world, slip));
    return { url: "/returns", body: nowhere(world, { slipId: "BL-2", code, ...OUTCOME }) };
  },
  "POST /api/v1/settlements": async (world) => {
    const key = world.key();
    await world.scan("S01", "no code at all", { key, offline: true });
    const words = { choice: "drop", reason: "Ticket d’un autre atelier" };
    return { url: "/settlements", body: { key: world.key(), settles: key, ...words } };
  },
  "POST /api/v1/amendments": async (world) => ({
    url: "/amendments",
    body: {
      ...{ key: world.key(), amends: await finished(world), reason: "Recompté" },
      outcome: { ...OUTCOME, good: 9, scrap: 1 },
    },
  }),
  "POST /api/v1/stations/:id/own-requests": (world) => ({
    url: "/stations/S01/own-requests",
    token: world.stationKey,
    body: { badge: LUC, kind: "correction", about: "skills", words: "Je sais surjeter" },
  }),
  "POST /api/v1/stations/:id/own-pin": (world) => ({
    url: "/stations/S01/own-pin",
    token: world.stationKey,
    body: { badge: LUC, newPin: "4711" },
  }),
  "PUT /api/v1/settings/privacy": () => ({
    url: "/settings/privacy",
    body: { ...PRIVACY, mode: "own", since: "2026-11-23", reason: "Demandé par l’équipe" },
  }),
};

async function called(world: World, stationId: string): Promise<string> {
  const key = world.key();
  await world.done("POST", "/calls", world.head({ key, stationId, call: "mechanic" }));
  return key;
}
