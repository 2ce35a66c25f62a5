import { inflateRawSync } from "node:zlib";

/** What a workbook may come to once it is unpacked: hundreds of times 20,000 rows of a workshop. */
const UNPACKED_BYTES_MAX = 64 * 1_024 * 1_024;
const ENTRIES_MAX = 2_000;
const DIRECTORY_SIGN = 0x02014b50;
const END_SIGN = 0x06054b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** A cell beyond column ZZ, the 702nd: two of them in opposite corners make a sheet of billions of cells. */
const FAR_CELL = /\br="[A-Z]{3}\d+"/;

/**
 * Whether a workbook is one that can be opened, before anything opens it ([TL14]): it is unpacked within a limit, whatever it says
 * of its size, so that a small file can't take the server's memory.
 */
export function judgeWorkbook(bytes: Uint8Array): "fits" | "too-large" | "unreadable" {
  try {
    const entries = readDirectory(bytes);
    if (entries.length > ENTRIES_MAX) return "too-large";
    let left = UNPACKED_BYTES_MAX;
    for (const entry of entries) {
      const unpacked = unpack(bytes, entry, left);
      left -= unpacked.length;
      if (entry.name.startsWith("xl/worksheets/") && FAR_CELL.test(unpacked.toString("latin1"))) {
        return "too-large";
      }
    }
    return "fits";
  } catch (error) {
    return Object(error).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "unreadable";
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  /** Where its local header begins. */
  readonly at: number;
}

/** @throws where the file has no readable directory (APPNOTE 4.3.12) */
function readDirectory(bytes: Uint8Array): Entry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end === -1 || end + END_BYTES > file.length || file.readUInt32LE(end) !== END_SIGN) {
    throw new Error("no directory");
  }
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (file.readUInt32LE(at) !== DIRECTORY_SIGN) throw new Error("no entry");
    const nameBytes = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    const [method, packedBytes] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    entries.push({ name, method, packedBytes, at: file.readUInt32LE(at + 42) });
    const extraBytes = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    at += ENTRY_BYTES + nameBytes + extraBytes;
  }
  return entries;
}

/** @throws `ERR_BUFFER_TOO_LARGE` as soon as it is larger than what is left */
function unpack(bytes: Uint8Array, { method, packedBytes, at }: Entry, left: number): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = at + LOCAL_BYTES + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(from, from + packedBytes);
  if (method === STORED && packed.length <= left) return packed;
  if (method !== DEFLATED) throw Object.assign(new Error(), { code: "ERR_BUFFER_TOO_LARGE" });
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
}
