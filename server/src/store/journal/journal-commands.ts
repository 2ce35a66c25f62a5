import type { Modules } from "../modules.ts";
import { type Change, noteChange } from "./note-change.ts";

/** Names of the commands, which the writer's thread answers. */
export const JOURNAL_COMMANDS: readonly (keyof ReturnType<typeof createJournalCommands>)[] = [
  "noteChange",
];

/** What is put on record by itself. `now` is UTC ms. */
export function createJournalCommands({ facts, transact }: Pick<Modules, "facts" | "transact">) {
  return {
    /** Somebody did something that is not kept in the store. */
    noteChange: (change: Change, now: number): void =>
      transact(() => noteChange(facts, change, now)),
  };
}
