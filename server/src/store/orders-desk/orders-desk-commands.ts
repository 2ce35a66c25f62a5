import type { Modules } from "../modules.ts";
import { type OpenCarton, openCarton, type PackCarton, packCarton } from "./cartons.ts";

/** Names of the commands, which the writer's thread answers. */
export const ORDERS_DESK_COMMANDS: readonly (keyof ReturnType<typeof createOrdersDeskCommands>)[] =
  ["openCarton", "packCarton"];

/** What people do with finished pieces; each is one transaction, or refused whole. `now` is UTC ms. */
export function createOrdersDeskCommands(modules: Modules) {
  return {
    packCarton: (command: PackCarton, now: number) => packCarton(modules, command, now),
    openCarton: (command: OpenCarton, now: number) => openCarton(modules, command, now),
  };
}
