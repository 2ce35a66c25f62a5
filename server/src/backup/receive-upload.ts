import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { BackupJobs, JobOutcome } from "../store/backup/backup-jobs.ts";
import type { BackupRecord } from "./backup-record.ts";
import type { Backups } from "./create-backups.ts";
import { roomIn as roomOnDisk } from "./room.ts";

/** Takes a backup from elsewhere; it is listed once it was restored beside and read through. */
export interface ReceiveOptions {
  readonly backups: Backups;
  readonly jobs: BackupJobs;
  readonly now: () => number;
  /** Bytes that may be used in a folder; tests have little. */
  readonly roomIn?: ((folder: string) => Promise<number>) | undefined;
}

/** More than any workshop writes in ten years. */
const UPLOAD_BYTES_MAX = 64 * 1_024 ** 3;

/** Writes it to disk as it comes, then looks at it ([BK9]). */
export async function receiveUpload(
  { backups, jobs, now, roomIn = roomOnDisk }: ReceiveOptions,
  body: Readable,
): Promise<JobOutcome<BackupRecord>> {
  const { shelf, timeZone } = backups;
  const { folder } = shelf;
  const at = now();
  const id = await folder.freeId("uploaded", at);
  const packed = folder.part(id);
  const file = `${packed}.upload.part`;
  try {
    const room = await roomIn(folder.path);
    // A database lies beside what it is packed into for a while.
    const sizeMax = Math.min(Math.floor(room / 2), UPLOAD_BYTES_MAX);
    const written = await write(body, file, sizeMax);
    if (!written)
      return { ok: false, code: "backup-too-large", detail: `more than ${sizeMax} bytes` };
    const bytesMax = await roomIn(folder.path);
    const taken = await jobs.run({ kind: "take-in", file, packed, bytesMax, timeZone });
    if (!taken.ok) return taken;
    const record = {
      id,
      kind: "uploaded" as const,
      at,
      verifiedAt: now(),
      damagedAt: null,
      ...taken.value,
    };
    await shelf.add(record);
    return { ok: true, value: record };
  } catch (error) {
    const fault = jobs.faultOf(error);
    if (fault === null) throw error;
    return { ok: false, ...fault };
  } finally {
    await rm(file, { force: true });
    await rm(packed, { force: true });
  }
}

/** False when it is too large. */
async function write(body: Readable, file: string, sizeMax: number): Promise<boolean> {
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > sizeMax ? new RangeError("too large") : null, chunk);
    },
  });
  try {
    await pipeline(body, limit, createWriteStream(file, { mode: 0o600, flush: true }));
    return true;
  } catch (error) {
    if (size > sizeMax) return false;
    throw error;
  }
}
