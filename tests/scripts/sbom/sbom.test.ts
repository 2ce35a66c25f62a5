import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createSbom, type LockFile } from "../../../scripts/sbom/create-sbom.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const LOCK: LockFile = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
const SBOM = createSbom(LOCK);
const NAMES = new Set(SBOM.components.map(({ name }) => name));

/** Packages that files of a folder import, by name. */
function importedBy(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  const found = sources.flatMap((file) => {
    const text = readFileSync(join(ROOT, folder, file), "utf8");
    const imports = text.matchAll(/^(?:import|export) (?!type)[^;]*?from "([^".][^"]*)"/gm);
    return [...imports].map(([, name = ""]) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  });
  return [...new Set(found)].filter(
    (name) => !name.startsWith("node:") && !name.startsWith("@trame/"),
  );
}

describe("list of what Trame is made of", () => {
  it("[TL17] has every package that shipped code imports, at its locked version", () => {
    const imported = ["shared/src", "broker/src", "server/src", "floor-ui/src"].flatMap(importedBy);
    expect(imported.length).toBeGreaterThan(15);
    expect(imported.filter((name) => !NAMES.has(name))).toEqual([]);
    for (const { name, version, hashes } of SBOM.components) {
      const locked = Object.entries(LOCK.packages).filter(([path]) =>
        path.endsWith(`node_modules/${name}`),
      );
      expect(locked.map(([, entry]) => entry.version)).toContain(version);
      expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    }
  });

  it("[TL17] has what each of them needs in turn, and no tool of the tests", () => {
    const missing = SBOM.components.flatMap(({ name, version }) => {
      const entries = Object.entries(LOCK.packages).filter(
        ([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version,
      );
      const needed = entries.flatMap(([, entry]) => Object.keys(entry.dependencies ?? {}));
      return needed.filter((other) => !NAMES.has(other));
    });
    expect(missing).toEqual([]);
    for (const tool of ["vitest", "playwright-core", "@biomejs/biome", "typescript"]) {
      expect(NAMES.has(tool)).toBe(false);
    }
  });

  it("[TL17] control: a package that is taken from the lock file is missed", () => {
    const { "node_modules/aedes": _, ...packages } = LOCK.packages;
    const names = createSbom({ ...LOCK, packages }).components.map(({ name }) => name);
    expect(names).not.toContain("aedes");
    expect(NAMES.has("aedes")).toBe(true);
  });
});
