/** Something that was started. */
export interface Closable {
  close(): void | Promise<void>;
}

/** One part that can't be closed keeps no other open; what it said is told at the end. */
export async function closeInReverse(started: Closable[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of started.splice(0).toReversed()) {
    try {
      await part.close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
