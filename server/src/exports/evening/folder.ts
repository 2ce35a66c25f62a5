import { mkdir, open, rename, rm } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import type { Blanks, ExportsCode } from "@trame/shared";

/** Why nothing can be written into a folder, as the catalogue of refusals tells it. */
export interface FolderFault {
  readonly code: ExportsCode;
  readonly blanks: Blanks;
}

const CODES: Readonly<Record<string, ExportsCode>> = {
  ENOENT: "export-folder-missing",
  ENOTDIR: "export-folder-missing",
  EHOSTDOWN: "export-folder-missing",
  EACCES: "export-folder-denied",
  EPERM: "export-folder-denied",
  EROFS: "export-folder-denied",
  ENOSPC: "export-folder-full",
  EDQUOT: "export-folder-full",
};
const PROBE = "trame-essai";

/** A file that is there whole, or not at all: who collects the folder's files never takes half of one ([EX14]). */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(folder);
  const part = join(folder, `.${name}.part`);
  try {
    const file = await open(part, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Tries to write into a folder; null when that works. */
export async function tryFolder(folder: string): Promise<FolderFault | null> {
  if (!isAbsolute(folder))
    return { code: "export-folder-relative", blanks: { example: exampleFolder(process.platform) } };
  try {
    await writeWhole(folder, PROBE, new Uint8Array());
    await rm(join(folder, PROBE));
    return null;
  } catch (error) {
    return folderFault(folder, error);
  }
}

/** A whole path as computers of this kind write it. */
export function exampleFolder(platform: NodeJS.Platform): string {
  return platform === "win32" ? "D:\\Exports" : "/srv/exports";
}

/** What an error of the file system says about a folder. */
export function folderFault(folder: string, error: unknown): FolderFault {
  const reason = Object(error).code ?? String(error);
  return { code: CODES[reason] ?? "export-folder-failing", blanks: { folder, reason } };
}

/** Its last level only: where a network drive is not mounted, a folder of the same name must not be filled instead of it. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch((error: unknown) => {
    if (Object(error).code !== "EEXIST") throw error;
  });
}
