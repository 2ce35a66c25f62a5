import { createHash } from "node:crypto";
import type { TeamDay } from "./factory-file.ts";

/** A team of the factory: a line with one station and one counter. */
export interface Team {
  readonly id: string;
  readonly name: string;
  /** Its counter. */
  readonly device: string;
}

/** What a team makes on a day. */
export interface Work extends Omit<TeamDay, "team"> {
  readonly team: Team;
  readonly pieces: number;
}

/** A day of the file, and the day on which it is played. */
export interface ReplayDay {
  readonly fileDate: string;
  /** Working day, `2026-11-20`. */
  readonly date: string;
  readonly works: readonly Work[];
}

/** A file laid onto the calendar. */
export interface Month {
  readonly fileName: string;
  /** Of the file's text, 8 hex digits. */
  readonly fingerprint: string;
  /** The working day on which its last day is played. */
  readonly lastDate: string;
  readonly teams: readonly Team[];
  /** Ascending. */
  readonly days: readonly ReplayDay[];
}

/** A file as it was read. */
export interface FactoryFile {
  readonly name: string;
  readonly text: string;
  readonly teamDays: readonly TeamDay[];
}

/** The file does not tell how long a day was: an assumption that `pieces` and the calendar share. min */
export const DAY_MINUTES = 600;
export const DEVICE_PREFIX = "rejeu.";
const SATURDAY = 6;
const SLUG_LENGTH = 40;

/** Of a file's text: the same file is the same story. */
export function fingerprintOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** Lays the days of a file, in their order, onto the working days that end with `lastDate`. */
export function layOutMonth(file: FactoryFile, lastDate: string): Month {
  const fileDates = [...new Set(file.teamDays.map(({ date }) => date))].toSorted();
  const dates = workingDaysUntil(lastDate, fileDates.length);
  const teams = createTeams();
  const days = fileDates.map((fileDate, index) => {
    const rows = file.teamDays.filter(({ date }) => date === fileDate);
    const works = rows.map((row, at) => ({
      ...row,
      // Two rows of one team on one day are two lines, so that each keeps its own figures.
      team: teams.of(row, rows.slice(0, at).filter((other) => isSameTeam(other, row)).length),
      pieces: piecesOf(row),
    }));
    return { fileDate, date: dates[index] ?? lastDate, works };
  });
  const { name: fileName, text } = file;
  return { fileName, fingerprint: fingerprintOf(text), lastDate, teams: teams.all(), days };
}

/** The last day before another on which a workshop works; Monday to Friday. */
export function workingDayBefore(date: string): string {
  let day = Temporal.PlainDate.from(date).subtract({ days: 1 });
  while (day.dayOfWeek >= SATURDAY) day = day.subtract({ days: 1 });
  return day.toString();
}

/** Pieces that give a row its efficiency, as nearly as whole pieces can. */
function piecesOf({ efficiency, operators, standardMinutes }: TeamDay): number {
  return Math.round((efficiency * operators * DAY_MINUTES) / standardMinutes);
}

function workingDaysUntil(last: string, count: number): string[] {
  const days = [last];
  while (days.length < count) days.unshift(workingDayBefore(days[0] ?? last));
  return days;
}

function isSameTeam(a: TeamDay, b: TeamDay): boolean {
  return a.department === b.department && a.team === b.team;
}

/** Names teams as they appear; what people wrote becomes an id that no other team has. */
function createTeams() {
  const byKey = new Map<string, Team>();
  const ids = new Set<string>();

  function idOf(name: string): string {
    const plain = name.normalize("NFKD").replaceAll(/[^A-Za-z0-9]+/g, "-");
    const slug = plain.replaceAll(/^-|-$/g, "").slice(0, SLUG_LENGTH) || "equipe";
    let id = slug;
    for (let n = 2; ids.has(id); n++) id = `${slug}-${n}`;
    ids.add(id);
    return id;
  }

  return {
    all: () => [...byKey.values()],
    of({ department, team }: TeamDay, before: number): Team {
      const key = JSON.stringify([department, team, before]);
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const name = before === 0 ? `${department} ${team}` : `${department} ${team} (${before + 1})`;
      const id = idOf(name);
      const created = { id, name: name.slice(0, 120), device: `${DEVICE_PREFIX}${id}` };
      byKey.set(key, created);
      return created;
    },
  };
}
