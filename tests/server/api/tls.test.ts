import { X509Certificate } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startCertificates } from "../../../server/src/tls/start-certificates.ts";
import { openHttp } from "./support/open-http.ts";

async function openAuthority() {
  const data = await mkdtemp(join(tmpdir(), "trame-ca-"));
  const tell = () => undefined;
  const certificates = await startCertificates({ data, names: [], now: Date.now, tell });
  onTestFinished(async () => {
    certificates.close();
    await rm(data, { recursive: true, force: true });
  });
  return certificates.authority;
}

describe("trusting the server", () => {
  it("[TL15] anybody reads the authority and its fingerprint, which are the same", async () => {
    const authority = await openAuthority();
    const tls = { httpsPort: 8_443, mqttsPort: 8_883, origin: "made" as const, authority };
    const http = await openHttp(undefined, { host: "0.0.0.0", tls });

    const told = await http.get("/api/v1/tls");
    const file = await http.get("/api/v1/tls/ca.crt");

    const { hex, words } = authority?.fingerprint ?? {};
    expect([told.status, told.json]).toEqual([
      200,
      { httpsPort: 8_443, mqttsPort: 8_883, origin: "made", fingerprint: { hex, words } },
    ]);
    expect(file.headers["content-type"]).toBe("application/x-x509-ca-cert");
    expect(new X509Certificate(file.bytes).fingerprint256).toBe(hex);
    expect(new X509Certificate(file.bytes).ca).toBe(true);
  });

  it("[TL15] with a certificate of its own, or without HTTPS, there is nothing to install", async () => {
    const http = await openHttp();
    expect(await http.get("/api/v1/tls/ca.crt")).toMatchObject({
      status: 404,
      json: { code: "authority-none" },
    });
    expect((await http.get("/api/v1/tls")).json).toMatchObject({ origin: null, fingerprint: null });
  });
});
