import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import {
  installByHand,
  listenTo,
  lockOf,
  plantClone,
  readLog,
  startEntry,
} from "./support/clone.ts";
import { writeFiles } from "./support/tree.ts";

/** Says what it was given, and ends as it is told. */
const echo = `
  console.log(JSON.stringify(process.argv.slice(2)));
  process.exit(Number(process.env.ENDS_WITH ?? 0));
`;

/** Listens, says on which port, and notes each signal; it closes once it had one and its client lets it go. */
const server = `
  import { createServer } from "node:net";
  const sockets = new Set<import("node:net").Socket>();
  let reasons = 0;
  const closeForTwo = () => {
    if (++reasons !== 2) return;
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    // A turn later: what came before the client's word is heard before.
    socket.once("data", () => setImmediate(closeForTwo));
  });
  server.listen(0, "127.0.0.1", () => console.log(JSON.stringify(server.address())));
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, closeForTwo).on(signal, () => console.log(signal));
  }
`;

/** Preloaded: tells when the entry has dealt with a signal; what it passes on is on its way by then. */
const witness = `
  if (process.argv[1]?.endsWith("run.mjs")) {
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.on(signal, () => setImmediate(() => console.log("entry " + signal)));
    }
  }
`;

/** Installed, but without a Node for this machine. */
const withoutNode = { "node_modules/.package-lock.json": lockOf("1.0.0") };

const run = (root: string, ...args: string[]) => startEntry(root, { args }).ended;

describe("the entry: installing", () => {
  it("[R1] installs before it runs, and passes on what it was asked", async () => {
    const root = plantClone({ "server/src/rebuild.ts": echo });
    expect(await run(root, "rebuild", "--day", "2026-11-23")).toMatchObject({
      code: 0,
      stdout: `["--day","2026-11-23"]\n`,
      stderr: expect.stringMatching(/^Installation des composants[\s\S]*Installation terminée/),
    });
    expect(readLog(root, "npm")).toEqual([
      "ci --ignore-scripts --no-audit --no-fund --loglevel=error",
    ]);
  });

  it("[R1] runs nothing when the installation fails, and says what to do", async () => {
    const root = plantClone({ "server/src/rebuild.ts": echo });
    const { ended } = startEntry(root, { args: ["rebuild"], env: { NPM_FAILS: "1" } });
    expect(await ended).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/npm error network\nL'installation a échoué/),
    });
  });

  it("[R2] installs again when the lock file changed, and only then", async () => {
    const root = plantClone({ "server/src/rebuild.ts": echo });
    await run(root, "rebuild");
    expect(await run(root, "rebuild")).toMatchObject({ code: 0, stderr: "" });
    expect(readLog(root, "npm")).toHaveLength(1);
    writeFiles(root, { "package-lock.json": lockOf("2.0.0") });
    await run(root, "rebuild");
    expect(readLog(root, "npm")).toHaveLength(2);
  });

  it("[R2] accepts what somebody installed by hand", async () => {
    const root = plantClone({ "server/src/rebuild.ts": echo });
    installByHand(root);
    expect(await run(root, "rebuild")).toMatchObject({ code: 0, stderr: "" });
    expect(readLog(root, "npm")).toEqual([]);
  });

  it("[R2] installs and builds once when two commands are started at the same time", async () => {
    const root = plantClone({ "server/src/main.ts": echo });
    const ends = await Promise.all([run(root, "start"), run(root, "start")]);
    expect(ends.map(({ code, stdout }) => ({ code, stdout }))).toEqual([
      { code: 0, stdout: "[]\n" },
      { code: 0, stdout: "[]\n" },
    ]);
    expect([readLog(root, "npm"), readLog(root, "vite")]).toMatchObject([
      { length: 1 },
      { length: 1 },
    ]);
  });

  it("[R2] does not wait for a command that was killed while it installed", async () => {
    const root = plantClone({ "server/src/rebuild.ts": echo, [`.trame/turns/${2 ** 30}-a`]: "" });
    expect(await run(root, "rebuild")).toMatchObject({ code: 0 });
    expect(readLog(root, "npm")).toHaveLength(1);
  });

  it("[R7] uses the machine's own Node where none is shipped, if it is new enough", async () => {
    const root = plantClone({ "server/src/rebuild.ts": echo, ...withoutNode });
    const env = { npm_node_execpath: process.execPath };
    expect(await startEntry(root, { args: ["rebuild"], env }).ended).toMatchObject({
      code: 0,
      stdout: "[]\n",
      stderr: expect.stringMatching(/Trame ne fournit pas Node pour cette machine .* : le sien/),
    });
  });

  it("[R7] says what to install where no Node is shipped and the machine's own is too old", async () => {
    const oldNode = "#!/bin/sh\necho v20.1.0\n";
    const root = plantClone({ "server/src/rebuild.ts": echo, ...withoutNode });
    writeFileSync(join(root, "old-node"), oldNode, { mode: 0o755 });
    const env = { npm_node_execpath: join(root, "old-node") };
    expect(await startEntry(root, { args: ["rebuild"], env }).ended).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /Trame ne fournit pas Node 26 pour cette machine .* : installez/,
      ),
    });
  });
});

describe("the entry: the screens", () => {
  it("[R3] builds them before the first start and when a source changed, and only then", async () => {
    const root = plantClone({ "server/src/main.ts": echo });
    expect(await run(root, "start")).toMatchObject({ code: 0, stdout: "[]\n" });
    expect(await run(root, "start")).toMatchObject({ code: 0, stderr: "" });
    expect(readLog(root, "vite")).toEqual(["build"]);
    writeFiles(root, { "floor-ui/src/main.tsx": "export {};" });
    await run(root, "start");
    expect(readLog(root, "vite")).toHaveLength(2);
    writeFiles(root, { "shared/src/board.ts": "export {};" });
    await run(root, "start");
    expect(readLog(root, "vite")).toHaveLength(3);
    rmSync(join(root, "floor-ui/dist"), { recursive: true });
    await run(root, "start");
    expect(readLog(root, "vite")).toHaveLength(4);
  });

  it("[R3] starts nothing on screens that could not be built", async () => {
    const root = plantClone({
      "server/src/main.ts": echo,
      "vite.js": `console.error("a fault in main.tsx"); process.exit(1);`,
    });
    expect(await run(root, "start")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/a fault in main.tsx\nLes écrans n'ont pas pu/),
    });
  });
});

describe("the entry: running", () => {
  it("[R4] ends with the program's exit code", async () => {
    const root = plantClone({ "server/src/rebuild.ts": echo });
    installByHand(root);
    const { ended } = startEntry(root, { args: ["rebuild"], env: { ENDS_WITH: "7" } });
    expect(await ended).toMatchObject({ code: 7, signal: null });
  });

  it("[R4] lists the commands when it does not know one", async () => {
    const root = plantClone({});
    expect(await run(root, "strat")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("start          démarre le serveur"),
    });
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "[R5] passes %s on once, and nothing listens afterwards",
    async (signal) => {
      const root = plantClone({ "server/src/rebuild.ts": server, "witness.mjs": witness });
      installByHand(root);
      const env = { NODE_OPTIONS: `--import=${pathToFileURL(join(root, "witness.mjs"))}` };
      const entry = startEntry(root, { args: ["rebuild"], env });
      const { closed, letGo } = await listenTo(JSON.parse(await entry.nextLine()).port);
      entry.child.kill(signal);
      const passedOn = [await entry.nextLine(), await entry.nextLine()].toSorted();
      expect(passedOn).toEqual([signal, `entry ${signal}`]);
      entry.child.kill(signal);
      expect(await entry.nextLine()).toBe(`entry ${signal}`);
      letGo();
      await closed;
      const { code, stdout } = await entry.ended;
      expect({ code, signals: stdout.split("\n").filter((line) => line === signal) }).toEqual({
        code: 0,
        signals: [signal],
      });
    },
  );

  it("[R5] ends what a crashed program had started", async () => {
    const crashing = `
      import { spawn } from "node:child_process";
      spawn(process.execPath, ["server.ts"], { stdio: ["ignore", "inherit", "inherit"] });
      process.on("SIGUSR2", () => process.exit(3));
      console.log(process.pid);
      setInterval(() => undefined, 1000);
    `;
    const root = plantClone({ "server/src/rebuild.ts": crashing, "server.ts": server });
    installByHand(root);
    const entry = startEntry(root, { args: ["rebuild"] });
    const pid = Number(await entry.nextLine());
    const { closed, letGo } = await listenTo(JSON.parse(await entry.nextLine()).port);
    letGo();
    process.kill(pid, "SIGUSR2");
    await closed;
    expect(await entry.ended).toMatchObject({ code: 3 });
  });

  it("[R6] stops the program when npm is killed outright", async () => {
    const root = plantClone({ "server/src/rebuild.ts": server });
    installByHand(root);
    const env = { npm_lifecycle_event: "start" };
    const entry = startEntry(root, { args: ["rebuild"], env, through: "shell" });
    const { closed, letGo } = await listenTo(JSON.parse(await entry.nextLine()).port);
    letGo();
    entry.child.kill("SIGKILL");
    expect(await entry.nextLine()).toBe("SIGTERM");
    await closed;
  });

  it("[R6] stops the program when the entry is killed outright", async () => {
    const root = plantClone({ "server/src/rebuild.ts": server });
    installByHand(root);
    const entry = startEntry(root, { args: ["rebuild"] });
    const { closed, letGo } = await listenTo(JSON.parse(await entry.nextLine()).port);
    letGo();
    entry.child.kill("SIGKILL");
    expect(await entry.nextLine()).toBe("SIGTERM");
    await closed;
  });
});
