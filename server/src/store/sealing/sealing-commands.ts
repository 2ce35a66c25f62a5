import { formatDay } from "@trame/shared";
import type { Modules } from "../modules.ts";

/** Names of the commands, which the writer's thread answers. */
export const SEALING_COMMANDS: readonly (keyof ReturnType<typeof createSealingCommands>)[] = [
  "plansOpenFrom",
];

/** From when on a plan may hold: what was counted before cannot be counted elsewhere any more. */
export interface PlansOpen {
  /** UTC ms. */
  readonly at: number;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** What sealing tells those who would change the past. */
export function createSealingCommands({ sealing }: Pick<Modules, "sealing">) {
  return {
    /** Null while nothing is sealed ([SL7]). */
    plansOpenFrom(): PlansOpen | null {
      const open = sealing.openFrom();
      return open === null ? null : { at: open.at, day: formatDay(open.day) };
    },
  };
}
