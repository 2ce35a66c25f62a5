import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildScreens, SCREENS_FOLDER } from "./support/browser.ts";

const dist = process.env[SCREENS_FOLDER] ?? "";

function read(file: string): Promise<string> {
  return readFile(join(dist, file), "utf8");
}

async function scripts(): Promise<string[]> {
  const files = await readdir(dist, { recursive: true });
  return Promise.all(files.filter((file) => file.endsWith(".js")).map(read));
}

/** What a wall loads: the entry and what it imports, without what is asked for later. */
async function firstScripts(): Promise<string[]> {
  const html = await read("index.html");
  const waiting = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    ([, file]) => file!,
  );
  const texts = new Map<string, string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    const text = await read(file);
    texts.set(file, text);
    const imports = text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
    waiting.push(...[...imports].map(([, name]) => `assets/${name}`));
  }
  return [...texts.values()];
}

describe("build of the screens", () => {
  it("[W13] weighs less than 60 kB gzip of script on first load", async () => {
    const first = await firstScripts();
    const weight = first.reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(first.length).toBeLessThan((await scripts()).length);
    expect(weight).toBeLessThan(60_000);
    // A build that is nearly empty would also be light.
    expect(weight).toBeGreaterThan(15_000);
  });

  it("[W13] carries no TypeBox", async () => {
    const text = (await scripts()).join("\n");
    expect(text).not.toMatch(/~kind|TypeBox|typebox/);
  });

  it("[W37] calls nothing that came after the oldest browsers it is for", async () => {
    const young =
      /\bTemporal\.|\.groupBy\(|withResolvers|\.isSubsetOf\(|Iterator\.from|fromAsync|Promise\.try|\.(?:values|keys|entries)\(\)\.(?:map|filter|toArray)\(|DurationFormat/;
    const text = (await scripts()).join("\n");
    expect(young.exec(text)?.[0]).toBeUndefined();
    expect("Map.groupBy(rows,f)").toMatch(young);
    expect("m.values().map(f)").toMatch(young);
  });

  it("[W13] names no other origin and has no script or style inline", async () => {
    const html = await read("index.html");
    expect(html).not.toMatch(/https?:|<style|style=|<script(?![^>]*src=)/);
    const assets = await readdir(join(dist, "assets"));
    const styles = await Promise.all(
      assets.filter((file) => file.endsWith(".css")).map((file) => read(join("assets", file))),
    );
    expect(styles.join("")).not.toMatch(/https?:|data:|@import/);
  });

  it("[W13] has hashed assets, Latin fonts only", async () => {
    const assets = await readdir(join(dist, "assets"));
    expect(assets.filter((file) => !/-[\w-]{8}\.\w+$/.test(file))).toEqual([]);
    const fonts = assets.filter((file) => file.endsWith(".woff2"));
    expect(fonts.map((file) => file.replace(/-[\w-]{8}\.woff2$/, "")).sort()).toEqual([
      "atkinson-hyperlegible-next-latin-ext-wght-normal",
      "atkinson-hyperlegible-next-latin-wght-normal",
    ]);
  });

  it("[L56] names its version, knows it, and gives the same sources the same one", async () => {
    const { version } = JSON.parse(await read("version.json"));
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect((await scripts()).some((text) => text.includes(version))).toBe(true);
    const again = await buildScreens();
    const second = await readFile(join(again.dist, "version.json"), "utf8");
    await again.remove();
    expect(JSON.parse(second)).toEqual({ version });
  });
});
