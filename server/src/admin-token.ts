import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "admin-token";
const BYTES = 24;

/**
 * The token that writing needs: kept in the data folder, drawn at the first start, readable by its owner alone ([R21]).
 * @param folder TRAME_DATA
 */
export function readAdminToken(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  const kept = readKept(file);
  if (kept !== null) {
    // A backup that was copied back, or a hand, may have opened it to everybody.
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    return kept;
  }
  const token = randomBytes(BYTES).toString("base64url");
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return token;
}

function readKept(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
