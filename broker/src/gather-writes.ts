import type { Duplex } from "node:stream";

/**
 * Makes a stream write at once what it is given within one turn. The packet writer hands over a PUBACK in three pieces, and corks the
 * stream for each: ten messages that are on disk together would be thirty pieces.
 */
export function gatherWrites(stream: Duplex): void {
  const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
  let pieces: Uint8Array[] = [];

  function flush(): void {
    const gathered = pieces;
    pieces = [];
    if (gathered.length > 0 && stream.writable) write(Buffer.concat(gathered));
  }

  Object.assign(stream, {
    // The packet writer corks what can be corked.
    cork: undefined,
    write(piece: unknown, ...rest: unknown[]): boolean {
      if (!(piece instanceof Uint8Array) || rest.length > 0) {
        flush();
        return write(piece, ...rest);
      }
      if (pieces.length === 0) process.nextTick(flush);
      pieces.push(piece);
      return !stream.writableNeedDrain;
    },
  });
}
