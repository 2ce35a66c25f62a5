import { rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { openReader } from "../database.ts";
import { verifyJournal } from "../journal/verify-journal.ts";
import { forgetInCopy } from "../retention/forget-in-copy.ts";
import { BackupFault, faultOf } from "./backup-fault.ts";
import type { BackupAnswer, BackupJob, BackupResults } from "./backup-jobs.ts";
import { readChangedSince } from "./changed-since.ts";
import { assertSound, checkCopy } from "./check-copy.ts";
import { copyStore } from "./copy-store.ts";
import { readOutline } from "./outline.ts";
import { copyFile, digestOf, kindOfFile, pack, unpack } from "./packing.ts";

/** Does a job; what can be told of a failure is an answer. */
export async function workOn(job: BackupJob): Promise<BackupAnswer> {
  try {
    return { result: await run(job) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault !== null) return { fault: fault.code, detail: fault.message };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function run(job: BackupJob): Promise<BackupResults[BackupJob["kind"]]> {
  switch (job.kind) {
    case "make":
      return make(job);
    case "take-in":
      return takeIn(job);
    case "unpack":
      return unpackSame(job);
    case "carry":
      return carry(job);
    case "forget":
      return forget(job);
    case "verify-journal":
      return Promise.resolve(verify(job));
    case "outline":
      return Promise.resolve(outline(job));
    case "changed-since":
      return Promise.resolve(readChangedSince(job.store, job.mark));
  }
}

/** Copied, packed, and proved by restoring it beside; what is left is the packed copy alone. */
async function make({ store, packed, bytesMax, timeZone }: Extract<BackupJob, { kind: "make" }>) {
  const raw = `${packed}.raw.part`;
  try {
    const expected = await copyStore(store, raw, timeZone);
    await pack(raw, packed);
    rmSync(raw);
    return await checkCopy({
      packed,
      scratch: `${packed}.check.part`,
      bytesMax,
      timeZone,
      expected,
    });
  } finally {
    for (const suffix of ["", "-wal", "-shm", "-journal"])
      rmSync(`${raw}${suffix}`, { force: true });
  }
}

/** A file from elsewhere, packed by us or a database as it is. */
async function takeIn({
  file,
  packed,
  bytesMax,
  timeZone,
}: Extract<BackupJob, { kind: "take-in" }>) {
  const kind = await kindOfFile(file);
  if (kind === "other") throw new BackupFault("backup-foreign", "neither SQLite nor packed");
  if (kind === "database") {
    // What is no database of ours is not worth the packing.
    assertSound(file);
    await pack(file, packed);
    rmSync(file);
  } else {
    await rename(file, packed);
  }
  const scratch = `${packed}.check.part`;
  return await checkCopy({ packed, scratch, bytesMax, timeZone, expected: null });
}

/** For its place: the very bytes that were verified, whole, and of a version that this program opens. */
async function unpackSame({
  packed,
  sha256,
  to,
  bytesMax,
}: Extract<BackupJob, { kind: "unpack" }>) {
  await assertSame(packed, sha256);
  await unpack(packed, to, bytesMax);
  assertSound(to);
  return null;
}

/** To another folder, which may be on another disk; read back, since sticks lie. */
async function carry({ packed, sha256, to }: Extract<BackupJob, { kind: "carry" }>) {
  await copyFile(packed, to);
  await assertSame(to, sha256);
  return null;
}

/** Unpacked, rid of people, proved to be, packed and verified as any backup is. */
async function forget({
  packed,
  sha256,
  to,
  timeZone,
  removed,
  samples,
}: Extract<BackupJob, { kind: "forget" }>) {
  const raw = `${to}.raw.part`;
  try {
    await assertSame(packed, sha256);
    await unpack(packed, raw, Infinity);
    assertSound(raw);
    const left = await forgetInCopy(raw, { removed, samples });
    if (left > 0) throw new BackupFault("backup-differs", `${left} deleted values are left in it`);
    await pack(raw, to);
  } finally {
    for (const suffix of ["", "-wal", "-shm", "-journal"])
      rmSync(`${raw}${suffix}`, { force: true });
  }
  const scratch = `${to}.check.part`;
  return await checkCopy({ packed: to, scratch, bytesMax: Infinity, timeZone, expected: null });
}

async function assertSame(file: string, sha256: string): Promise<void> {
  const found = await digestOf(file);
  if (found.sha256 !== sha256)
    throw new BackupFault("backup-damaged", `${file} is not what it was`);
}

function verify({ store, heads }: Extract<BackupJob, { kind: "verify-journal" }>) {
  const sqlite = openReader(store);
  try {
    return verifyJournal(sqlite, heads);
  } finally {
    sqlite.close();
  }
}

function outline({ store, timeZone }: Extract<BackupJob, { kind: "outline" }>) {
  const sqlite = openReader(store);
  try {
    return readOutline(sqlite, timeZone);
  } finally {
    sqlite.close();
  }
}
