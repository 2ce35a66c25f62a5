import type { Plan, PlanDevice, PlanLine, PlanVersion } from "@trame/shared";
import { DAY_MINUTES, DEVICE_PREFIX, type Month, type ReplayDay, type Work } from "./month.ts";

/** What the plan of a replay says of itself. */
export interface Mark {
  readonly fingerprint: string;
  readonly lastDate: string;
}

/** Hours of the replayed days: ten hours without a break are the 600 minutes of each. */
const WORK_HOURS = { from: "07:00", to: "17:00" };
const TIME_ZONE = "Europe/Paris";
const MARK = /^Rejeu de .* \[([0-9a-f]{8}) (\d{4}-\d{2}-\d{2})\]$/s;
const WORKING_DAYS = [1, 2, 3, 4, 5];
const FILE_NAME_LENGTH = 60;

/** A plan for each day, since people and standard times change by the day, and one that closes the factory after the last. */
export function plansOf(month: Month, secrets: ReadonlyMap<string, string>): PlanVersion[] {
  const workshop = { name: nameOf(month), timeZone: TIME_ZONE };
  const devices = month.teams.map(({ device }): PlanDevice => ({ id: device }));
  const shifts = [{ days: WORKING_DAYS, ...WORK_HOURS }];
  const days = month.days.map((day): PlanVersion => {
    const lines = day.works.map(lineOf);
    return { from: startOf(day.date), plan: { workshop, calendar: { shifts }, lines, devices } };
  });
  const closed: Plan = {
    workshop,
    calendar: { shifts: [] },
    lines: month.days.at(-1)?.works.map(lineOf) ?? [],
    // Secrets have no date: told once, with the plan that is in force when the counters call.
    devices: devices.map((device) => ({ ...device, secret: secrets.get(device.id) ?? "" })),
  };
  return [...days, { from: startOf(dayAfter(month.lastDate)), plan: closed }];
}

/** Whose replay a plan is; null for a plan that no replay made. */
export function markOf(plan: Plan): Mark | null {
  const [, fingerprint, lastDate] = MARK.exec(plan.workshop.name) ?? [];
  if (fingerprint === undefined || lastDate === undefined) return null;
  const isOurs = plan.devices.every(({ id }) => id.startsWith(DEVICE_PREFIX));
  return isOurs ? { fingerprint, lastDate } : null;
}

/** When a day of the replay begins; UTC ms. */
export function startOf(date: ReplayDay["date"]): number {
  return momentOf(date, "00:00");
}

/** A time of a day in the replay's zone; UTC ms. */
export function momentOf(date: string, time: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time })
    .epochMilliseconds;
}

/** Today's date in the replay's zone. */
export function dateAt(now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
    .toString();
}

function nameOf({ fileName, fingerprint, lastDate }: Month): string {
  return `Rejeu de ${fileName.slice(0, FILE_NAME_LENGTH)} [${fingerprint} ${lastDate}]`;
}

function lineOf({ team, standardMinutes, operators, plannedEfficiency }: Work): PlanLine {
  return {
    id: team.id,
    name: team.name,
    target: Math.round((plannedEfficiency * operators * DAY_MINUTES) / standardMinutes),
    operators,
    stations: [
      {
        id: `poste-${team.id}`,
        name: team.name,
        operation: "Journée de l'équipe",
        standardMinutes,
        device: team.device,
        // Its counter is a contact at the end of the line: each pulse is a piece.
        minStitches: 0,
        trimsPerPiece: 1,
      },
    ],
  };
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}
