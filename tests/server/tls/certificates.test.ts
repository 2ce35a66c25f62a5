import { X509Certificate } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Machine } from "../../../server/src/tls/own-names.ts";
import {
  type CertificatesOptions,
  startCertificates,
} from "../../../server/src/tls/start-certificates.ts";
import { makeOwnPair } from "./support/make-own-pair.ts";

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-11-22T16:00:00Z");
const MACHINE: Machine = {
  hostname: "Atelier-PC",
  addresses: ["127.0.0.1", "192.168.1.20", "8.8.8.8", "fd00::20", "2001:db8::1"],
};

async function openFolder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "trame-tls-"));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  return data;
}

/** Certificates of a workshop whose clock, machine and folder a test turns. */
async function open(data: string, overrides: Partial<CertificatesOptions> = {}) {
  const told: string[] = [];
  const certificates = await startCertificates({
    ...{ data, names: [], now: () => NOW, machine: () => MACHINE },
    tell: (sentence) => told.push(sentence),
    ...overrides,
  });
  onTestFinished(() => certificates.close());
  return { certificates, told };
}

/** What a device that trusts an authority says when it is shown a certificate under a name. */
async function shake(served: { key: string; cert: string }, name: string, ca: string) {
  const server = createServer(served, (socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as { port: number };
  const answer = await new Promise<string>((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, ca, servername: name }, () => resolve("ok"));
    socket.on("error", ({ message }) => resolve(message));
    socket.resume();
  });
  server.close();
  return answer;
}

describe("certificate made here", () => {
  it("[TL1] speaks for localhost, the machine's names and local addresses, for 397 days at most", async () => {
    const { certificates } = await open(await openFolder(), { names: ["trame.atelier.fr"] });
    const leaf = new X509Certificate(certificates.current.cert);

    expect(leaf.subjectAltName?.split(", ")).toEqual([
      "DNS:localhost",
      "DNS:atelier-pc",
      "DNS:atelier-pc.local",
      "DNS:trame.atelier.fr",
      "IP Address:127.0.0.1",
      "IP Address:0:0:0:0:0:0:0:1",
      "IP Address:192.168.1.20",
      "IP Address:FD00:0:0:0:0:0:0:20",
    ]);
    expect((leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / DAY_MS).toBe(397);
    expect(leaf.ca).toBe(false);
  });

  it("[TL1] is taken by whoever trusts the authority, under its own names and no other", async () => {
    const { certificates } = await open(await openFolder());
    const ca = certificates.authority?.pem ?? "";
    const { current } = certificates;

    expect(await shake(current, "localhost", ca)).toBe("ok");
    expect(await shake(current, "atelier-pc.local", ca)).toBe("ok");
    expect(await shake(current, "elsewhere.local", ca)).toMatch(/does not match certificate/);
    const another = await open(await openFolder());
    const foreign = another.certificates.authority?.pem ?? "";
    expect(await shake(current, "localhost", foreign)).toMatch(/self-signed certificate/);
  });

  it("[TL1] an authority that was stolen signs for nothing outside the workshop", async () => {
    const data = await openFolder();
    const { certificates } = await open(data);
    const ca = certificates.authority?.pem ?? "";
    const made = join(data, "tls", "made");
    const forge = (name: string) => makeOwnPair(data, { name, signer: join(made, "ca") });

    expect(await shake(forge("bank.example"), "bank.example", ca)).toBe(
      "permitted subtree violation",
    );
    expect(await shake(forge("tablet.local"), "tablet.local", ca)).toBe("ok");
  });

  it("[TL1] keys are readable by their owner alone", async () => {
    const data = await openFolder();
    await open(data);
    const made = join(data, "tls", "made");
    const modes = await Promise.all(
      (await readdir(made)).map(async (name) => (await stat(join(made, name))).mode & 0o077),
    );
    expect(modes).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("[TL1] outlives a start, and another workshop's is another", async () => {
    const [data, other] = [await openFolder(), await openFolder()];
    const first = (await open(data)).certificates;
    const second = (await open(data)).certificates;
    const elsewhere = (await open(other)).certificates;

    expect(second.current).toEqual(first.current);
    expect(elsewhere.authority?.fingerprint).not.toEqual(first.authority?.fingerprint);
    expect(first.authority?.fingerprint.words.split(" ")).toHaveLength(8);
  });

  it("[TL2] is made again 30 days before its end and when addresses change, under the same authority", async () => {
    let now = NOW;
    let machine = MACHINE;
    const { certificates } = await open(await openFolder(), {
      now: () => now,
      machine: () => machine,
    });
    const authority = certificates.authority?.pem;
    const changed: string[] = [];
    certificates.onChanged(({ cert }) => changed.push(cert));

    now = NOW + 365 * DAY_MS;
    await certificates.lookAgain();
    expect(changed).toEqual([]);
    now = NOW + 367 * DAY_MS;
    await certificates.lookAgain();
    expect(changed).toHaveLength(1);
    machine = { ...MACHINE, addresses: ["10.0.0.7"] };
    await certificates.lookAgain();

    expect(new X509Certificate(changed[1] ?? "").subjectAltName).toContain("10.0.0.7");
    expect(certificates.authority?.pem).toBe(authority);
  });

  it("[TL2] a name that the authority may not sign for is told, and the others are served", async () => {
    const data = await openFolder();
    await open(data);
    const { certificates, told } = await open(data, { names: ["trame.example.fr"] });

    expect(told).toEqual([expect.stringContaining("trame.example.fr")]);
    expect(new X509Certificate(certificates.current.cert).subjectAltName).not.toContain("example");
  });
});

describe("certificate of the workshop's own", () => {
  it("[TL2] is served as soon as it is put there, and so is what replaces it", async () => {
    const data = await openFolder();
    const { certificates, told } = await open(data);
    makeOwnPair(data, { name: "one.example.fr" });
    await certificates.lookAgain();
    expect(new X509Certificate(certificates.current.cert).subject).toBe("CN=one.example.fr");
    makeOwnPair(data, { name: "two.example.fr" });
    await certificates.lookAgain();

    expect(new X509Certificate(certificates.current.cert).subject).toBe("CN=two.example.fr");
    expect(certificates.authority).toBeNull();
    expect(told).toEqual([]);
  });

  it.each([
    ["no key", { file: "key.pem", text: null }, "les deux fichiers"],
    [
      "a certificate that is none",
      { file: "cert.pem", text: "x" },
      "cert.pem n'est pas un certificat",
    ],
    ["a key that is none", { file: "key.pem", text: "x" }, "key.pem n'est pas une clé"],
  ])(
    "[TL2] %s is told in one sentence, and the made one is served",
    async (_, { file, text }, said) => {
      const data = await openFolder();
      await open(data);
      makeOwnPair(data, { name: "one.example.fr" });
      const path = join(data, "tls", file);
      if (text === null) await rm(path);
      else await writeFile(path, text);
      const { certificates, told } = await open(data);

      expect(told).toEqual([expect.stringContaining(said)]);
      expect(certificates.current.origin).toBe("made");
    },
  );

  it("[TL2] one that has ended is told", async () => {
    const data = await openFolder();
    await open(data);
    makeOwnPair(data, { name: "one.example.fr", days: 1 });
    const { told } = await open(data, { now: () => Date.now() + 2 * DAY_MS });
    expect(told).toEqual([expect.stringContaining("n'est plus valable")]);
  });
});
