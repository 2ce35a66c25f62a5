import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Ends the name of what is not whole yet; at the next start it goes. */
export const PART = ".part";

/** Writes a file that is either there whole, on disk, or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}${PART}`;
  const file = await open(part, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
  await syncFolder(path);
}

/** Gives a file that is on disk its name. */
export async function settle(part: string, path: string): Promise<void> {
  await rename(part, path);
  await syncFolder(path);
}

/** null when there is none. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && "code" in error && error.code === "ENOENT")
    ) {
      return null;
    }
    throw error;
  }
}

/** A rename is on disk when its folder is; not every system lets a folder be synced. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
