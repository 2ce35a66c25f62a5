import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BackupRecord } from "../backup/backup-record.ts";
import type { NotedHead } from "../store/journal/journal-fault.ts";

/** In the data folder; text that is only ever added to: `n count hash moment`, a line for each head. */
export const HEADS_FILE = "journal-heads";

const LINE = /^\d+ (?<count>\d+) (?<hash>[0-9a-f]{64}) (?<at>\S+)$/;

/** A head with the line that it is of. */
export interface Head extends NotedHead {
  readonly n: number;
}

/** Adds a head to the file of a data folder. */
export async function noteHead(folder: string, { n, count, hash, at }: Head): Promise<void> {
  const line = `${n} ${count} ${hash} ${new Date(at).toISOString()}\n`;
  await appendFile(join(folder, HEADS_FILE), line, { mode: 0o600 });
}

/** Heads of the file, the oldest first; a line that a crash cut off is none. */
export async function readNotedHeads(folder: string): Promise<NotedHead[]> {
  const text = await readFile(join(folder, HEADS_FILE), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => {
    const { count, hash, at } = LINE.exec(line)?.groups ?? {};
    if (count === undefined || hash === undefined || at === undefined) return [];
    return [{ count: Number(count), hash, at: Date.parse(at) }];
  });
}

/** Heads that backups hold; one from elsewhere is of another journal. */
export function headsOfBackups(
  records: readonly Pick<BackupRecord, "kind" | "at" | "totals">[],
): NotedHead[] {
  return records.flatMap(({ kind, at, totals: { journal } }) =>
    kind === "uploaded" || journal === undefined || journal === null ? [] : [{ ...journal, at }],
  );
}
