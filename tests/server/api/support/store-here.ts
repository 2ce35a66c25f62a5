import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import {
  openStore,
  type StartThread,
  type Store,
} from "../../../../server/src/store/open-store.ts";
import { serveReader } from "../../../../server/src/store/reader.ts";
import { serveWriter } from "../../../../server/src/store/writer.ts";

/**
 * An empty store whose threads are served on this one, with the same messages, cloned as between threads. Two true threads
 * take a third of a second of a processor to start; tests of whole paths have them.
 * @param folder TRAME_DATA, empty
 * @param startedAt UTC ms
 */
export function openStoreHere(folder: string, startedAt: number): Promise<Store> {
  template ??= emptyDatabase();
  writeFileSync(join(folder, DATABASE_FILE), template);
  return openStore(folder, startedAt, { start: serveHere });
}

const serveHere: StartThread = (name, data) => {
  const { port1, port2 } = new MessageChannel();
  if (name === "writer") serveWriter(port2, data);
  else serveReader(port2, data);
  return {
    postMessage: (message) => port1.postMessage(message),
    on: (event, listener) => port1.on(event === "exit" ? "close" : event, listener),
  };
};

/** Migrated once for all tests of this process. */
let template: Buffer | null = null;

function emptyDatabase(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "trame-empty-"));
  const file = join(folder, DATABASE_FILE);
  openWriter(file).close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}
