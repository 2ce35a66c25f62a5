import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { exampleFolder } from "../../../../server/src/exports/evening/folder.ts";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { planOf, startCounter } from "../support/workshop.ts";

const SETTING = "/api/v1/settings/evening-export";
const STATUS = "/api/v1/exports/evening";

interface Evening extends TestHttp {
  readonly folder: string;
  readonly sewn: ReturnType<typeof startCounter>["sewn"];
  put(over?: object): ReturnType<TestHttp["ask"]>;
  files(): Promise<string[]>;
}

/** Monday at 11:35, with an empty folder that nothing is written into yet. */
async function openEvening(): Promise<Evening> {
  const folder = await mkdtemp(join(tmpdir(), "trame-evening-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const http = await openHttp("2026-11-23T11:35:00+01:00");
  await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
  const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
  await http.record(sewn("2026-11-23T08:30:00+01:00", 31));
  // While something is counted again nothing is written.
  await http.settled();
  const setting = { enabled: true, folder, kinds: ["production"], formats: ["csv"], lang: "fr" };
  return {
    ...http,
    ...{ folder, sewn },
    async put(over) {
      const answer = await http.ask("PUT", SETTING, {
        token: TOKEN,
        body: { ...setting, ...over },
      });
      // What was set is looked at once, before the clock is turned.
      await http.deps.evening.check();
      return answer;
    },
    files: async () => (await readdir(folder)).toSorted(),
  };
}

describe("exports of the evening", () => {
  it("[EX14] are written ten minutes after the last shift, and the same as when somebody asks for them", async () => {
    const http = await openEvening();
    await http.put({ kinds: ["production", "stops"], formats: ["csv", "xlsx"] });

    http.setNow("2026-11-23T17:09:59+01:00");
    await http.deps.evening.check();
    const before = await http.files();
    http.setNow("2026-11-23T17:10:00+01:00");
    await http.deps.evening.check();

    expect(before).toEqual([]);
    expect(await http.files()).toEqual([
      "trame-production-2026-11-23.csv",
      "trame-production-2026-11-23.xlsx",
      "trame-stops-2026-11-23.csv",
      "trame-stops-2026-11-23.xlsx",
    ]);
    const asked = await http.get("/api/v1/exports/production?from=2026-11-23&format=csv");
    const written = await readFile(join(http.folder, "trame-production-2026-11-23.csv"));
    expect(written.equals(asked.bytes)).toBe(true);
    expect((await http.get(STATUS, { token: TOKEN })).json).toEqual({
      state: "ok",
      nextAt: null,
      last: { day: "2026-11-23", version: 1, writtenAt: Date.parse("2026-11-23T17:10:00+01:00") },
      failing: null,
    });
  });

  it("[EX14] are written once, and nothing is while they are off", async () => {
    const http = await openEvening();
    await http.put();
    http.setNow("2026-11-23T18:00:00+01:00");
    await http.deps.evening.check();
    await rm(join(http.folder, "trame-production-2026-11-23.csv"));

    await http.deps.evening.check();
    await http.put({ enabled: false });
    http.setNow("2026-11-24T18:00:00+01:00");
    await http.record(http.sewn("2026-11-24T09:00:00+01:00", 5));
    await http.deps.evening.check();

    expect(await http.files()).toEqual([]);
    expect((await http.get(STATUS, { token: TOKEN })).json).toMatchObject({
      state: "off",
      nextAt: null,
    });
  });

  it("[EX14] of days on which the server was off in the evening are written when it is back", async () => {
    const http = await openEvening();
    await http.put();

    http.setNow("2026-11-24T08:00:00+01:00");
    await http.deps.evening.check();

    expect(await http.files()).toEqual(["trame-production-2026-11-23.csv"]);
  });

  it("[EX15] a day that changed later lies beside its first version, once it is quiet", async () => {
    const http = await openEvening();
    await http.put();
    http.setNow("2026-11-23T18:00:00+01:00");
    await http.deps.evening.check();
    const first = await readFile(join(http.folder, "trame-production-2026-11-23.csv"));
    http.setNow("2026-11-24T09:00:00+01:00");
    await http.record({ ...http.sewn("2026-11-23T16:30:00+01:00", 9), received: http.deps.now() });
    await http.settled();

    http.setNow("2026-11-24T09:05:00+01:00");
    await http.deps.evening.check();
    const tooEarly = await http.files();
    http.setNow("2026-11-24T09:11:00+01:00");
    await http.deps.evening.check();

    expect(tooEarly).toEqual(["trame-production-2026-11-23.csv"]);
    expect(await http.files()).toEqual([
      "trame-production-2026-11-23-v2.csv",
      "trame-production-2026-11-23.csv",
    ]);
    const again = await readFile(join(http.folder, "trame-production-2026-11-23.csv"));
    expect(again.equals(first)).toBe(true);
  });

  it("[EX16] a folder that is gone is told in words, and filled once it is back", async () => {
    const http = await openEvening();
    const parent = join(http.folder, "nas");
    await http.put({ folder: parent });
    const there = await http.put({ folder: join(parent, "exports") });
    await rm(parent, { recursive: true });

    http.setNow("2026-11-23T17:10:00+01:00");
    await http.deps.evening.check();
    const failing = (await http.get(STATUS, { token: TOKEN, language: "fr" })).json;
    await http.put({ folder: parent });
    http.setNow("2026-11-23T17:11:00+01:00");
    await http.deps.evening.check();

    expect(there.status).toBe(200);
    expect(failing).toMatchObject({
      state: "failing",
      failing: {
        code: "export-folder-missing",
        message: expect.stringContaining("n’existe pas, ou le disque du réseau ne répond pas"),
        since: Date.parse("2026-11-23T17:10:00+01:00"),
      },
    });
    expect((await http.get(STATUS, { token: TOKEN })).json).toMatchObject({
      state: "ok",
      failing: null,
    });
    expect(await readdir(parent)).toEqual(["trame-production-2026-11-23.csv"]);
  });

  it("[EX16] a folder that nothing can be written into is refused when it is set", async () => {
    const http = await openEvening();

    const relative = await http.put({ folder: "exports" });
    const missing = await http.put({ folder: join(http.folder, "no", "such") });
    const off = await http.put({ folder: "exports", enabled: false });

    expect(relative).toMatchObject({
      status: 422,
      json: {
        code: "export-folder-relative",
        path: "/folder",
        message: expect.stringContaining(exampleFolder(process.platform)),
      },
    });
    expect(missing).toMatchObject({ status: 422, json: { code: "export-folder-missing" } });
    expect(off.status).toBe(200);
    expect(await http.files()).toEqual([]);
  });

  it("[EX16] a whole path is shown as computers of the server's kind write it", () => {
    const platforms = ["linux", "darwin", "win32"] as const;
    expect(platforms.map(exampleFolder)).toEqual(["/srv/exports", "/srv/exports", "D:\\Exports"]);
  });

  it.skipIf(process.getuid?.() === 0)(
    "[EX16] a folder without the right to write is refused",
    async () => {
      const http = await openEvening();
      await chmod(http.folder, 0o500);

      expect(await http.put()).toMatchObject({
        status: 422,
        json: { code: "export-folder-denied" },
      });
      await chmod(http.folder, 0o700);
    },
  );

  it("[EX14] are set by the admin alone", async () => {
    const http = await openEvening();

    const read = await http.get(SETTING, { token: TOKEN });

    expect(read.json).toEqual({
      ...{ enabled: false, folder: "", kinds: ["production"], formats: ["csv", "pdf"], lang: "fr" },
    });
    expect((await http.get(SETTING)).status).toBe(401);
    expect((await http.ask("PUT", SETTING, { body: {} })).status).toBe(401);
  });
});
