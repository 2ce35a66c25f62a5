import {
  CAUSES_SETTING,
  type Cause,
  causesOf,
  type DayNumber,
  DEFECTS_SETTING,
  type DefectKind,
  defectsOf,
  type Plan,
  plansOfDay,
  type Style,
  type Timeline,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { StoredOrder } from "../catalogue/orders.ts";
import { createSettings } from "../settings.ts";

/** What the ids in an export are called, and whose workshop it is. */
export interface ExportNames {
  /** null before the first plan. */
  readonly workshop: Plan["workshop"] | null;
  /** By id, in the order of the span's plans; a later plan's name goes. */
  readonly lines: ReadonlyMap<string, string>;
  readonly stations: ReadonlyMap<string, string>;
  readonly styles: readonly Style[];
  readonly orders: readonly StoredOrder[];
  readonly causes: readonly Cause[];
  readonly defects: readonly DefectKind[];
}

export interface ExportNameDeps {
  readonly timeline: () => Timeline;
  readonly readStyles: () => Style[];
  readonly readOrders: (filter: "all") => StoredOrder[];
}

/** Both days are included. */
export interface NamesAsked {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** Reads what a span's exports call things by; a plan of later changes no name of it. */
export function createExportNames(sqlite: Database, deps: ExportNameDeps) {
  const settings = createSettings(sqlite);
  return sqlite.transaction((asked: NamesAsked): ExportNames => {
    const { versions } = deps.timeline();
    const plans = plansOfSpan(versions, asked);
    const lines = plans.flatMap((plan) => plan.lines);
    return {
      workshop: (plans.at(-1) ?? versions[0]?.plan)?.workshop ?? null,
      lines: new Map(lines.map(({ id, name }) => [id, name])),
      stations: new Map(
        lines.flatMap(({ stations }) => stations.map(({ id, name }) => [id, name] as const)),
      ),
      styles: deps.readStyles(),
      orders: deps.readOrders("all"),
      causes: causesOf(settings.get(CAUSES_SETTING)),
      defects: defectsOf(settings.get(DEFECTS_SETTING)),
    };
  });
}

/** Those in force on its first day, on its last, or in between. */
function plansOfSpan(versions: Timeline["versions"], { from, to }: NamesAsked): Plan[] {
  const first = plansOfDay(versions, from)[0]?.plan;
  const last = plansOfDay(versions, to).at(-1)?.plan;
  const plans = versions.map(({ plan }) => plan);
  const begin = first === undefined ? 0 : plans.indexOf(first);
  const end = last === undefined ? -1 : plans.indexOf(last);
  return plans.slice(begin, end + 1);
}
