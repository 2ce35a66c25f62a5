/** A workshop in which every request that writes can be made once, by somebody who signed in. */
import { dirname, join } from "node:path";
import { type AccountRole, badgeToQr } from "@trame/shared";
import { SESSION_COOKIE } from "../../../../server/src/api/access/identify.ts";
import type { JournalWatch } from "../../../../server/src/journal/start-journal-watch.ts";
import { openReader } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { openPeople, type PeopleFloor } from "../supervision/people-http.ts";
import { type Answer, type Ask, type TestHttp, TOKEN } from "../support/open-http.ts";

/** A line as the store's file has it. */
export interface JournalLine {
  readonly n: number;
  readonly kind: string;
  readonly author: string | null;
  /** All else that it says. */
  readonly text: string;
}

export interface Journal {
  /** The last number of a line. */
  lastLine(): number;
  linesAfter(n: number): JournalLine[];
}

export interface World extends PeopleFloor {
  /** Of the administrator who asks. */
  readonly accountId: string;
  readonly session: Record<string, string>;
  /** Of S01. */
  readonly stationKey: string;
  /** Makes an account whose owner has chosen {@link PASSWORD}; answers its id. */
  addAccount(name: string, role: AccountRole): Promise<string>;
  /** What a browser holds when somebody has signed in. */
  signIn(name: string, password: string): Promise<Record<string, string>>;
  /** A key that no act had yet. */
  key(): string;
  /** What an act says besides what it is about. */
  head(fields?: object): object;
  /** Does something beforehand, with the admin token, and answers its JSON. */
  done<Json>(method: "POST" | "PUT" | "GET" | "DELETE", url: string, body?: object): Promise<Json>;
  readonly journal: Journal;
  /** The look of the night. */
  watchJournal(): Promise<void>;
}

export const PASSWORD = "drap de laine bleu nuit";
export const LUC = badgeToQr(413);

/** Opens it; it closes with the test. */
export async function openWorld(): Promise<World> {
  const floor = await openPeople({
    pieces: 200,
    bundleSize: 10,
    stations: {
      S01: { operation: "10", device: "esp-01" },
      S02: { operation: "20" },
      S03: { operation: "30" },
      S04: { operation: "40" },
    },
  });
  const { access } = floor.deps;
  const addAccount = async (name: string, role: AccountRole): Promise<string> => {
    const own = { name, role, password: PASSWORD, isGiven: false };
    const made = await access.accounts.add(own);
    if (!made.ok) throw new Error(JSON.stringify(made));
    return made.value.id;
  };
  const accountId = await addAccount("Camille", "administrator");
  const signIn = async (name: string, password: string): Promise<Record<string, string>> =>
    cookieOf(await floor.ask("POST", "/api/v1/sessions", { body: { name, password } }));
  const session = await signIn("Camille", PASSWORD);
  const { key: stationKey } = await floor.send<{ key: string }>("POST", "/stations/S01/key");
  let drawn = 0;
  const key = (): string => `example-${String(++drawn).padStart(4, "0")}`;
  return {
    ...floor,
    ...{ accountId, addAccount, session, signIn, stationKey, key },
    head: (fields = {}) => {
      const at = floor.deps.now();
      return { key: key(), stationId: "S01", at, sentAt: at, origin: "hand", ...fields };
    },
    async done(method, url, body) {
      const ask = { token: TOKEN, ...(body !== undefined && { body }) };
      const answer = await floor.ask(method, `/api/v1${url}`, ask);
      if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.text}`);
      return answer.json as never;
    },
    journal: journalOf(floor),
    watchJournal: () => (floor.deps.journal as JournalWatch).check(),
  };
}

function cookieOf({ status, headers, text }: Answer): Record<string, string> {
  const value = new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(String(headers["set-cookie"]))?.[1];
  if (status !== 201 || value === undefined) throw new Error(text);
  return { cookie: `${SESSION_COOKIE}=${value}` };
}

/** The journal in the file of a store that runs. */
export function journalOf({ deps }: Pick<TestHttp, "deps">): Journal {
  const file = join(dirname(deps.backups.backups.shelf.folder.path), DATABASE_FILE);
  const lines = `SELECT n, kind, author, body || answer AS text FROM acts
    UNION ALL SELECT n, kind, author, body FROM facts`;
  const all = (above: number): JournalLine[] => {
    const sqlite = openReader(file);
    try {
      const sql = `SELECT * FROM (${lines}) WHERE n > ? ORDER BY n`;
      return sqlite.prepare<[number], JournalLine>(sql).all(above);
    } finally {
      sqlite.close();
    }
  };
  return { linesAfter: all, lastLine: () => all(0).at(-1)?.n ?? 0 };
}

/** A request; asked by whoever signed in, unless it shows something itself. */
export interface Example extends Ask {
  /** Below `/api/v1`, with what its `:blanks` stand for. */
  readonly url: string;
}

/** Makes ready what a request needs, and says the request. */
export type Examples = Readonly<Record<string, (world: World) => Example | Promise<Example>>>;
