import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import { findMosquitto } from "./mosquitto.ts";
import { percentile } from "./statistics.ts";

/** What the figures were measured on. */
export interface Machine {
  readonly cpu: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** null where there is none. */
  readonly mosquitto: string | null;
  /** Disk and file system of the data folder, as far as the machine tells. */
  readonly disk: string;
  readonly fileSystem: string;
  /** Appending 4 KiB and having it on disk. ms */
  readonly fsyncP50Ms: number;
  readonly fsyncP99Ms: number;
}

const FSYNCS = 300;
const BLOCK = Buffer.alloc(4_096, 1);

/** Reads what this machine is, and measures its disk; installs a Mosquitto to compare with where it may. */
export async function readMachine(options: { readonly install: boolean }): Promise<Machine> {
  const [first] = cpus();
  const mount = findMount(tmpdir());
  const { p50, p99 } = measureFsync();
  return {
    cpu: `${cpus().length} × ${first?.model.trim() ?? "unknown"}`,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.version,
    mosquitto: await findMosquitto(options),
    disk: mount?.device ?? "unknown",
    fileSystem: mount?.kind ?? "unknown",
    fsyncP50Ms: p50,
    fsyncP99Ms: p99,
  };
}

function measureFsync(): { p50: number; p99: number } {
  const folder = mkdtempSync(join(tmpdir(), "trame-fsync-"));
  const file = openSync(join(folder, "file"), "w");
  const times = Array.from({ length: FSYNCS }, () => {
    writeSync(file, BLOCK);
    const before = performance.now();
    fdatasyncSync(file);
    return performance.now() - before;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return { p50: percentile(times, 50), p99: percentile(times, 99) };
}

/** The mount whose path is the longest that the folder begins with. */
function findMount(folder: string): { device: string; kind: string } | null {
  const mounts = readText("/proc/mounts")
    .split("\n")
    .map((line) => line.split(" "))
    .map(([device = "", path = "", kind = ""]) => ({ device, path, kind }))
    .filter(({ path }) => path !== "" && `${folder}/`.startsWith(path.replace(/\/*$/, "/")));
  return mounts.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
