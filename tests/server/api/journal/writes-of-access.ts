/** A request for each route that writes who may do what, about people's data, and of backups. */
import { readFileSync } from "node:fs";
import { totpAt } from "../../../../server/src/access/totp.ts";
import { startCounter } from "../support/workshop.ts";
import { type Examples, LUC, PASSWORD, type World } from "./writes-world.ts";

const OTHER = "cinq aiguilles sous la neige";
const HALF_MINUTE_MS = 30_000;

function newAccount(world: World): Promise<string> {
  return world.addAccount(`Compte ${world.key()}`, "supervisor");
}

async function newKey(world: World): Promise<string> {
  const { apiKey } = await world.done<{ apiKey: { id: string } }>(
    "POST",
    "/api-keys",
    keyOf(world),
  );
  return apiKey.id;
}

const keyOf = (world: World) => ({
  ...{ name: `Tableur ${world.key()}`, permissions: ["reports.read"] },
  expiresAt: world.deps.now() + 86_400_000,
});

async function pairing(world: World): Promise<string> {
  const { code } = await world.done<{ code: string }>("POST", "/screens/pairings", {
    kind: "wall",
  });
  return code;
}

/** A jump that is withheld. */
async function suspect(world: World, boot: string): Promise<string> {
  const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00", boot);
  await world.record(sewn("2026-11-23T07:40:00+01:00", 30), sewn("2026-11-23T07:41:00+01:00", 500));
  const { devices } = await world.done<{ devices: { suspects: { id: string }[] }[] }>(
    "GET",
    "/devices",
  );
  return devices.flatMap(({ suspects }) => suspects).at(-1)?.id ?? "";
}

async function backup(world: World): Promise<string> {
  const { shelf } = world.deps.backups.backups;
  const [known] = shelf.records;
  if (known !== undefined) return known.id;
  const made = await world.deps.backups.backups.make("manual");
  if (!made.ok) throw new Error(made.detail);
  return made.value.id;
}

export const OF_ACCESS: Examples = {
  "POST /api/v1/accounts": () => ({
    url: "/accounts",
    body: { name: "Dominique", password: PASSWORD, role: "supervisor" },
  }),
  "PATCH /api/v1/accounts/:id": async (world) => ({
    url: `/accounts/${await newAccount(world)}`,
    body: { role: "manager" },
  }),
  "DELETE /api/v1/accounts/:id": async (world) => ({ url: `/accounts/${await newAccount(world)}` }),
  "DELETE /api/v1/accounts/:id/totp": async (world) => {
    const id = await newAccount(world);
    await withPhone(world, await world.signIn((await nameOf(world, id)) ?? "", PASSWORD));
    return { url: `/accounts/${id}/totp` };
  },
  "POST /api/v1/api-keys": (world) => ({ url: "/api-keys", body: keyOf(world) }),
  "DELETE /api/v1/api-keys/:id": async (world) => ({ url: `/api-keys/${await newKey(world)}` }),
  "POST /api/v1/sessions": () => ({
    url: "/sessions",
    headers: { cookie: "" },
    body: { name: "Camille", password: PASSWORD },
  }),
  "DELETE /api/v1/sessions/current": async (world) => ({
    url: "/sessions/current",
    headers: await world.signIn("Camille", PASSWORD),
  }),
  "DELETE /api/v1/sessions/:id": async (world) => {
    await world.signIn("Camille", PASSWORD);
    const session = world.deps.access.sessions.all().at(-1);
    return { url: `/sessions/${session?.id}` };
  },
  "POST /api/v1/accounts/me/totp": async (world) => ({
    url: "/accounts/me/totp",
    body: { code: await offered(world, world.session) },
  }),
  "DELETE /api/v1/accounts/me/totp": () => ({
    url: "/accounts/me/totp",
    body: { password: PASSWORD },
  }),
  "POST /api/v1/screens/pairings/:code/accept": async (world) => ({
    url: `/screens/pairings/${await pairing(world)}/accept`,
    body: { name: "Mur" },
  }),
  "DELETE /api/v1/screens/:id": async (world) => {
    const url = `/screens/pairings/${await pairing(world)}/accept`;
    const { id } = await world.done<{ id: string }>("POST", url, { name: "Mur du fond" });
    return { url: `/screens/${id}` };
  },
  "POST /api/v1/devices/:id/secret": () => ({ url: "/devices/esp-01/secret" }),
  "DELETE /api/v1/devices/:id/secret": () => ({ url: "/devices/esp-01/secret" }),
  "POST /api/v1/suspects/:id/accept": async (world) => ({
    url: `/suspects/${await suspect(world, "0000aaaa")}/accept`,
  }),
  "POST /api/v1/suspects/:id/reject": async (world) => ({
    url: `/suspects/${await suspect(world, "0000bbbb")}/reject`,
  }),
  "POST /api/v1/people/requests/:n/answer": async (world) => {
    const asked = { badge: LUC, pin: "4711", kind: "objection", about: "skills", words: null };
    await world.ask("POST", "/api/v1/stations/S01/own-requests", {
      ...{ token: world.stationKey, body: asked },
    });
    const { requests } = await world.done<{ requests: { n: number }[] }>("GET", "/people/requests");
    return {
      url: `/people/requests/${requests[0]?.n}/answer`,
      body: { answer: "done", words: null },
    };
  },
  "POST /api/v1/people/names/key/show": () => ({ url: "/people/names/key/show" }),
  "DELETE /api/v1/operators/:id": async (world) => {
    await world.done("POST", "/operators", { id: "parti", pseudonym: "Parti" });
    return { url: "/operators/parti?reason=left" };
  },
  "POST /api/v1/backups": () => ({ url: "/backups" }),
  "POST /api/v1/backups/:id/link": async (world) => ({
    url: `/backups/${await backup(world)}/link`,
  }),
  "POST /api/v1/backups/upload": async (world) => ({
    url: "/backups/upload",
    headers: { "content-type": "application/octet-stream" },
    body: readFileSync(world.deps.backups.backups.shelf.folder.packed(await backup(world))),
  }),
  "POST /api/v1/accounts/me/password": () => ({
    url: "/accounts/me/password",
    body: { old: PASSWORD, new: OTHER },
  }),
};

async function nameOf(world: World, id: string): Promise<string | undefined> {
  const { accounts } = await world.done<{ accounts: { id: string; name: string }[] }>(
    "GET",
    "/accounts",
  );
  return accounts.find((account) => account.id === id)?.name;
}

/** A code of the phone that was just offered a secret. */
async function offered(world: World, headers: Record<string, string>): Promise<string> {
  const answer = await world.ask("POST", "/api/v1/accounts/me/totp", {
    ...{ headers, body: { password: PASSWORD } },
  });
  const { secret } = answer.json as { secret: string };
  return totpAt(secret, Math.floor(world.deps.now() / HALF_MINUTE_MS));
}

async function withPhone(world: World, headers: Record<string, string>): Promise<void> {
  const code = await offered(world, headers);
  await world.ask("POST", "/api/v1/accounts/me/totp", { headers, body: { code } });
}
