import { openReader } from "./database.ts";
import type { Store } from "./open-store.ts";
import { createReads } from "./reads.ts";

/** The queries of reports where they are asked: what they answer is copied to no other thread. */
export type Reads = Pick<Store["reports"], keyof ReturnType<typeof createReads>>;

/**
 * Opens a connection of the calling thread that cannot write; it closes with the thread. Each call ends its snapshot before it
 * answers.
 * @param file the database that a store has open
 */
export function openReads(file: string): Reads {
  const calls = Object.entries<(...args: never[]) => unknown>(createReads(openReader(file)));
  const reads = calls.map(([name, call]) => [name, async (...args: never[]) => call(...args)]);
  return Object.fromEntries(reads);
}
