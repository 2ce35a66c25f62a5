import { open } from "node:fs/promises";
import { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Bytes written before they are brought to the disk. What piles up unwritten is written all at once, and a commit of
 * the store, which waits for the same disk, waits behind it.
 */
export const PACE_BYTES = 4 * 1_024 * 1_024;

/** Writes a new file a little at a time, then rests as long as that took: half of the disk is for others. */
export async function openPacedFile(path: string): Promise<Writable> {
  const file = await open(path, "w", 0o600);
  let unsynced = 0;
  let began = performance.now();
  async function sync(): Promise<void> {
    await file.datasync();
    unsynced = 0;
    await wait(performance.now() - began);
    began = performance.now();
  }
  return new Writable({
    highWaterMark: PACE_BYTES,
    write(chunk: Buffer, _encoding, done) {
      const write = async (): Promise<void> => {
        for (let at = 0; at < chunk.length; ) {
          const { bytesWritten } = await file.write(
            chunk,
            at,
            Math.min(PACE_BYTES, chunk.length - at),
          );
          at += bytesWritten;
          unsynced += bytesWritten;
          if (unsynced >= PACE_BYTES) await sync();
        }
      };
      write().then(() => done(), done);
    },
    final(done) {
      file.sync().then(() => done(), done);
    },
    destroy(error, done) {
      file.close().then(
        () => done(error),
        (closing: Error) => done(error ?? closing),
      );
    },
  });
}
