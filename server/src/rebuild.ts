/* npm run rebuild: folds the whole log again, with the server stopped, and says whether the rows came out the same. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "./config.ts";
import { openWriter } from "./store/database.ts";
import { DATABASE_FILE } from "./store/database-file.ts";
import { FolderTaken, lockFolder } from "./store/folder-lock.ts";
import { createLedger } from "./store/ledger.ts";

try {
  process.exitCode = rebuildStore();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const isTaken = error instanceof FolderTaken;
  const sentence = isTaken
    ? "TRAME_DATA : arrêtez d'abord le serveur qui utilise ce dossier."
    : message;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function rebuildStore(): number {
  const folder = readConfig(process.env).data;
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) {
    process.stderr.write(`TRAME_DATA : aucune base de données à ${file}.\n`);
    return 1;
  }
  const lock = lockFolder(folder);
  const sqlite = openWriter(file);
  try {
    const { samples, before, after } = createLedger(sqlite, Date.now()).rebuild();
    const isSame = before === after;
    process.stdout.write(
      `${samples} mesures relues : ${isSame ? "les totaux sont les mêmes, octet pour octet" : "les totaux ont changé"} (${after}).\n`,
    );
    return isSame ? 0 : 2;
  } finally {
    sqlite.close();
    lock.release();
  }
}
