import type { Database } from "better-sqlite3";
import { createModules, REFOLD_BUDGET } from "../modules.ts";
import type { SealAsked } from "./sealing.ts";

/** Seals a copy of the store that nobody uses, in one go ([SL8]). */
export function sealCopy(sqlite: Database, asked: SealAsked): void {
  const { boots, sealing, transact } = createModules(sqlite, {
    startedAt: asked.now,
    budget: REFOLD_BUDGET,
  });
  while (boots.marked.size > 0)
    transact(() => [...boots.marked].map((id) => boots.touch(boots.byId(id))));
  while (transact(() => sealing.step(asked).isMore));
}
