import type { DayTruth, MonthDay, TruthRow } from "./month.ts";

/** What a row of the truth is about. */
export type RowKey = Pick<TruthRow, "orderId" | "size" | "colour" | "operation">;
type Figures = Omit<TruthRow, keyof RowKey>;

/** The truth while it is written, day by day. */
export interface DayBook {
  /** The day whose working time, or the night before it, holds a moment (UTC ms). */
  dayAt(at: number): MonthDay;
  add(day: string, key: RowKey, figures: Partial<Figures>): void;
  stop(
    day: string,
    cause: string,
    minutes: { readonly all: number; readonly attended: number },
  ): void;
  inspect(day: string, pieces: { readonly inspected: number; readonly good: number }): void;
  defect(day: string, defect: string, pieces: number): void;
  read(): DayTruth[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Page {
  readonly rows: Map<string, Writable<TruthRow>>;
  readonly stops: Map<string, number>;
  readonly defects: Map<string, number>;
  inspected: number;
  goodFirst: number;
  offStandardMinutes: number;
}

const NOTHING: Figures = { good: 0, rework: 0, second: 0, scrap: 0, attendedMinutes: 0 };

export function createDayBook(days: readonly MonthDay[]): DayBook {
  const pages = new Map(days.map(({ day }) => [day, emptyPage()]));
  const pageOf = (day: string): Page => {
    const page = pages.get(day);
    if (page === undefined) throw new RangeError(`${day} is no day of this month`);
    return page;
  };
  return {
    dayAt(at) {
      const day = days.find(({ windows }) => at < (windows.at(-1)?.to ?? 0)) ?? days.at(-1);
      if (day === undefined) throw new RangeError("a month without days");
      return day;
    },
    add(day, key, figures) {
      const { rows } = pageOf(day);
      const name = JSON.stringify([key.orderId, key.size, key.colour, key.operation]);
      const row = rows.get(name) ?? { ...key, ...NOTHING };
      rows.set(name, row);
      for (const each of Object.keys(NOTHING) as (keyof Figures)[]) row[each] += figures[each] ?? 0;
    },
    stop(day, cause, { all, attended }) {
      const page = pageOf(day);
      grow(page.stops, cause, all);
      page.offStandardMinutes += attended;
    },
    inspect(day, { inspected, good }) {
      const page = pageOf(day);
      page.inspected += inspected;
      page.goodFirst += good;
    },
    defect: (day, defect, pieces) => grow(pageOf(day).defects, defect, pieces),
    read: () =>
      [...pages].map(([day, { rows, stops, defects, ...sums }]) => ({
        ...{ day, ...sums },
        rows: [...rows.values()],
        stops: Object.fromEntries(stops),
        defects: Object.fromEntries(defects),
      })),
  };
}

function emptyPage(): Page {
  const sums = { inspected: 0, goodFirst: 0, offStandardMinutes: 0 };
  return { rows: new Map(), stops: new Map(), defects: new Map(), ...sums };
}

function grow(counts: Map<string, number>, name: string, by: number): void {
  if (by !== 0) counts.set(name, (counts.get(name) ?? 0) + by);
}
