import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { SecurityEvent } from "../../../server/src/access/security-log/lines.ts";
import {
  SECURITY_FOLDER,
  type SecurityLog,
  startSecurityLog,
} from "../../../server/src/access/security-log/security-log.ts";
import { turnedAway } from "../../../server/src/access/security-log/turned-away.ts";

const START = Date.parse("2026-11-23T08:00:00Z");
const DAY = 86_400_000;
const TODAY = "2026-11-23";
const WRONG: SecurityEvent = {
  ...{ code: "sign-in-wrong", who: "anonymous", from: "192.168.1.9" },
  ...{ what: "POST /api/v1/sessions", about: "ana" },
};

interface Opened {
  readonly log: SecurityLog;
  readonly folder: string;
  setNow(at: number): void;
  /** A new start on the same folder, after all was closed. */
  restart(): Promise<SecurityLog>;
}

async function openLog(): Promise<Opened> {
  const data = mkdtempSync(join(tmpdir(), "trame-security-"));
  let clock = START;
  const started: SecurityLog[] = [];
  const start = async (): Promise<SecurityLog> => {
    const onError = (error: unknown): void => {
      throw error;
    };
    const log = await startSecurityLog(data, { now: () => clock, onError });
    started.push(log);
    return log;
  };
  onTestFinished(async () => {
    for (const log of started) await log.close();
    rmSync(data, { recursive: true });
  });
  const log = await start();
  return {
    log,
    folder: join(data, SECURITY_FOLDER),
    setNow(at) {
      clock = at;
    },
    async restart() {
      await log.close();
      return start();
    },
  };
}

/** Strangers from so many addresses. */
function flood(log: SecurityLog, from: number, to: number): void {
  for (let n = from; n < to; n++) log.note({ ...WRONG, about: null, from: `10.0.${n >> 8}.${n}` });
}

describe("the security log", () => {
  it("[AC19] counts what happens again instead of repeating it, and goes on over a new start", async () => {
    const { log, folder, setNow, restart } = await openLog();
    log.note(WRONG);
    setNow(START + 60_000);
    for (let n = 0; n < 500; n++) log.note(WRONG);
    log.note({ ...WRONG, from: "192.168.1.10" });

    const next = await restart();
    setNow(START + 120_000);
    next.note(WRONG);

    const last = START + 120_000;
    expect(await next.read(TODAY)).toEqual([
      { ...WRONG, since: START, until: last, count: 502 },
      { ...WRONG, from: "192.168.1.10", since: START + 60_000, until: START + 60_000, count: 1 },
    ]);
    await next.settled();
    const text = readFileSync(join(folder, `${TODAY}.jsonl`), "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(2);
  });

  it("[AC19] has a new line on disk before anything is counted", async () => {
    const { log, folder } = await openLog();
    log.note(WRONG);
    await log.settled();
    const file = join(folder, `${TODAY}.jsonl`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject(WRONG);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("[AC19] a flood of strangers fills neither the disk nor the place of those who are known", async () => {
    const { log, folder } = await openLog();
    flood(log, 0, 20_000);
    log.note({ ...WRONG, who: "account:luc", code: "not-allowed" });
    await log.settled();

    const lines = await log.read(TODAY);

    expect(lines).toHaveLength(702);
    expect(lines.find(({ code }) => code === "beyond")).toMatchObject({ count: 19_300 });
    expect(lines.filter(({ who }) => who === "account:luc")).toHaveLength(1);
    expect(statSync(join(folder, `${TODAY}.jsonl`)).size).toBeLessThan(200_000);
  });

  it("[AC19] control: as many as there is room for are all told", async () => {
    const { log } = await openLog();
    flood(log, 0, 700);
    const lines = await log.read(TODAY);
    expect([lines.length, lines.some(({ code }) => code === "beyond")]).toEqual([700, false]);
  });

  it("[AC19] keeps a day for 180 days and no longer", async () => {
    const { log, folder, setNow } = await openLog();
    log.note(WRONG);
    await log.settled();
    setNow(START + 180 * DAY);
    await log.purge();
    expect(readdirSync(folder)).toEqual([`${TODAY}.jsonl`]);

    setNow(START + 181 * DAY);
    await log.purge();

    expect([readdirSync(folder), await log.days()]).toEqual([[], []]);
  });

  it("[AC19] begins another file with another day, and reads both", async () => {
    const { log, setNow } = await openLog();
    log.note(WRONG);
    log.note(WRONG);
    setNow(START + DAY);
    log.note(WRONG);
    await log.settled();
    expect(await log.days()).toEqual(["2026-11-24", TODAY]);
    expect(await log.read(TODAY)).toEqual([{ ...WRONG, since: START, until: START, count: 2 }]);
  });

  it("[AC19] leaves out half a line that a power cut left", async () => {
    const { log, folder, restart } = await openLog();
    log.note(WRONG);
    await log.settled();
    const file = join(folder, `${TODAY}.jsonl`);
    writeFileSync(file, `${readFileSync(file, "utf8")}{"code":"sign-in-wr`);
    expect(await (await restart()).read(TODAY)).toEqual([
      { ...WRONG, since: START, until: START, count: 1 },
    ]);
  });
});

describe("a counter that was turned away", () => {
  it("[AC19] is told by the plan's name, and by none where it made one up", () => {
    const away = { remote: "10.0.0.66", refused: "wrong-secret" } as const;
    const told = { code: "wrong-secret", from: "10.0.0.66", what: null, about: null };
    expect([
      turnedAway({ ...away, deviceId: "esp-01" }),
      turnedAway({ ...away, deviceId: null }),
    ]).toEqual([
      { ...told, who: "device:esp-01" },
      { ...told, who: null },
    ]);
  });
});
