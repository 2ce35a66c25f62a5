/** Runs one child process so that it stops when we do, however we are stopped, and leaves nothing behind. */
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { modules, root } from "./place.mjs";

/** How long a child may take to close its sockets and its database before it is killed. */
const patienceMs = 20_000;

/** npm passes on a Ctrl-C that the terminal has already given to everybody: within this time it is the same one. */
const sameSignalMs = 1_000;

const isWindows = process.platform === "win32";

/**
 * Runs a command in the repository's folder and resolves when it has ended.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, quiet?: boolean }} [options] `quiet` keeps what it prints instead of showing it.
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, stopped: boolean, output: string }>}
 */
export function runChild(command, args, { env = {}, cwd = root, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...thrift(), ...process.env, ...pathFirst(), ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      // A group of its own: a Ctrl-C reaches it once, through us, and what it started can be ended with it.
      detached: !isWindows,
      windowsHide: true,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    let stopped = false;
    const release = stopWithUs(child, () => {
      stopped = true;
    });
    child.once("error", (error) => {
      release();
      reject(error);
    });
    child.once("close", (code, signal) => {
      release();
      signalGroup(child, "SIGTERM");
      resolve({ code, signal, stopped, output });
    });
  });
}

/** `node` means the pinned one for whatever the child starts in its turn. */
function pathFirst() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return { [name]: [join(modules, ".bin"), process.env[name] ?? ""].join(delimiter) };
}

/**
 * Node keeps what it made of the sources: a second start takes half the time, and 40 MB less. Threads share their room for small
 * things on Linux, where each would keep its own after it has ended: 20 MB less after the first backup.
 */
function thrift() {
  return { NODE_COMPILE_CACHE: join(modules, ".cache", "node"), MALLOC_ARENA_MAX: "2" };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => void} onStop
 */
function stopWithUs(child, onStop) {
  /** @type {NodeJS.Timeout | undefined} */
  let deadline;
  let lastSignalAt = Number.NEGATIVE_INFINITY;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (performance.now() - lastSignalAt < sameSignalMs) return;
    lastSignalAt = performance.now();
    onStop();
    // A Windows console gives Ctrl-C to every process of its own accord, and `kill` there would be no farewell but an end.
    if (!(isWindows && signal === "SIGINT")) child.kill(signal);
    deadline ??= setTimeout(() => signalGroup(child, "SIGKILL"), patienceMs);
  };
  const onInterrupt = () => stop("SIGINT");
  const onEnd = () => stop("SIGTERM");
  process.on("SIGINT", onInterrupt).on("SIGTERM", onEnd).on("SIGHUP", onEnd);
  const watch = watchParent(onEnd);
  return () => {
    clearTimeout(deadline);
    clearInterval(watch);
    process.off("SIGINT", onInterrupt).off("SIGTERM", onEnd).off("SIGHUP", onEnd);
  };
}

/**
 * Killing npm leaves its child running, and nobody would know what still listens.
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  if (process.env["npm_lifecycle_event"] === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) onGone();
  }, 250).unref();
}

/**
 * True while a process exists, ours or somebody else's.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(isWindows ? child.pid : -child.pid, signal);
  } catch {
    // Nobody is left in it: that is what we want.
  }
}
