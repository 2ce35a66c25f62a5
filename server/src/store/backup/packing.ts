import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import { BackupFault } from "./backup-fault.ts";
import { openPacedFile, PACE_BYTES } from "./paced-file.ts";

/** What a file is, by its first bytes. */
export type FileKind = "packed" | "database" | "other";

const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const SQLITE_MAGIC = Buffer.from("SQLite format 3\0");
/** Three to five times smaller, at some 200 MB a second; higher levels win little. */
const LEVEL = 3;
const PACKING = {
  params: {
    [constants.ZSTD_c_compressionLevel]: LEVEL,
    // A byte that turned over on a stick is found when it is read.
    [constants.ZSTD_c_checksumFlag]: 1,
  },
};

/** Looks at the first bytes of a file. */
export async function kindOfFile(path: string): Promise<FileKind> {
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(
      Buffer.alloc(SQLITE_MAGIC.length),
      0,
      SQLITE_MAGIC.length,
      0,
    );
    if (buffer.equals(SQLITE_MAGIC)) return "database";
    return buffer.subarray(0, ZSTD_MAGIC.length).equals(ZSTD_MAGIC) ? "packed" : "other";
  } finally {
    await file.close();
  }
}

/** Packs a database into a new file that is on disk when this resolves. */
export async function pack(database: string, packed: string): Promise<void> {
  await pipeline(read(database), createZstdCompress(PACKING), await openPacedFile(packed));
}

/**
 * Unpacks into a new file that is on disk when this resolves.
 * @throws {BackupFault} when the bytes were damaged, or make more than `bytesMax`
 */
export async function unpack(packed: string, database: string, bytesMax: number): Promise<void> {
  const steps = [createZstdDecompress(), limit(bytesMax)] as const;
  await pipeline(read(packed), ...steps, await openPacedFile(database));
}

/** Copies a file as it is, to another disk too; it is on disk when this resolves. */
export async function copyFile(from: string, to: string): Promise<void> {
  await pipeline(read(from), await openPacedFile(to));
}

/** SHA-256 of a file, hex, and its size in bytes. */
export async function digestOf(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of read(path)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest("hex"), size };
}

function read(path: string) {
  return createReadStream(path, { highWaterMark: PACE_BYTES });
}

/** A small file can unpack to more than any disk holds. */
function limit(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= bytesMax) done(null, chunk);
      else done(new BackupFault("backup-too-large", `more than ${bytesMax} bytes`));
    },
  });
}
