import { statfs } from "node:fs/promises";

/** Left free whatever happens: a store whose disk is full takes nothing more from any counter. */
const RESERVE_BYTES = 256 * 1_024 * 1_024;
/** A copy, then the packed one with the one that it is unpacked to. */
const COPIES = 1.5;

/** Bytes that a backup may use in a folder, above what stays free. */
export async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - RESERVE_BYTES;
}

/** Bytes needed while a store of that size is backed up. */
export function roomFor(storeBytes: number): number {
  return COPIES * storeBytes;
}
