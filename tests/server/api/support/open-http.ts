/** The HTTP side over a real store in a temporary folder, asked without a network, with a clock turned by hand. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { type HashedSecret, hashSecret, matchesSecret } from "@trame/broker";
import type { Plan } from "@trame/shared";
import { onTestFinished } from "vitest";
import { startSecurityLog } from "../../../../server/src/access/security-log/security-log.ts";
import { createSetupCode } from "../../../../server/src/access/setup.ts";
import { startAccess } from "../../../../server/src/access/start-access.ts";
import { TOTP_KEY_FILE } from "../../../../server/src/access/totp-vault.ts";
import type { Api } from "../../../../server/src/api/api.ts";
import { createHttp } from "../../../../server/src/api/create-http.ts";
import type { HttpDeps } from "../../../../server/src/api/deps.ts";
import { createBackupDesk } from "../../../../server/src/backup/backup-desk.ts";
import { startBalance } from "../../../../server/src/balance/start-balance.ts";
import { createDeviceDesk } from "../../../../server/src/devices/device-desk.ts";
import { startEvening } from "../../../../server/src/exports/evening/start-evening.ts";
import { startExports } from "../../../../server/src/exports/start-exports.ts";
import { startTables } from "../../../../server/src/imports/start-tables.ts";
import { startJournalWatch } from "../../../../server/src/journal/start-journal-watch.ts";
import { startLive } from "../../../../server/src/live/start-live.ts";
import { startPaper } from "../../../../server/src/paper/start-paper.ts";
import { openNameVault } from "../../../../server/src/people/name-vault.ts";
import { createRecorder } from "../../../../server/src/record.ts";
import type { PurgeDesk } from "../../../../server/src/retention/purge-desk.ts";
import { openPurges } from "../../../../server/src/retention/start-purges.ts";
import { createBackupJobs } from "../../../../server/src/store/backup/backup-jobs.ts";
import { INCOMING_FILE, swapIn } from "../../../../server/src/store/backup/swap.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import type { Entry } from "../../../../server/src/store/entries.ts";
import type { Store } from "../../../../server/src/store/open-store.ts";
import { openStoreHere } from "./store-here.ts";

type Injected = Awaited<ReturnType<Api["inject"]>>;

export const TOKEN = "the admin token of the tests".replaceAll(" ", "-");
export const UI_VERSION = "ui-1";
/** Passwords are kept at next to no cost: nobody guesses them here. */
const CHEAP = { ln: 4, r: 8, p: 1 };

export interface Ask {
  readonly token?: string | null;
  readonly language?: string;
  readonly headers?: Record<string, string>;
  readonly body?: object | string;
  /** Remote address; this machine's own when not given. */
  readonly from?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Injected["headers"];
  readonly text: string;
  readonly bytes: Buffer;
  /** null for what is no JSON. */
  readonly json: unknown;
}

export interface TestHttp {
  readonly store: Store;
  /** TRAME_DATA. */
  readonly folder: string;
  readonly purges: PurgeDesk;
  readonly deps: HttpDeps;
  /** As it is printed. */
  readonly setupCode: string;
  /** Log lines written so far. */
  readonly logged: readonly string[];
  setNow(at: number | string): void;
  ask(method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE", url: string, ask?: Ask): Promise<Answer>;
  get(url: string, ask?: Ask): Promise<Answer>;
  /** Records a plan through the interface. */
  putPlan(plan: Plan, from: string): Promise<void>;
  /** A device connects and says its status. */
  connect(deviceId: string, status: { firmware: string; rssi: number }): void;
  /** What the broker would ask for. */
  pairingCode(): HashedSecret | null;
  /** What a device said, as ingest would record it. */
  record(...entries: Entry[]): Promise<void>;
  /** Resolves when nothing waits to be folded again. */
  settled(): Promise<void>;
}

/** Opens it at a moment; it closes with the test. */
export async function openHttp(
  at: number | string = "2026-11-23T11:35:00+01:00",
  overrides: Partial<HttpDeps> = {},
): Promise<TestHttp> {
  let clock = msOf(at);
  const now = (): number => clock;
  const folder = await mkdtemp(join(tmpdir(), "trame-http-"));
  const store = await openStoreHere(folder, clock);
  const onError = (error: unknown): void => {
    throw error;
  };
  const live = startLive({ reader: store, now, uiVersion: UI_VERSION, onError });
  const desk = createDeviceDesk({
    store,
    secrets: { hash: hashSecret, matches: matchesSecret },
    now,
    onError,
  });
  const paper = startPaper();
  const tables = startTables();
  const balance = startBalance();
  const exports = startExports({ store, now });
  const evening = startEvening({ ...{ store, exports, now }, onFailing: () => undefined });
  const backups = await createBackupDesk({
    store: join(folder, DATABASE_FILE),
    folder: join(folder, "backups"),
    incoming: join(folder, INCOMING_FILE),
    jobs: createBackupJobs(),
    // Nothing here is opened again: tests that restore start the whole app.
    app: { stop: () => store.close(), start: () => Promise.resolve(true) },
    swapIn: (swap) => swapIn(folder, { ...swap, now: clock }),
    now,
    onError,
  });
  backups.attach(live.readBoard);
  const journal = startJournalWatch({
    ...{ folder, store, backups: backups.backups, now, onError },
  });
  const purges = openPurges(folder, { store, backups, now, onError });
  const setupCode = createSetupCode();
  const access = await startAccess({
    ...{ store, now, adminToken: TOKEN, setupCode, onError },
    ...{ phones: openNameVault(folder, TOTP_KEY_FILE), elapsed: now, cost: CHEAP },
  });
  const security = await startSecurityLog(folder, { now, onError });
  const logged: string[] = [];
  const deps: HttpDeps = {
    host: "127.0.0.1",
    port: 0,
    mqttPort: 1_883,
    store,
    recorder: createRecorder(store, { now }),
    failingSince: () => null,
    live,
    paper,
    tables,
    balance,
    exports,
    evening,
    backups,
    names: openNameVault(folder),
    journal,
    purges,
    now,
    adminToken: TOKEN,
    access,
    security,
    credentials: access.credentials,
    uiFolder: null,
    uiVersion: UI_VERSION,
    devices: {
      online: desk.online,
      status: desk.status,
      refresh: desk.refresh,
      connections: () => 0,
      hashSecret: desk.hashSecret,
      giveSecret: desk.giveSecret,
      revokeSecret: desk.revokeSecret,
      isPairingOn: desk.isPairingOn,
      setPairingCode: desk.setPairingCode,
    },
    hostNames: ["workshop.example"],
    tls: { httpsPort: null, mqttsPort: null, origin: null, authority: null },
    attachMqtt: (stream) => stream.destroy(),
    log: createLog(logged),
    ...overrides,
  };
  const app = await createHttp(deps);
  onTestFinished(async () => {
    await app.close();
    access.close();
    await security.close();
    await journal.close();
    await purges.close();
    await backups.close();
    await evening.close();
    await exports.close();
    await balance.close();
    await tables.close();
    await paper.close();
    desk.close();
    live.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask: TestHttp["ask"] = async (
    method,
    url,
    { token, language, headers, body, from } = {},
  ) => {
    const options = {
      method,
      url,
      ...(from !== undefined && { remoteAddress: from }),
      headers: {
        ...(typeof token === "string" && { authorization: `Bearer ${token}` }),
        ...(language !== undefined && { "accept-language": language }),
        ...(typeof body === "string" && { "content-type": "application/json" }),
        // What a browser adds to each request of our own pages.
        ...(headers?.["cookie"] !== undefined && { origin: "http://localhost" }),
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    };
    return answerOf(await app.inject(options));
  };
  return {
    store,
    folder,
    purges,
    deps,
    setupCode: setupCode.shown ?? "",
    logged,
    setNow(moment) {
      clock = msOf(moment);
    },
    ask,
    get: (url, options) => ask("GET", url, options),
    async putPlan(plan, from) {
      const url = `/api/v1/plan?from=${encodeURIComponent(from)}`;
      const answer = await ask("PUT", url, { token: TOKEN, body: plan });
      if (answer.status !== 200) throw new Error(answer.text);
    },
    connect(deviceId, said) {
      const status = { online: true, boot: null, ...said };
      desk.onPresence({ deviceId, online: true, status });
    },
    pairingCode: () => desk.pairingCode,
    async record(...entries) {
      await store.append(entries);
    },
    async settled() {
      while ((await store.readBoard(clock)).recomputing > 0);
    },
  };
}

function answerOf(response: Injected): Answer {
  const isJson = String(response.headers["content-type"]).startsWith("application/json");
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    bytes: response.rawPayload,
    json: isJson ? response.json() : null,
  };
}

/** Writes down all that it is told, deeper than a log line would show. */
function createLog(lines: string[]): HttpDeps["log"] {
  const write = (...told: unknown[]): void => void lines.push(inspect(told, { depth: 8 }));
  const methods = { fatal: write, error: write, warn: write, info: write, debug: write };
  const log = { ...methods, trace: write, silent: write, level: "trace", child: () => log };
  return log;
}

function msOf(at: number | string): number {
  return typeof at === "number" ? at : Date.parse(at);
}
