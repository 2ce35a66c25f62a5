import type { PlanLine, QualityRow, Word } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Asked } from "./floor-now.ts";

/** What inspections of the working day came to. */
export interface QualityNow {
  line(words: readonly Word[], line: PlanLine, asked: Asked): QualityRow | null;
  hasChanged(): boolean;
  /** What changed has been told. */
  settle(): void;
  reload(): void;
}

export function createQualityNow(_sqlite: Database): QualityNow {
  return {
    line: () => null,
    hasChanged: () => false,
    settle: () => undefined,
    reload: () => undefined,
  };
}
