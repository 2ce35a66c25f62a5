/** Not the message but the disk is at fault: nothing else could be stored either. */
const DISK_FAULTS = /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN)/;

/** Also of an error that crossed from the writer's thread. */
export function isDiskFault(error: unknown): boolean {
  return error instanceof Error && "code" in error && DISK_FAULTS.test(String(error.code));
}
