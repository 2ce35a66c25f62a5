/** What lets people in, over a store in memory and without the rest of the server, so that a test of it takes milliseconds. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import type { Plan } from "@trame/shared";
import { onTestFinished } from "vitest";
import { createSetupCode } from "../../../../server/src/access/setup.ts";
import { type Access, startAccess } from "../../../../server/src/access/start-access.ts";
import { TOTP_KEY_FILE } from "../../../../server/src/access/totp-vault.ts";
import { nameAuthors } from "../../../../server/src/api/access/author-hook.ts";
import { createIdentify } from "../../../../server/src/api/access/identify.ts";
import { permitRoutes } from "../../../../server/src/api/access/permit.ts";
import type { RouteDeps } from "../../../../server/src/api/api.ts";
import { createBareApi } from "../../../../server/src/api/bare-api.ts";
import { routeAccess } from "../../../../server/src/api/routes/access/access.ts";
import { currentAuthor } from "../../../../server/src/author.ts";
import { openNameVault } from "../../../../server/src/people/name-vault.ts";
import { ACCESS_COMMANDS } from "../../../../server/src/store/access/access-commands.ts";
import { openWriter } from "../../../../server/src/store/database.ts";
import { serveFor } from "../../../../server/src/store/journal/served-author.ts";
import { createLedger, type Ledger } from "../../../../server/src/store/ledger.ts";
import type { Store } from "../../../../server/src/store/open-store.ts";
import { type Answer, type Ask, TOKEN } from "../support/open-http.ts";

export interface Door {
  readonly access: Access;
  readonly ledger: Ledger;
  /** As the store holds it, table by table. */
  readonly sqlite: ReturnType<typeof openWriter>;
  /** Of the key of the phones. */
  readonly folder: string;
  /** As it is printed. */
  readonly setupCode: string;
  readonly logged: readonly string[];
  setNow(at: number): void;
  ask(method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE", url: string, ask?: Ask): Promise<Answer>;
  /** The server is started again on the same store. */
  restart(cost?: { ln: number; r: number; p: number }): Promise<Access>;
}

export interface DoorOptions {
  readonly host?: string;
  readonly httpsPort?: number | null;
  readonly plan?: Plan;
}

/** A Monday morning. */
export const START = Date.parse("2026-11-23T08:00:00+01:00");
/** Passwords are kept at next to no cost: nobody guesses them here. */
const CHEAP = { ln: 4, r: 8, p: 1 };

export async function openDoor(options: DoorOptions = {}): Promise<Door> {
  const { host = "127.0.0.1", httpsPort = null, plan } = options;
  const sqlite = openWriter(":memory:");
  const ledger = createLedger(sqlite, START);
  if (plan !== undefined) ledger.putPlan({ from: START, plan, secrets: [] }, START);
  let clock = START;
  const now = (): number => clock;
  const store = storeOf(ledger);
  const onError = (error: unknown): void => {
    throw error;
  };
  const folder = mkdtempSync(join(tmpdir(), "trame-door-"));
  const start = (setupCode: ReturnType<typeof createSetupCode>, cost = CHEAP) => {
    const phones = openNameVault(folder, TOTP_KEY_FILE);
    return startAccess({
      ...{ store, now, adminToken: TOKEN, setupCode, phones, onError, elapsed: now, cost },
    });
  };
  const code = createSetupCode();
  const access = await start(code);
  const logged: string[] = [];
  const log = createLog(logged);
  const app = createBareApi({ log });
  const stations = { stationOf: () => Promise.resolve(null) };
  const { credentials } = access;
  permitRoutes(app, createIdentify({ adminToken: TOKEN, host, stations, credentials }));
  nameAuthors(app);
  const deps = { access, store, now, tls: { httpsPort } };
  routeAccess(app, deps as RouteDeps);
  onTestFinished(async () => {
    access.close();
    await app.close();
    sqlite.close();
    rmSync(folder, { recursive: true });
  });
  return {
    ...{ access, ledger, sqlite, folder, logged, setupCode: code.shown ?? "" },
    setNow(at) {
      clock = at;
    },
    async ask(method, url, { token, language, headers, body, from } = {}) {
      const response = await app.inject({
        ...{ method, url },
        ...(from !== undefined && { remoteAddress: from }),
        headers: {
          ...(typeof token === "string" && { authorization: `Bearer ${token}` }),
          ...(language !== undefined && { "accept-language": language }),
          ...headers,
        },
        ...(body !== undefined && { payload: body }),
      });
      const { statusCode: status, body: text, rawPayload: bytes } = response;
      return { status, headers: response.headers, text, bytes, json: parse(text) };
    },
    async restart(cost) {
      const next = await start(createSetupCode(), cost);
      next.close();
      return next;
    },
  };
}

/** As the writer's thread answers it: later, and in copies. */
function storeOf(ledger: Ledger): Store {
  const calls = [
    ...ACCESS_COMMANDS.map((name) => [name, ledger.access[name]]),
    ["plans", ledger.plans],
    ["noteChange", ledger.journal.noteChange],
  ];
  const later = calls.map(([name, call]) => [
    name,
    async (...args: unknown[]) => {
      const author = currentAuthor();
      await Promise.resolve();
      const answer = serveFor(author, () => (call as (...all: unknown[]) => unknown)(...args));
      return structuredClone(answer);
    },
  ]);
  return Object.fromEntries(later);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function createLog(lines: string[]): RouteDeps["log"] {
  const write = (...told: unknown[]): void => void lines.push(inspect(told, { depth: 8 }));
  const methods = { fatal: write, error: write, warn: write, info: write, debug: write };
  const log = { ...methods, trace: write, silent: write, level: "trace", child: () => log };
  return log;
}
