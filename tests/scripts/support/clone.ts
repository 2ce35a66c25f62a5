import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { plantTree, writeFiles } from "./tree.ts";

/** The pinned Node that runs the tests, as the package that carries it. */
const nodePackage = dirname(dirname(process.execPath));
const pinned = `node_modules/${basename(nodePackage)}`;

/** npm, as far as the entry sees it: it notes its call, and installs what the lock file asks for, or fails. */
const npm = `
  const { appendFileSync, cpSync, existsSync, mkdirSync, symlinkSync } = require("node:fs");
  appendFileSync("npm.log", process.argv.slice(2).join(" ") + "\\n");
  if (process.env.NPM_FAILS) { console.error("npm error network"); process.exit(1); }
  mkdirSync("node_modules/vite/bin", { recursive: true });
  cpSync("package-lock.json", "node_modules/.package-lock.json");
  cpSync("vite.js", "node_modules/vite/bin/vite.js");
  if (!existsSync(${JSON.stringify(pinned)})) symlinkSync(process.env.NODE_PACKAGE, ${JSON.stringify(pinned)});
`;

const vite = `
  import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
  appendFileSync("../vite.log", process.argv.slice(2).join(" ") + "\\n");
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/index.html", "");
`;

/** Plants a clone of the entry alone, with the given programs as what it runs. */
export function plantClone(programs: Readonly<Record<string, string>>): string {
  const root = plantTree({
    "package.json": `{ "type": "module" }`,
    "package-lock.json": lockOf("1.0.0"),
    "tsconfig.base.json": "{}",
    "npm.cjs": npm,
    "vite.js": vite,
    "floor-ui/src/main.tsx": "",
    "shared/src/index.ts": "",
    ...programs,
  });
  mkdirSync(join(root, "scripts"), { recursive: true });
  cpSync("scripts/run", join(root, "scripts/run"), { recursive: true });
  cpSync("scripts/run.mjs", join(root, "scripts/run.mjs"));
  return root;
}

/** A lock file that asks for one package and the Node of this machine. */
export function lockOf(version: string): string {
  const packages = {
    "": {},
    "node_modules/vite": { version, integrity: "sha512-a" },
    [pinned]: { version: "26.0.0", integrity: "sha512-b", optional: true },
    "node_modules/node-for-another-machine": { version: "26.0.0", optional: true },
  };
  return JSON.stringify({ packages });
}

/** What was installed or built so far, one line a call; empty when nothing was. */
export function readLog(root: string, name: "npm" | "vite"): string[] {
  try {
    return readFileSync(join(root, `${name}.log`), "utf8")
      .trimEnd()
      .split("\n");
  } catch {
    return [];
  }
}

/** Marks a planted clone as installed by hand. */
export function installByHand(root: string): void {
  writeFiles(root, { "node_modules/.package-lock.json": lockOf("1.0.0") });
  symlinkSync(nodePackage, join(root, pinned));
}

interface Start {
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Starts through a shell that stays the parent, as npm does. */
  through?: "shell";
}

/** Starts a planted clone's entry; `lines` is what it prints, `ended` comes with its exit. */
export function startEntry(root: string, { args, env = {}, through }: Start) {
  const command = [process.execPath, join(root, "scripts/run.mjs"), ...args];
  const shell = ["/bin/sh", "-c", `${command.map((word) => `'${word}'`).join(" ")}; exit $?`];
  const [file = "", ...rest] = through === "shell" ? shell : command;
  const {
    NODE_PACKAGE: _,
    npm_lifecycle_event: __,
    npm_node_execpath: ___,
    ...clean
  } = process.env;
  const child = spawn(file, rest, {
    cwd: root,
    env: { ...clean, npm_execpath: join(root, "npm.cjs"), NODE_PACKAGE: nodePackage, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  onTestFinished(() => killGroup(child));
  const output = { stdout: "", stderr: "" };
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const lines = createInterface({ input: child.stdout })
    .on("line", (line) => {
      output.stdout += `${line}\n`;
    })
    [Symbol.asyncIterator]();
  const ended = new Promise<{
    code: number | null;
    signal: string | null;
    stdout: string;
    stderr: string;
  }>((resolve) => child.once("close", (code, signal) => resolve({ code, signal, ...output })));
  const nextLine = async () => String((await lines.next()).value);
  return { child, nextLine, ended };
}

/** Connects to a program that listens; `closed` comes when the other side is gone, `letGo` says a word to it. */
export async function listenTo(port: number): Promise<{ closed: Promise<void>; letGo(): void }> {
  const socket: Socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined).resume();
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  return { closed, letGo: () => void socket.write("go") };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
