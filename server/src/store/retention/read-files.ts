import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createTraceFinder } from "./find-traces.ts";
import type { Proof } from "./purge.ts";

/** Looked for at once: beyond it every so-manieth is. */
const SOUGHT_MAX = 50_000;
const CHUNK_BYTES = 4 * 1024 * 1024;
/** A packed backup shows nothing by its bytes: what it holds is looked for when it is rewritten. */
const PACKED = ".zst";

export interface ReadAsked {
  /** All its files are read, those of its folders too. */
  readonly folder: string;
  readonly traces: readonly Uint8Array[];
}

/** What the bytes of the files say. */
export type ReadFiles = Pick<Proof, "sought" | "deleted" | "files" | "bytes" | "found">;

/**
 * Looks for what was deleted in the bytes of every file of a folder, those of the database and of its log of writes among them. It
 * rests as long as it reads, for the disk is the floor's.
 */
export async function readFiles({ folder, traces }: ReadAsked): Promise<ReadFiles> {
  const read = await readEach(await filesIn(folder), traces);
  const found = read.found.map(({ file, values }) => ({ file: relative(folder, file), values }));
  return { ...read, found };
}

/** The same of some files. */
export async function readEach(
  files: readonly string[],
  traces: readonly Uint8Array[],
): Promise<ReadFiles> {
  const sought = thin(traces);
  const finder = createTraceFinder(sought);
  const found: { file: string; values: number }[] = [];
  let bytes = 0;
  for (const file of files) {
    bytes += await readThrough(file, finder.read);
    const values = finder.endFile();
    if (values > 0) found.push({ file, values });
  }
  return { sought: sought.length, deleted: traces.length, files: files.length, bytes, found };
}

function thin(traces: readonly Uint8Array[]): readonly Uint8Array[] {
  const step = Math.ceil(traces.length / SOUGHT_MAX);
  return step <= 1 ? traces : traces.filter((_, index) => index % step === 0);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(PACKED))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function readThrough(file: string, read: (chunk: Uint8Array) => void): Promise<number> {
  let bytes = 0;
  let began = performance.now();
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      read(chunk);
      bytes += chunk.length;
      await setTimeout(Math.ceil(performance.now() - began));
      began = performance.now();
    }
  } catch (error) {
    // What went while it was read is not there any more.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return bytes;
}
