import { randomBytes } from "node:crypto";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { openBackupFolder } from "./backup-folder.ts";
import type { Shelf } from "./shelf.ts";
import { readJson, writeWhole } from "./whole-file.ts";

/** Tells the stick from the empty folder that is left where it was plugged in. */
export const MARKER = "trame-sauvegardes.txt";
const ID_FILE = "store.json";
const ID = /^[0-9a-f]{12}$/;

/**
 * The folder of this store in a second one, which several servers may share: each copies, prunes and forgets in its own. What was
 * written beside the marker, before stores had folders of their own, comes in if it is this store's.
 * @throws when the second folder is not there, or bears no marker
 */
export async function ownFolderIn(second: string, shelf: Shelf): Promise<string> {
  await stat(join(second, MARKER));
  const own = join(second, `trame-${await readStoreId(shelf.folder.path)}`);
  const isThere = await stat(own).then(
    () => true,
    () => false,
  );
  if (isThere) return own;
  await mkdir(own, { mode: 0o700 });
  await writeFile(join(own, MARKER), `Sauvegardes Trame du serveur ${hostname()}.\n`);
  await moveIn(second, own, shelf);
  return own;
}

/** Beside the first folder's backups and not in the store, so that a restore leaves it as it is. */
async function readStoreId(first: string): Promise<string> {
  const file = join(first, ID_FILE);
  const { id } = Object(await readJson(file));
  if (typeof id === "string" && ID.test(id)) return id;
  const drawn = randomBytes(6).toString("hex");
  await writeWhole(file, JSON.stringify({ id: drawn }));
  return drawn;
}

async function moveIn(second: string, own: string, shelf: Shelf): Promise<void> {
  const [from, to] = [openBackupFolder(second), openBackupFolder(own)];
  for (const record of await from.read()) {
    if (shelf.find(record.id)?.sha256 !== record.sha256) continue;
    // The copy first: a record without one is no backup, and goes with the next tidying.
    await rename(from.packed(record.id), to.packed(record.id));
    await to.update(record);
    await from.drop(record.id);
  }
}
