/** A request for each route that writes what is decided at a desk. */
import { planOf, stationOf } from "../support/workshop.ts";
import type { Examples, World } from "./writes-world.ts";

const MASK = { name: "Masque", sizes: ["M"], colours: [{ name: "Bleu", pattern: "rising" }] };
const KIT = {
  customer: "Ville de Dole",
  dueOn: "2026-12-18",
  state: "running",
  kit: { quantity: 10, packing: [] },
  styles: [{ styleId: "POLO", perKit: 1, quantities: [{ size: "M", colour: "Bleu", pieces: 10 }] }],
};
const CARTON = { pieces: [{ styleId: "POLO", size: "M", colour: "Bleu", pieces: 5 }] };

/** Two bundles are complete. */
async function sewn(world: World): Promise<void> {
  const codes = [world.codes[18] ?? "", world.codes[19] ?? ""];
  const { state } = await world.bundle(codes[0] ?? "");
  if (state.good > 0) return;
  for (const code of codes)
    for (const station of ["S01", "S02", "S03", "S04"]) await world.work(station, code, 10);
}

const AWAY = { operatorId: "noa", day: "2026-11-24", isAbsent: true };

export const AT_DESKS: Examples = {
  "PUT /api/v1/plan": () => ({
    url: `/plan?from=${encodeURIComponent("2026-11-24T00:00:00Z")}`,
    body: planOf({ lines: [{ id: "L1", name: "Ligne bleue", stations: [stationOf()] }] }),
  }),
  "PUT /api/v1/calendar": () => ({
    url: "/calendar",
    body: { shifts: [{ days: [1, 2, 3], from: "07:00", to: "17:00" }] },
  }),
  "PUT /api/v1/causes": () => ({
    url: "/causes",
    body: { causes: [{ code: "fil", class: "machine", label: { fr: "Fil", en: "Thread" } }] },
  }),
  "PUT /api/v1/settings/defects": () => ({
    url: "/settings/defects",
    body: { defects: [{ code: "trou", label: { fr: "Trou" } }] },
  }),
  "PUT /api/v1/settings/deduce-limit": () => ({
    url: "/settings/deduce-limit",
    body: { limit: 1 },
  }),
  "PUT /api/v1/settings/calls": () => ({
    url: "/settings/calls",
    body: { escalateAfterMinutes: 4, isHeard: true },
  }),
  "PUT /api/v1/settings/to-follow": () => ({
    url: "/settings/to-follow",
    body: { waitMinutes: 11, repairMinutes: 20, outsideDays: 3 },
  }),
  "PUT /api/v1/settings/quality": () => ({
    url: "/settings/quality",
    body: { mostDhu: 5, leastFirstPass: 0.9 },
  }),
  "PUT /api/v1/settings/screens": () => ({ url: "/settings/screens", body: { language: "en" } }),
  "PUT /api/v1/settings/upkeep": async (world) => {
    const limits = await world.done<object>("GET", "/settings/upkeep");
    const needle = { stitches: 2_400, hours: 8, days: 1 };
    return { url: "/settings/upkeep", body: { ...limits, needle } };
  },
  "PUT /api/v1/settings/evening-export": async (world) => {
    const { setting, ...rest } = await world.done<{ setting?: object }>(
      "GET",
      "/settings/evening-export",
    );
    return { url: "/settings/evening-export", body: { ...(setting ?? rest), lang: "en" } };
  },
  "PUT /api/v1/settings/pairing-code": () => ({
    url: "/settings/pairing-code",
    body: { code: "poste-du-fond" },
  }),
  "PUT /api/v1/settings/backups": (world) => ({
    url: "/settings/backups",
    body: { ...world.deps.backups.backups.settings, nightlyAt: "03:15" },
  }),
  "PUT /api/v1/styles/:id": () => ({ url: "/styles/MASQUE", body: MASK }),
  "POST /api/v1/orders": () => ({
    url: "/orders",
    body: {
      ...{ customer: "Ville de Lons", dueOn: "2026-12-20" },
      styles: [{ styleId: "POLO", quantities: [{ size: "M", colour: "Bleu", pieces: 10 }] }],
    },
  }),
  "PATCH /api/v1/orders/:id": ({ orderId }) => ({
    url: `/orders/${orderId}`,
    body: { customer: "Ville de Dole" },
  }),
  "POST /api/v1/orders/:id/cuttings": async (world) => {
    const order = await world.done<{ id: string }>("POST", "/orders", KIT);
    const lots = [{ size: "M", colour: "Bleu", shade: 1, pieces: 10 }];
    const body = { key: world.key(), styleId: "POLO", bundleSize: 10, lots };
    return { url: `/orders/${order.id}/cuttings`, body };
  },
  "POST /api/v1/orders/:id/packings": async (world) => {
    const order = await world.done<{ id: string }>("POST", "/orders", KIT);
    const lots = [{ size: "M", colour: "Bleu", shade: 1, pieces: 10 }];
    const cutting = { key: world.key(), styleId: "POLO", bundleSize: 10, lots };
    const cut = await world.done<{ bundles: { code: string }[] }>(
      "POST",
      `/orders/${order.id}/cuttings`,
      cutting,
    );
    for (const station of ["S01", "S02", "S03", "S04"])
      await world.work(station, cut.bundles[0]?.code ?? "", 10);
    return { url: `/orders/${order.id}/packings`, body: { key: world.key(), kits: 2 } };
  },
  "POST /api/v1/orders/:id/cartons": async (world) => {
    await sewn(world);
    return { url: `/orders/${world.orderId}/cartons`, body: { key: world.key(), ...CARTON } };
  },
  "POST /api/v1/orders/:id/cartons/:number/undo": async (world) => {
    await sewn(world);
    const url = `/orders/${world.orderId}/cartons`;
    const { number } = await world.done<{ number: number }>("POST", url, {
      ...{ key: world.key(), ...CARTON },
    });
    return { url: `${url}/${number}/undo` };
  },
  "POST /api/v1/bundles/:code/reprint": ({ codes }) => ({ url: `/bundles/${codes[17]}/reprint` }),
  "POST /api/v1/bundles/:code/void": ({ codes }) => ({ url: `/bundles/${codes[16]}/void` }),
  "POST /api/v1/imports/:kind": async (world) => ({
    url: "/imports/styles?commit=true",
    headers: { "content-type": "text/csv" },
    body: newRowOf((await world.get("/api/v1/imports/styles/example.csv")).text),
  }),
  "POST /api/v1/quarantine/:id/dismiss": async (world) => {
    const { id } = await setAside(world, 7);
    return { url: `/quarantine/${id}/dismiss` };
  },
  "POST /api/v1/quarantine/:id/release": async (world) => {
    const { id } = await setAside(world, 8);
    return { url: `/quarantine/${id}/release` };
  },
  "POST /api/v1/operators": () => ({
    url: "/operators",
    body: { id: "zoe", pseudonym: "Zoé", badge: 500 },
  }),
  "PUT /api/v1/operators/:id": () => ({
    url: "/operators/luc",
    body: {
      ...{ pseudonym: "Lucas", badge: 413 },
      skills: [
        { operation: "10", level: 2 },
        { operation: "20", level: 1 },
      ],
    },
  }),
  "POST /api/v1/operators/:id/badge": () => ({ url: "/operators/fleur/badge" }),
  "DELETE /api/v1/operators/:id/pin": async (world) => {
    await world.deps.access.pins.set({ operatorId: "noa", pin: null, terminal: "S01" }, "4711");
    return { url: "/operators/noa/pin" };
  },
  "PUT /api/v1/people/:id/name": () => ({
    url: "/people/luc/name",
    body: { civilName: "Lucien Delaunay" },
  }),
  "PUT /api/v1/people/skills": () => ({
    url: "/people/skills",
    body: { operatorId: "noa", operation: "20", level: 2 },
  }),
  "PUT /api/v1/postings": () => ({
    url: "/postings",
    body: { operatorId: "noa", stationId: "S04" },
  }),
  "PUT /api/v1/absences": () => ({ url: "/absences", body: AWAY }),
  "PUT /api/v1/balance/line": (world) => ({
    url: "/balance/line?line=L1",
    body: {
      orderId: world.orderId,
      people: [
        { operatorId: "luc", tasks: ["POLO/10", "POLO/20"] },
        { operatorId: "fleur", tasks: ["POLO/30"] },
        { operatorId: "noa", tasks: ["POLO/40"] },
      ],
    },
  }),
  "POST /api/v1/stations/:id/key": () => ({ url: "/stations/S03/key" }),
  "POST /api/v1/routings": () => ({
    url: "/routings",
    body: {
      ...{ styleId: "POLO", parts: [] },
      operations: [
        {
          ...{ code: "10", label: { fr: "Surjeter" }, machine: "Surjeteuse" },
          ...{ standardMinutes: 0.7, after: [], countedBy: "scan" },
        },
      ],
    },
  }),
};

/** The first style of the example is there already, otherwise. */
function newRowOf(csv: string): string {
  const [head = "", , row = ""] = csv.split(/\r?\n/);
  return `${head}\r\n${row}\r\n`;
}

async function setAside(world: World, seq: number): Promise<{ id: number }> {
  const payload = `{"boot":"9f2c01ab","samples":[{"seq":${seq},"up":${seq * 700},"pieces":3}]}`;
  await world.record({
    ...{ kind: "quarantine", deviceId: "esp-01", received: world.deps.now(), index: 2 },
    ...{ topic: "trame/v1/esp-01/counts", payload: Buffer.from(payload), fault: "up-fell" },
  });
  const { entries } = await world.done<{ entries: { id: number }[] }>("GET", "/quarantine");
  return entries[0] ?? { id: 0 };
}
