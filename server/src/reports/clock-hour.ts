import type { PlanVersion } from "@trame/shared";

const HOUR_MS = 3_600_000;

/** A clock hour in the workshop's zone with its offset: `2026-11-23T08:00:00+01:00`. */
export function formatHour(hour: number, versions: readonly PlanVersion[]): string {
  return zoned(hour, versions).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/**
 * A clock hour as people write it: `08:00`. The hour that comes twice on the night when the clock goes back says
 * its offset too, `02:00+02:00` then `02:00+01:00` ([X4]).
 */
export function formatShortHour(hour: number, versions: readonly PlanVersion[]): string {
  const time = (at: number): string => zoned(at, versions).toPlainTime().toString().slice(0, 5);
  const own = time(hour);
  const isDoubled = time(hour - HOUR_MS) === own || time(hour + HOUR_MS) === own;
  return isDoubled ? `${own}${zoned(hour, versions).offset}` : own;
}

/** The workshop's zone is that of the plan in force at the hour; a plan of later in the hour lends its own. */
function zoned(at: number, versions: readonly PlanVersion[]): Temporal.ZonedDateTime {
  const version = versions.findLast(({ from }) => from < at + HOUR_MS) ?? versions[0];
  const timeZone = version?.plan.workshop.timeZone ?? "UTC";
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}
