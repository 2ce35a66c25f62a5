import { zstdDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { planOf, startCounter } from "../support/workshop.ts";

const NOW = "2026-11-23T11:35:00+01:00";
const token = TOKEN;

interface Listed {
  readonly backups: readonly { readonly id: string; readonly clock: number }[];
}

/** A workshop with 108 pieces of today, and a verified backup of it. */
async function openBackedUp() {
  const http = await openHttp(NOW);
  await http.putPlan(planOf(), "2026-11-22T00:00:00+01:00");
  const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
  await http.record(sewn("2026-11-23T08:59:00+01:00", 108));
  const made = await http.deps.backups.backups.make("manual");
  if (!made.ok) throw new Error(made.detail);
  return { http, sewn, id: made.value.id, clock: made.value.totals.outline.clock };
}

const upload = (http: TestHttp, body: Buffer) =>
  http.ask("POST", "/api/v1/backups/upload", {
    token,
    headers: { "content-type": "application/octet-stream" },
    body,
  });

describe("backups over HTTP", () => {
  it("[BK14] are listed with what they hold, and health says how old the last one is", async () => {
    const { http, id, clock } = await openBackedUp();
    http.setNow("2026-11-23T13:35:00+01:00");
    const { json } = await http.get("/api/v1/backups", { token });
    const at = Date.parse(NOW);
    expect(json).toMatchObject({
      verifiedAt: at,
      doing: null,
      failing: null,
      second: null,
      restore: null,
      backups: [
        {
          ...{ id, kind: "manual", at, verifiedAt: at, damagedAt: null, clock },
          totals: { clock, pieces: 108, acts: 0, orders: 0, bundles: 0 },
        },
      ],
    });
    const health = await http.get("/api/v1/health");
    expect(health.json).toMatchObject({
      backup: { verifiedAt: at, ageSeconds: 7_200, failing: null },
    });
  });

  it("[BK13] say what would go and what would come, and ask for the clock that was compared", async () => {
    const { http, sewn, id, clock } = await openBackedUp();
    await http.record(sewn("2026-11-23T10:59:00+01:00", 121));
    await http.putPlan(
      planOf({ devices: [{ id: "esp-01" }, { id: "esp-02", secret: "0123456789abcdef0123" }] }),
      "2026-11-23T11:00:00+01:00",
    );
    const { json } = await http.get(`/api/v1/backups/${id}/compare`, { token });
    expect(json).toMatchObject({
      before: { pieces: 229, lastAt: Date.parse(NOW) },
      after: { pieces: 108, clock },
      days: [
        {
          day: "2026-11-23",
          before: { pieces: 229, acts: 0 },
          after: { pieces: 108, acts: 0 },
        },
      ],
      orders: { gone: [], back: [], changed: [] },
      plans: { gone: [Date.parse("2026-11-23T11:00:00+01:00")], back: [] },
      devices: ["esp-02"],
    });
    const url = `/api/v1/backups/${id}/restore`;
    const other = await http.ask("POST", url, { token, body: { confirm: clock - 1 } });
    expect(other).toMatchObject({
      status: 409,
      json: { code: "backup-changed", path: "/confirm" },
    });
    const none = await http.ask("POST", "/api/v1/backups/20200101T000000Z-manual/restore", {
      ...{ token, body: { confirm: clock } },
    });
    expect(none).toMatchObject({ status: 404, json: { code: "backup-unknown" } });
    expect(http.deps.backups.state).toBe(null);
  });

  it("[BK13] say what people changed since, and nothing of what they changed before", async () => {
    const http = await openHttp(NOW);
    await http.putPlan(planOf(), "2026-11-22T00:00:00+01:00");
    const { store } = http.deps;
    const change = (key: string, value: string) =>
      store.putSetting(key, value, Date.parse(NOW) + 1);
    await change("follow", "{}");
    const made = await http.deps.backups.backups.make("manual");
    if (!made.ok) throw new Error(made.detail);
    const url = `/api/v1/backups/${made.value.id}/compare`;
    const nothing = { settings: [], styles: [], routings: [], orders: [] };
    const none = { ...nothing, people: 0, cartons: 0, cartonsOpened: 0 };
    expect((await http.get(url, { token })).json).toMatchObject({ changed: none });
    await change("causes", "[]");
    await change("causes", "[1]");
    expect((await http.get(url, { token })).json).toMatchObject({
      changed: { ...none, settings: ["causes"] },
    });
  });

  it("[BK15] are saved by a link once, within a minute, or with the token", async () => {
    const { http, id } = await openBackedUp();
    const url = `/api/v1/backups/${id}/file`;
    const file = await http.get(url, { token });
    expect(file.headers["content-disposition"]).toBe(`attachment; filename="trame-${id}.db.zst"`);
    expect(zstdDecompressSync(file.bytes).subarray(0, 15).toString()).toBe("SQLite format 3");

    const link = async (): Promise<string> => {
      const made = await http.ask("POST", `/api/v1/backups/${id}/link`, { token });
      return (made.json as { link: string }).link;
    };
    const first = await link();
    expect((await http.get(first)).bytes.equals(file.bytes)).toBe(true);
    expect(await http.get(first)).toMatchObject({
      status: 403,
      json: { code: "backup-link-spent" },
    });
    const second = await link();
    http.setNow("2026-11-23T11:36:01+01:00");
    expect((await http.get(second)).status).toBe(403);
  });

  it("[BK15] need the token, whatever is done with them", async () => {
    const http = await openHttp(NOW);
    const asked = [
      ["GET", "/api/v1/backups"],
      ["POST", "/api/v1/backups"],
      ["POST", "/api/v1/backups/x/link"],
      ["GET", "/api/v1/backups/x/file"],
      ["GET", "/api/v1/backups/x/compare"],
      ["POST", "/api/v1/backups/x/restore"],
      ["POST", "/api/v1/backups/upload"],
      ["GET", "/api/v1/settings/backups"],
      ["PUT", "/api/v1/settings/backups"],
    ] as const;
    const answers = await Promise.all(asked.map(([method, url]) => http.ask(method, url)));
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 401));
  });

  it("[BK9] take no file that is none of ours, and keep nothing of it", async () => {
    const http = await openHttp(NOW);
    const taken = await upload(http, Buffer.from("a letter to the supplier"));
    expect(taken).toMatchObject({
      status: 422,
      json: {
        code: "backup-foreign",
        message:
          "Ce fichier n’est pas une sauvegarde de Trame\u00a0: choisissez un fichier qui finit par «\u00a0.db.zst\u00a0» ou par «\u00a0.db\u00a0».",
      },
    });
    const { json } = await http.get("/api/v1/backups", { token });
    expect((json as Listed).backups).toEqual([]);
  });

  it("[BK9] take a database as it is, and list it packed", async () => {
    const { http, id } = await openBackedUp();
    const { bytes } = await http.get(`/api/v1/backups/${id}/file`, { token });
    http.setNow("2026-11-23T12:00:00+01:00");
    const taken = await upload(http, zstdDecompressSync(bytes));
    expect(taken.status).toBe(201);
    expect((taken.json as Listed).backups.map((backup) => backup.id)).toEqual([
      "20261123T110000Z-uploaded",
      id,
    ]);
    // It is no backup of this store: the age stays that of the other.
    expect(taken.json).toMatchObject({ verifiedAt: Date.parse(NOW) });
  });

  it("[BK7] have their hour and their second folder set, with the fault at its field", async () => {
    const http = await openHttp(NOW);
    const put = (body: object) => http.ask("PUT", "/api/v1/settings/backups", { token, body });
    expect((await put({ nightlyAt: "03:15", folder: null })).status).toBe(200);
    const read = await http.get("/api/v1/settings/backups", { token });
    expect(read.json).toEqual({ nightlyAt: "03:15", folder: null });
    expect(await put({ nightlyAt: "03:15", folder: "stick" })).toMatchObject({
      ...{ status: 422, json: { code: "backup-folder-relative", path: "/folder" } },
    });
    expect((await put({ nightlyAt: "25:00", folder: null })).status).toBe(422);
  });
});
