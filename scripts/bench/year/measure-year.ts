import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "@trame/shared";
import { idOf } from "../../../server/src/backup/backup-record.ts";
import { openReader } from "../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../server/src/store/database-file.ts";
import { readResidentMb } from "../process-figures.ts";
import { percentile } from "../statistics.ts";
import { drawToken, putPlan, startTrame, type TrameServer } from "../trame-server.ts";
import { ASKINGS, ask, daysAfter, keepAsking } from "./keep-asking.ts";
import { makeYear, openYear } from "./make-year.ts";
import { connectPaced } from "./paced-load.ts";
import { measureReads, type ReadCost } from "./read-costs.ts";
import { daysOf, type YearSize, yearPlan } from "./year-calendar.ts";

export interface YearMeasured {
  readonly size: YearSize;
  /** Samples on record, and how many of them are packed. */
  readonly samples: number;
  readonly thinned: number;
  readonly bytes: number;
  /** Null when the store was there already. */
  readonly madeInSeconds: number | null;
  readonly reads: readonly ReadCost[];
  readonly year: ServerFigure;
  readonly few: ServerFigure;
  readonly ingest: readonly IngestPair[];
}

/** A server over one of the stores. */
export interface ServerFigure {
  readonly startMs: number;
  readonly residentMb: number | null;
  readonly planMs: number;
  readonly boardP50Ms: number;
  readonly exportP50Ms: number;
}

/** From each message to its acknowledgement, ms: while nothing else is asked, and while reports are. */
export interface IngestPair {
  /** What was asked, and how often. */
  readonly asked: string;
  readonly quietMs: readonly number[];
  readonly reportingMs: readonly number[];
  /** Reports that were answered meanwhile. */
  readonly reports: number;
}

export interface YearMeasure {
  readonly size: YearSize;
  readonly rounds: number;
  /** Of each half of a pair, ms. */
  readonly ingestMs: number;
  /** Who asks takes no processor from what is measured; false where other work would keep it from asking. */
  readonly isAskedAside: boolean;
  /** Where the stores are kept from one run to the next; null: made anew, and deleted. */
  readonly folder: string | null;
}

const INGEST_PAIRS = 5;
/** The day before is there too: in the evening each station has the next one's work before it. */
const FEW_DAYS = 2;
const DAY_MS = 86_400_000;

/** Makes a store of a year and one of two days, and measures the same at both. */
export async function measureYear(options: YearMeasure): Promise<YearMeasured> {
  const { size, rounds, folder } = options;
  const root = folder ?? join(tmpdir(), `trame-year-${randomBytes(4).toString("hex")}`);
  try {
    const year = keepStore(join(root, "year"), size);
    const few = keepStore(join(root, "few"), { ...size, days: FEW_DAYS });
    const last = daysOf(size).at(-1);
    const day = Math.floor((last?.beganAt ?? 0) / DAY_MS);
    return {
      ...{ size, ...countSamples(year.file) },
      bytes: statSync(year.file).size,
      madeInSeconds: year.seconds,
      reads: measureReads({ year: year.file, few: few.file }, { day, rounds }),
      ...(await measureServers({ year: join(root, "year"), few: join(root, "few") }, options)),
    };
  } finally {
    if (folder === null) rmSync(root, { recursive: true, force: true });
  }
}

function keepStore(folder: string, size: YearSize): { file: string; seconds: number | null } {
  const file = join(folder, DATABASE_FILE);
  if (existsSync(file)) {
    openYear(file).close();
    return { file, seconds: null };
  }
  mkdirSync(folder, { recursive: true });
  const began = performance.now();
  const { sqlite } = makeYear(file, { size, now: Date.now() });
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  sqlite.close();
  return { file, seconds: (performance.now() - began) / 1_000 };
}

function countSamples(file: string): { samples: number; thinned: number } {
  const sqlite = openReader(file);
  const read = (query: string) => Number(sqlite.prepare(query).pluck().get());
  const thinned = read("SELECT coalesce(sum(samples), 0) FROM thinned");
  const samples = thinned + read("SELECT count(*) FROM samples");
  sqlite.close();
  return { samples, thinned };
}

async function measureServers(
  folders: { readonly year: string; readonly few: string },
  { size, rounds, ingestMs, isAskedAside }: YearMeasure,
): Promise<Pick<YearMeasured, "year" | "few" | "ingest">> {
  const secret = (): string => randomBytes(16).toString("hex");
  const { devices, ...rest } = yearPlan(size);
  const plan: Plan = {
    ...rest,
    devices: devices.map((device) => ({ ...device, secret: secret() })),
  };
  const identities = plan.devices.map(({ id, secret: own = "" }) => ({ id, secret: own }));
  const days = daysOf(size).map(({ date }) => date);
  const started: Started[] = [];
  try {
    for (const data of [folders.year, folders.few]) started.push(await start(data, plan));
    const [year, few] = started;
    if (year === undefined || few === undefined) throw new Error("no server");
    await askInTurn(started, { rounds, day: days.at(-1) ?? "" });
    const load = await connectPaced(year.server.mqttPort, identities);
    const ingest: IngestPair[] = [];
    let answered = 0;
    for (const asking of ASKINGS) {
      for (let round = 0; round < Math.min(rounds, INGEST_PAIRS); round++) {
        const quietMs = await load.measure(ingestMs);
        const { http, token } = year.server;
        const job = { server: { http, token }, days: daysAfter(days, answered), ...asking };
        const asker = await keepAsking(job, isAskedAside);
        const reportingMs = await load.measure(ingestMs);
        const reports = await asker.stop();
        answered += reports;
        ingest.push({ asked: asking.asked, quietMs, reportingMs, reports });
      }
    }
    load.close();
    return { year: figureOf(year), few: figureOf(few), ingest };
  } finally {
    for (const { server } of started) await server.close();
  }
}

interface Started extends Pick<ServerFigure, "startMs" | "residentMb" | "planMs"> {
  readonly server: TrameServer;
  readonly boardMs: number[];
  readonly exportMs: number[];
}

/** A backup of gigabytes would begin within a minute: what it costs is not what is measured here. */
function pretendBackup(data: string): void {
  const at = Date.now();
  const id = idOf("nightly", at);
  const record = {
    id,
    kind: "nightly",
    at,
    verifiedAt: at,
    sha256: "",
    totals: { outline: { clock: 0 } },
  };
  const folder = join(data, "backups");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(record));
  writeFileSync(join(folder, `${id}.db.zst`), "");
}

async function start(data: string, plan: Plan): Promise<Started> {
  const token = drawToken();
  pretendBackup(data);
  const began = performance.now();
  const server = await startTrame({ data, token });
  const ready = performance.now();
  await putPlan(server.http, { plan, token });
  const planMs = performance.now() - ready;
  const residentMb = readResidentMb(server.pid);
  return { server, startMs: ready - began, planMs, residentMb, boardMs: [], exportMs: [] };
}

function figureOf({ startMs, residentMb, planMs, boardMs, exportMs }: Started): ServerFigure {
  return {
    ...{ startMs, residentMb, planMs },
    boardP50Ms: percentile(boardMs, 50),
    exportP50Ms: percentile(exportMs, 50),
  };
}

/** Both servers are asked the same, one after the other. */
async function askInTurn(
  servers: readonly Started[],
  { rounds, day }: { rounds: number; day: string },
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const { server, boardMs, exportMs } of servers) {
      boardMs.push(await ask(server, "/board"));
      exportMs.push(await ask(server, `/exports/daily?day=${day}`));
    }
  }
}
