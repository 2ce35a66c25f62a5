import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../server/src/store/open-store.ts";
import { readFiles } from "../../../server/src/store/retention/read-files.ts";
import { createProofReader } from "../../../server/src/store/retention/start-proof.ts";

async function openFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "trame-proof-"));
  const store = await openStore(folder, Date.now());
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Whether another process can take what this one has locked. */
function canBeTaken(folder: string): Promise<boolean> {
  const take = `new (require("better-sqlite3"))(process.argv[1], { timeout: 0 }).exec("BEGIN EXCLUSIVE")`;
  return promisify(execFile)(process.execPath, ["-e", take, join(folder, "trame.lock")]).then(
    () => true,
    (error: { stderr: string }) => {
      if (error.stderr.includes("SQLITE_BUSY")) return false;
      throw error;
    },
  );
}

const traces = [new TextEncoder().encode("SQLite format 3")];

describe("what reads the files of a folder for a proof", () => {
  it("[S30] leaves the folder to its server, and finds what is in the database", async () => {
    const folder = await openFolder();
    const reader = createProofReader();
    onTestFinished(reader.close);
    const { found } = await reader.read({ folder, traces });
    expect(found.map(({ file }) => file)).toContain("trame.db");
    expect(await canBeTaken(folder)).toBe(false);
  });

  // Windows keeps locks by handle.
  it.skipIf(process.platform === "win32")(
    "[S30] control: read by the server itself, the folder is anybody's",
    async () => {
      const folder = await openFolder();
      await readFiles({ folder, traces });
      expect(await canBeTaken(folder)).toBe(true);
    },
  );

  it("[RT6] says why it could read nothing, and ends when it is told to", async () => {
    const reader = createProofReader();
    const nowhere = join(tmpdir(), "trame-no-such-folder");
    await expect(reader.read({ folder: nowhere, traces })).rejects.toThrow("ENOENT");
    const asked = reader.read({ folder: nowhere, traces });
    const ended = expect(asked).rejects.toThrow();
    await reader.close();
    await ended;
  });
});
