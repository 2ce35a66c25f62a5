/** Milliseconds of a clock that only goes forward and is the same in all threads. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
