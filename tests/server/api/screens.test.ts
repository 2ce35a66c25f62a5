import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openHttp } from "./support/open-http.ts";

async function buildScreens(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-ui-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  await writeFile(join(folder, "assets", "main-4f2a.js"), "export {};");
  await writeFile(join(folder, "version.json"), '{"version":"4f2a"}');
  return folder;
}

describe("screens", () => {
  it("[A16] one page serves every screen and is asked for each time", async () => {
    const http = await openHttp(0, { uiFolder: await buildScreens() });

    for (const url of ["/", "/wall", "/wall/L1", "/wall/L1?lang=en"]) {
      expect(await http.get(url), url).toMatchObject({
        status: 200,
        text: "<!doctype html>",
        headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" },
      });
    }
    expect((await http.get("/version.json")).headers["cache-control"]).toBe("no-cache");
  });

  it("[A16] what bears a hash in its name is kept", async () => {
    const http = await openHttp(0, { uiFolder: await buildScreens() });

    expect((await http.get("/assets/main-4f2a.js")).headers).toMatchObject({
      "content-type": "application/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    });
  });

  it("[A16] a file that is not there is a 404, and nothing outside the folder is served", async () => {
    const http = await openHttp(0, { uiFolder: await buildScreens() });

    for (const url of [
      "/assets/other.js",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/..%2f..%2fetc%2fpasswd",
    ]) {
      expect(await http.get(url), url).toMatchObject({
        status: 404,
        json: { code: "route-unknown" },
      });
    }
  });

  it("[A16] without built screens it says how to build them", async () => {
    const http = await openHttp();

    expect(await http.get("/wall")).toMatchObject({
      status: 404,
      json: {
        code: "screens-missing",
        message: "Les écrans ne sont pas construits\u00a0: lancez «\u00a0npm run build\u00a0».",
      },
    });
  });

  it("[A16] a page may load from this server alone, and needs no certificate for it", async () => {
    const http = await openHttp(0, { uiFolder: await buildScreens() });

    for (const url of ["/wall", "/api/v1/board", "/nowhere"]) {
      const { headers } = await http.get(url);
      const policy = String(headers["content-security-policy"]).split("; ");
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).toContain("connect-src 'self' ws://localhost:80");
      expect(policy.join()).not.toContain("upgrade-insecure-requests");
      expect(policy.join()).not.toContain("https:");
      expect(headers).not.toHaveProperty("strict-transport-security");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  it("[A16] an address that can't be read is answered under a policy too, and is kept nowhere", async () => {
    const http = await openHttp();

    for (const url of ["/%ff", "/api/v1/orders/%", `/api/v1/orders/${"9".repeat(400)}`]) {
      const { status, headers } = await http.get(url);
      expect(status, url).toBe(404);
      expect(headers["content-security-policy"], url).toContain("default-src 'self'");
      expect(headers["x-content-type-options"], url).toBe("nosniff");
      expect(headers["cache-control"], url).toBe("no-store");
    }
  });
});
