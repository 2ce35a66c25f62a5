import type { Modules } from "../modules.ts";
import { createWrittenDays, type WrittenDay } from "./evening-days.ts";

/** Names of the commands, which the writer's thread answers. */
export const EXPORT_COMMANDS: readonly (keyof ReturnType<typeof createExportCommands>)[] = [
  "noteWrittenDay",
];

/** What exports put on record. */
export function createExportCommands({ sqlite, transact }: Pick<Modules, "sqlite" | "transact">) {
  const put = createWrittenDays(sqlite);
  return {
    noteWrittenDay: (written: WrittenDay): void => transact(() => put(written)),
  };
}
