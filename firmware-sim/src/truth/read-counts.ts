import type { CountedHours } from "./compare.ts";

/** What is read of `GET /api/v1/counts?day=`. */
interface CountsAnswer {
  readonly stations: readonly {
    readonly stationId: string;
    readonly hours: readonly { readonly hour: string; readonly pieces: number }[];
  }[];
}

/** Where and for which time to ask. */
export interface CountsQuery {
  /** Like `http://127.0.0.1:8080`. */
  readonly server: string;
  readonly timeZone: string;
  /** UTC ms; working days that begin the day before are asked for too. */
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;

/** Reads what the server counted by station and clock hour; fails when it cannot be asked. */
export async function readCounts(query: CountsQuery): Promise<CountedHours> {
  const counted = new Map<string, Map<number, number>>();
  for (const day of daysOf(query)) {
    const url = new URL(`/api/v1/counts?day=${day}`, query.server);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.href} répond ${response.status}`);
    const answer = (await response.json()) as CountsAnswer;
    for (const { stationId, hours } of answer.stations) {
      const known = counted.get(stationId) ?? new Map<number, number>();
      counted.set(stationId, known);
      for (const { hour, pieces } of hours) {
        const start = Date.parse(hour);
        known.set(start, (known.get(start) ?? 0) + pieces);
      }
    }
  }
  return counted;
}

/** What was counted between two readings. */
export function subtractCounts(after: CountedHours, before: CountedHours): CountedHours {
  const entries = [...after].map(([station, hours]): [string, Map<number, number>] => {
    const old = before.get(station) ?? new Map<number, number>();
    const left = [...hours].map(([hour, n]): [number, number] => [hour, n - (old.get(hour) ?? 0)]);
    return [station, new Map(left)];
  });
  return new Map(entries);
}

function daysOf({ timeZone, from, to }: CountsQuery): string[] {
  const days: string[] = [];
  const last = dateOf(to, timeZone);
  for (
    let day = dateOf(from - DAY_MS, timeZone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    days.push(day.toString());
  }
  return days;
}

function dateOf(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}
