import { describe, expect, it } from "vitest";
import { checkImports } from "../../../scripts/checks/imports.ts";
import { plantTree } from "../support/tree.ts";

const messagesOf = (files: Record<string, string>) =>
  checkImports(plantTree(files)).map(({ file, line, message }) => `${file}:${line} ${message}`);

describe("the check of imports", () => {
  it("[R8] passes what the table allows", () => {
    expect(
      messagesOf({
        "server/src/app.ts": `import { startBroker } from "@trame/broker"; import "./api/routes.ts"; import "./live/live.ts";`,
        "server/src/api/routes.ts": `import { record } from "../record.ts"; import type { Rows } from "../store/rows.ts";`,
        "server/src/store/store.ts": `import Database from "better-sqlite3"; new URL("./writer.ts", import.meta.url); new URL("../../migrations", import.meta.url);`,
        "broker/src/index.ts": `import { Aedes } from "aedes"; import { topic } from "@trame/shared";`,
        "floor-ui/src/pages/wall.tsx": `import { Tile } from "../ui/tile.tsx"; import { t } from "../i18n/fr.ts"; export const Wall = () => <Tile />;`,
        "tests/server/app.test.ts": `import Database from "better-sqlite3"; import "../../server/src/app.ts";`,
      }),
    ).toEqual([]);
  });

  it.each([
    {
      what: "one side of the waist in the other",
      file: "server/src/api/a.ts",
      source: `import { x } from "../ingest/x.ts";`,
      message: "server/src/api may not import server/src/ingest/x.ts",
    },
    {
      what: "a value of the store",
      file: "server/src/ingest/a.ts",
      source: `import { type A, x } from "../store/x.ts";`,
      message: "server/src/ingest may not import more than types of server/src/store/x.ts",
    },
    {
      what: "a re-export",
      file: "server/src/live/a.ts",
      source: `export { x } from "../store/x.ts";`,
      message: "server/src/live may not import server/src/store/x.ts",
    },
    {
      what: "a dynamic import",
      file: "server/src/live/a.ts",
      source: `const x = await import("../store/x.ts");`,
      message: "server/src/live may not import server/src/store/x.ts",
    },
    {
      what: "an import type",
      file: "server/src/live/a.ts",
      source: `type X = import("../store/x.ts").X;`,
      message: "server/src/live may not import server/src/store/x.ts",
    },
    {
      what: "a worker's file",
      file: "server/src/live/a.ts",
      source: `new Worker(new URL("../store/writer.ts", import.meta.url));`,
      message: "server/src/live may not import server/src/store/writer.ts",
    },
    {
      what: "SQLite outside the store",
      file: "server/src/reports/a.ts",
      source: `import Database from "better-sqlite3";`,
      message: "only server/src/store names better-sqlite3",
    },
    {
      what: "a deep path of a library",
      file: "server/src/reports/a.ts",
      source: `import SqliteError from "better-sqlite3/lib/sqlite-error.js";`,
      message: "only server/src/store names better-sqlite3/lib/sqlite-error.js",
    },
    {
      what: "TypeBox where nothing is validated",
      file: "server/src/store/a.ts",
      source: `import { PlanSchema } from "@trame/shared/schemas";`,
      message: "only what validates names @trame/shared/schemas",
    },
    {
      what: "Aedes outside the broker",
      file: "server/src/ingest/a.ts",
      source: `import { Aedes } from "aedes";`,
      message: "only broker/src names aedes",
    },
    {
      what: "the server from elsewhere",
      file: "firmware-sim/src/a.ts",
      source: `import { createApp } from "@trame/server";`,
      message: "firmware-sim/src may not import @trame/server",
    },
    {
      what: "a deep path into a workspace",
      file: "server/src/app.ts",
      source: `import { x } from "@trame/shared/src/x.ts";`,
      message: "enters a workspace by a deep path: @trame/shared/src/x.ts",
    },
    {
      what: "a path into another workspace",
      file: "server/src/app.ts",
      source: `import { x } from "../../shared/src/x.ts";`,
      message: "leaves its workspace: ../../shared/src/x.ts",
    },
    {
      what: "data in a leaf component",
      file: "floor-ui/src/ui/a.tsx",
      source: `import { board } from "../data/board.ts"; export const A = () => <b>{board}</b>;`,
      message: "floor-ui/src/ui may not import floor-ui/src/data/board.ts",
    },
    {
      what: "Node in the browser",
      file: "floor-ui/src/data/a.ts",
      source: `import { join } from "node:path";`,
      message: "node:path is not there in a browser",
    },
    {
      what: "a folder of the server that the table forgot",
      file: "server/src/gadgets/a.ts",
      source: "",
      message: "this folder has no line in the table of scripts/checks/import-rules.ts",
    },
  ])("[R8] finds $what", ({ file, source, message }) => {
    expect(messagesOf({ [file]: source })).toEqual([`${file}:1 ${message}`]);
  });

  it("[R8] is not fooled by comments and strings", () => {
    const source = `// import "../store/x.ts"\nconst help = 'import "../store/x.ts"';\nconst quote = /["']/;`;
    expect(messagesOf({ "server/src/live/a.ts": source })).toEqual([]);
  });
});
