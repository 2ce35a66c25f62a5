import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "better-sqlite3";

const FOLDER = fileURLToPath(new URL("../../migrations", import.meta.url));
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/**
 * Brings the schema up to date: runs the migrations that this database has not seen, each in one transaction, in the
 * order of their numbers. `user_version` holds the last one.
 * @throws when the database comes from a later version of Trame
 */
export function migrate(sqlite: Database, folder = FOLDER): void {
  const migrations = migrationsIn(folder);
  const present = Number(sqlite.pragma("user_version", { simple: true }));
  const latest = migrations.at(-1)?.version ?? 0;
  if (present > latest) {
    throw new Error(`the database is of version ${present}, this program knows ${latest}`);
  }
  for (const { name, version } of migrations.filter((migration) => migration.version > present)) {
    const run = sqlite.transaction(() => {
      sqlite.exec(readFileSync(join(folder, name), "utf8"));
      sqlite.pragma(`user_version = ${version}`);
    });
    run.immediate();
  }
}

/** The version of the schema that this program makes. */
export function latestVersion(): number {
  return migrationsIn(FOLDER).at(-1)?.version ?? 0;
}

function migrationsIn(folder: string): { readonly name: string; readonly version: number }[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .toSorted()
    .map((name) => ({ name, version: Number(NAME.exec(name)?.[1]) }));
}
