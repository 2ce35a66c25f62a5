import type { Modules } from "../modules.ts";
import { type Change, noteChange } from "./note-change.ts";

/** Names of the commands, which the writer's thread answers. */
export const JOURNAL_COMMANDS: readonly (keyof ReturnType<typeof createJournalCommands>)[] = [
  "noteChange",
];

/** What is put on record by itself. `now` is UTC ms. */
export function createJournalCommands({
  facts,
  progress,
  sqlite,
}: Pick<Modules, "facts" | "progress" | "sqlite">) {
  const append = sqlite.transaction((change: Change, now: number) => {
    noteChange(facts, change, now);
    progress.keep();
  });
  return {
    /** Somebody did something that is not kept in the store, or is no news for any screen: the log's clock stands. */
    noteChange(change: Change, now: number): void {
      try {
        append.immediate(change, now);
      } catch (error) {
        progress.reload();
        throw error;
      }
    },
  };
}
