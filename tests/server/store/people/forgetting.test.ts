import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { openReader, openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { openStore } from "../../../../server/src/store/open-store.ts";
import { FORGET_EVERY_MS, forgetDaily } from "../../../../server/src/store/people/forget-daily.ts";
import { planOf } from "../../api/support/workshop.ts";

const DAY_MS = 86_400_000;
/** 08:00 in Paris. */
const MONDAY = Date.parse("2026-11-23T08:00:00+01:00");
const TABLES = ["postings", "sendings", "absences"];

/** Runs a server on a folder for a moment. */
async function run(
  folder: string,
  at: number,
  work: (store: Awaited<ReturnType<typeof openStore>>) => unknown,
) {
  const store = await openStore(folder, at);
  await work(store);
  await store.close();
}

function rowsIn(folder: string): number[] {
  const sqlite = openReader(join(folder, DATABASE_FILE));
  const counts = TABLES.map((table) =>
    Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
  );
  sqlite.close();
  return counts;
}

async function folderOfMonday(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-people-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await run(folder, MONDAY, async (store) => {
    await store.putPlan({ from: MONDAY - DAY_MS, plan: planOf(), secrets: [] }, MONDAY);
    await store.addOperator({ id: "luc", pseudonym: "Luc" }, MONDAY);
    await store.addOperator({ id: "noa", pseudonym: "Noa" }, MONDAY);
    await store.sendPerson({ operatorId: "luc", stationId: "S01" }, MONDAY);
    await store.setAbsence({ operatorId: "noa", day: null, isAbsent: true }, MONDAY);
  });
  const sqlite = openWriter(join(folder, DATABASE_FILE));
  const day = sqlite.prepare("SELECT day FROM sendings").pluck().get();
  sqlite.prepare("INSERT INTO postings VALUES ('L1', ?, 0, '{}')").run(day);
  sqlite.close();
  return folder;
}

describe("who was wanted where, and who was away", () => {
  it("[PS16] is kept for 31 days after its day, then deleted when the server starts", async () => {
    const folder = await folderOfMonday();

    await run(folder, MONDAY + 31 * DAY_MS, () => undefined);
    expect(rowsIn(folder)).toEqual([1, 1, 1]);
    await run(folder, MONDAY + 32 * DAY_MS, () => undefined);
    expect(rowsIn(folder)).toEqual([0, 0, 0]);
  });

  it("[PS16] is no fact of the log, and moves no figure of the day", async () => {
    const folder = await folderOfMonday();
    const sqlite = openReader(join(folder, DATABASE_FILE));

    const acts = sqlite.prepare("SELECT count(*) FROM acts").pluck().get();
    const facts = sqlite.prepare("SELECT group_concat(body) FROM facts").pluck().get();
    sqlite.close();

    expect(acts).toBe(0);
    expect(String(facts)).not.toMatch(/luc|noa/);
  });
});

describe("forgetting", () => {
  beforeEach(
    () => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }),
  );
  afterEach(() => void vi.useRealTimers());

  it("[PS16] is done at start and every day, until it is closed", () => {
    const asked: number[] = [];
    const { close } = forgetDaily((now) => asked.push(now), MONDAY);

    vi.advanceTimersByTime(2 * FORGET_EVERY_MS);
    close();
    vi.advanceTimersByTime(FORGET_EVERY_MS);

    expect(asked).toEqual([MONDAY, MONDAY + DAY_MS, MONDAY + 2 * DAY_MS]);
  });

  it("[PS16] that fails on one day is tried again on the next", () => {
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    let tries = 0;
    const { close } = forgetDaily(() => {
      tries += 1;
      throw new Error("disk full");
    }, MONDAY);

    vi.advanceTimersByTime(FORGET_EVERY_MS);
    close();

    expect(tries).toBe(2);
    expect(String(said.mock.calls[0]?.[0])).toContain("disk full");
    said.mockRestore();
  });
});
