import {
  type DayNumber,
  formatDay,
  isWorked,
  type LineFloor,
  type PlanLine,
  type TargetSaid,
  targetOfDay,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Asked } from "./floor-now.ts";
import { createTargetWords } from "./target-words.ts";

/** The targets of today; what was said of them is read once until a word is added. */
export interface TargetNow {
  line(line: PlanLine, asked: Asked): Pick<LineFloor, "target" | "targetOrigin">;
  forget(): void;
}

export function createTargetNow(sqlite: Database): TargetNow {
  const readDay = createTargetWords(sqlite);
  let known: { readonly day: DayNumber; readonly said: readonly TargetSaid[] } | null = null;

  return {
    line(line, { day, plan }) {
      if (known?.day !== day) known = { day, said: readDay(day) };
      const on = { day: formatDay(day), isWorked: isWorked(plan.calendar, day) };
      const { pieces, origin } = targetOfDay(known.said, line, on);
      return { target: pieces, targetOrigin: origin };
    },
    forget() {
      known = null;
    },
  };
}
