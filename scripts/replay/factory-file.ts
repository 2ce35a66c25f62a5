import { type CsvRecord, parseCsv } from "./csv.ts";

/** What a team did on one day, as the file tells it. */
export interface TeamDay {
  /** Line of the file. */
  readonly line: number;
  /** `2015-01-31`. */
  readonly date: string;
  readonly department: string;
  readonly team: string;
  /** `smv`: minutes allowed for one piece. */
  readonly standardMinutes: number;
  /** `no_of_workers`, a decimal. */
  readonly operators: number;
  /** `actual_productivity`: earned over attended minutes, a ratio. */
  readonly efficiency: number;
  /** `targeted_productivity`, a ratio. */
  readonly plannedEfficiency: number;
}

/** The team-days of a file, or one sentence for each thing that is wrong with it. */
export type ParsedFactoryFile =
  | { readonly ok: true; readonly teamDays: readonly TeamDay[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** As published, with its spelling. */
const COLUMNS = [
  "date",
  "quarter",
  "department",
  "day",
  "team",
  "targeted_productivity",
  "smv",
  "wip",
  "over_time",
  "incentive",
  "idle_time",
  "idle_men",
  "no_of_style_change",
  "no_of_workers",
  "actual_productivity",
] as const;
type Column = (typeof COLUMNS)[number];

/** What a number must be; the bounds are those of a plan. */
interface Range {
  readonly isIn: (value: number) => boolean;
  readonly words: string;
}

const RATIO: Range = { isIn: (value) => value >= 0 && value <= 10, words: "un nombre de 0 à 10" };
const MINUTES: Range = {
  isIn: (value) => value > 0 && value <= 1_000,
  words: "un nombre de minutes au-dessus de 0 et jusqu'à 1000",
};
const PEOPLE: Range = {
  isIn: (value) => value > 0 && value <= 10_000,
  words: "un nombre de personnes au-dessus de 0 et jusqu'à 10000",
};
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

class RowFault extends Error {}

/** Reads a file with these 15 columns, in any order. */
export function parseFactoryFile(text: string): ParsedFactoryFile {
  const csv = parseCsv(text);
  if (!csv.ok) return refuse([`ligne ${csv.line} : un guillemet n'est pas à sa place.`]);
  const [header, ...records] = csv.records;
  const names = header?.fields.map((name) => name.trim()) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return refuse(missing.map((column) => `ligne 1 : la colonne « ${column} » manque.`));
  }
  const teamDays: TeamDay[] = [];
  const faults: string[] = [];
  for (const record of records) {
    try {
      teamDays.push(readTeamDay(record, names));
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      faults.push(`ligne ${record.line} : ${error.message}`);
    }
  }
  if (faults.length > 0) return refuse(faults);
  return teamDays.length > 0 ? { ok: true, teamDays } : refuse(["le fichier n'a aucun jour."]);
}

function refuse(faults: readonly string[]): ParsedFactoryFile {
  return { ok: false, faults };
}

function readTeamDay({ line, fields }: CsvRecord, names: readonly string[]): TeamDay {
  if (fields.length !== names.length) {
    throw new RowFault(`${fields.length} champs, ${names.length} sont attendus.`);
  }
  const field = (column: Column): string => fields[names.indexOf(column)]?.trim() ?? "";
  const text = (column: Column): string => {
    if (field(column) === "") throw new RowFault(`${column} est vide.`);
    return field(column);
  };
  const number = (column: Column, { isIn, words }: Range): number => {
    const value = NUMBER.test(field(column)) ? Number(field(column)) : Number.NaN;
    if (isIn(value)) return value;
    throw new RowFault(`${column} vaut « ${field(column)} », ${words} est attendu.`);
  };
  return {
    line,
    date: readDate(field("date")),
    department: text("department"),
    team: text("team"),
    standardMinutes: number("smv", MINUTES),
    operators: number("no_of_workers", PEOPLE),
    efficiency: number("actual_productivity", RATIO),
    plannedEfficiency: number("targeted_productivity", RATIO),
  };
}

function readDate(text: string): string {
  const [, month, day, year] = DATE.exec(text) ?? [];
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: "reject" }).toString();
  } catch {
    throw new RowFault(`date vaut « ${text} », une date comme 1/31/2015 est attendue.`);
  }
}
