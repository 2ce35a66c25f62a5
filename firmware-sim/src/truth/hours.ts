const QUARTER_MS = 900_000;

/** The clock hour of a moment: its start in UTC ms. */
export type HourOf = (at: number) => number;

/** Clock hours of a zone, worked out once per quarter of an hour, since zones lie on quarters of an hour. */
export function createHours(timeZone: string): HourOf {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS) * QUARTER_MS;
    const hour = known.get(quarter) ?? startOfHour(quarter, timeZone);
    known.set(quarter, hour);
    return hour;
  };
}

/** Like `2026-11-23T08:00:00+01:00`, the form of the API. */
export function formatHour(hour: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(hour).toString({
    timeZone,
    smallestUnit: "second",
  });
}

function startOfHour(at: number, timeZone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return zoned.round({ smallestUnit: "hour", roundingMode: "floor" }).epochMilliseconds;
}
