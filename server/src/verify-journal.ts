/* npm run verify-journal: reads the whole journal and says whether it is as it was written; it only reads, also while a server runs. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openBackupFolder } from "./backup/backup-folder.ts";
import { readConfig } from "./config.ts";
import { headsOfBackups, readNotedHeads } from "./journal/noted-heads.ts";
import { sentencesOf } from "./journal/verified-words.ts";
import { openReader } from "./store/database.ts";
import { DATABASE_FILE } from "./store/database-file.ts";
import { hasChain, verifyJournal } from "./store/journal/verify-journal.ts";

const BACKUPS_FOLDER = "backups";

try {
  process.exitCode = await verify();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function verify(): Promise<number> {
  const folder = readConfig(process.env).data;
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) {
    process.stderr.write(`TRAME_DATA : aucune base de données à ${file}.\n`);
    return 1;
  }
  const heads = [...(await readNotedHeads(folder)), ...(await headsInBackups(folder))];
  const sqlite = openReader(file);
  try {
    if (!hasChain(sqlite)) {
      process.stderr.write("Ce journal n'est pas encore scellé : démarrez le serveur une fois.\n");
      return 1;
    }
    const found = verifyJournal(sqlite, heads);
    for (const sentence of sentencesOf(found)) process.stdout.write(`${sentence}\n`);
    return found.faultCount === 0 && found.isSealed ? 0 : 1;
  } finally {
    sqlite.close();
  }
}

/** A folder of backups is made by whoever makes the first. */
async function headsInBackups(folder: string) {
  const path = join(folder, BACKUPS_FOLDER);
  return existsSync(path) ? headsOfBackups(await openBackupFolder(path).read()) : [];
}
