import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readAdminToken } from "../../server/src/admin-token.ts";

function openFolder(): { folder: string; file: string; rights(): number } {
  const folder = mkdtempSync(join(tmpdir(), "trame-token-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "admin-token");
  return { folder, file, rights: () => statSync(file).mode & 0o777 };
}

describe("the admin token", () => {
  it("[R21] is drawn once, for its owner alone", () => {
    const { folder, rights } = openFolder();
    const token = readAdminToken(folder);
    expect(token).toHaveLength(32);
    expect(rights()).toBe(0o600);
    expect(readAdminToken(folder)).toBe(token);
  });

  it("[R21] is closed again to others when a hand has opened it", () => {
    const { folder, file, rights } = openFolder();
    writeFileSync(file, "a-token-of-the-workshop\n");
    chmodSync(file, 0o644);
    expect(readAdminToken(folder)).toBe("a-token-of-the-workshop");
    expect(rights()).toBe(0o600);
  });

  it("[R21] keeps rights that are narrower than its own", () => {
    const { folder, file, rights } = openFolder();
    writeFileSync(file, "a-token-of-the-workshop\n");
    chmodSync(file, 0o400);
    readAdminToken(folder);
    expect(rights()).toBe(0o400);
  });
});
