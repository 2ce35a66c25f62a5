import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { preact } from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

/** What the screens are made of: any change of it is a new version, and old pages reload themselves. */
const SOURCES = [
  "src",
  "service-worker",
  "index.html",
  "vite.config.ts",
  "../shared/src",
  "../package-lock.json",
];

function hashSources(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of listFiles(join(root, source))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex").slice(0, 16);
}

function listFiles(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch {
    return [path];
  }
}

/** The server reads from it which screens it ships. */
function versionFile(version: string): Plugin {
  return {
    name: "trame-version",
    generateBundle() {
      const source = `${JSON.stringify({ version })}\n`;
      this.emitFile({ type: "asset", fileName: "version.json", source });
    },
  };
}

/** At the root, since a service worker serves only what lies beside and under it; never with a hash, since browsers ask for it by name. */
function serviceWorkerFile(version: string): Plugin {
  return {
    name: "trame-service-worker",
    generateBundle: {
      // After Vite has taken out the chunks that held nothing but a style sheet: a worker that asks for one is never ready.
      order: "post",
      handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter((name) => name.startsWith("assets/"))
          .map((name) => `/${name}`)
          .toSorted();
        const source = readFileSync(join(root, "service-worker/service-worker.js"), "utf8")
          .replace("__VERSION__", version)
          .replace('"__FILES__"', JSON.stringify(JSON.stringify(files)));
        this.emitFile({ type: "asset", fileName: "service-worker.js", source });
      },
    },
  };
}

export default defineConfig(({ command }) => {
  // While it is developed a page takes any server's version for its own.
  const version = command === "build" ? hashSources() : "dev";
  return {
    root,
    plugins: [preact(), versionFile(version), serviceWorkerFile(version)],
    define: { __UI_VERSION__: JSON.stringify(version) },
    build: {
      target: ["chrome111", "safari16.4", "firefox115"],
      // Nothing inlined: a strict content security policy has no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    server: { proxy: { "/api": { target: "http://127.0.0.1:8080", ws: true } } },
  };
});
