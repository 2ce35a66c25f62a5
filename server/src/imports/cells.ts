import {
  formatDay,
  type MinutesFault,
  parseDay,
  parseStandardMinutes,
  type RefusalCode,
} from "@trame/shared";
import { type ImportFault, type Line, plain } from "./columns.ts";

/** Reads the cells of one line; what can't be read is noted, and a stand-in goes on so that all faults are found at once. */
export interface CellReader<Key extends string> {
  /** A text that may be empty. */
  text(key: Key, max?: number): string;
  /** A text that must be there. */
  needed(key: Key, max?: number): string;
  /** A name for programs: letters without accents, digits, `.`, `_`, `:` and `-`. */
  id(key: Key): string;
  /** A whole number within bounds; null when the cell is empty. */
  whole(key: Key, bounds: { readonly min: number; readonly max: number }): number | null;
  decimal(key: Key, bounds: { readonly above: number; readonly max: number }): number | null;
  /** « S, M, L »; empty cells are left out. */
  list(key: Key): string[];
  /** `2026-12-18`. */
  day(key: Key): string;
  minutes(key: Key): number;
  yes(key: Key): boolean;
  /** One of some words, by what each means; null when the cell is empty. */
  choice<Value>(key: Key, words: ReadonlyMap<string, Value>): Value | null;
  fault(key: Key, code: RefusalCode, blanks?: ImportFault["blanks"]): void;
}

const ID = /^[A-Za-z0-9._:-]{1,64}$/;
const YES = new Set(["oui", "o", "yes", "y", "vrai", "true", "x", "1"]);
const NO = new Set(["", "non", "n", "no", "faux", "false", "0"]);
/** Days since 1899-12-30, as spreadsheets count them: 2000 to 2099. */
const SERIAL = { min: 36_526, max: 73_050, epoch: 25_569 };
const DAY_OF_TEXT = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

const MINUTES_FAULTS = {
  empty: "minutes-empty",
  unreadable: "minutes-unreadable",
  "unit-missing": "minutes-unit-missing",
  "not-positive": "minutes-not-positive",
  "too-long": "minutes-too-long",
} as const satisfies Record<MinutesFault, RefusalCode>;

/** The reader of one line; what is wrong is added to `faults`. */
export function readCells<Key extends string>(
  line: Line<Key>,
  faults: ImportFault[],
): CellReader<Key> {
  const fault: Fault<Key> = (key, code, blanks) => {
    const place = { row: line.row, column: line.header(key), value: line.text(key), code };
    faults.push(blanks === undefined ? place : { ...place, blanks });
  };
  return {
    fault,
    ...textCells(line, fault),
    ...numberCells(line, fault),
    ...wordCells(line, fault),
  };
}

type Fault<Key extends string> = CellReader<Key>["fault"];

function textCells<Key extends string>(line: Line<Key>, fault: Fault<Key>) {
  function text(key: Key, max = 120): string {
    const value = line.text(key);
    if (value.length > max) fault(key, "cell-too-long", { limit: max });
    return value;
  }

  function needed(key: Key, max?: number): string {
    const value = text(key, max);
    if (value === "") fault(key, "cell-empty");
    return value;
  }

  return {
    text,
    needed,
    id(key: Key): string {
      const value = needed(key);
      if (value !== "" && !ID.test(value)) fault(key, "cell-not-id");
      return value;
    },
    list: (key: Key): string[] =>
      line
        .text(key)
        .split(/[,;/|]/)
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    day(key: Key): string {
      const day = dayOf(needed(key));
      if (day === null && line.text(key) !== "") fault(key, "cell-not-day");
      return day ?? "";
    },
  };
}

function numberCells<Key extends string>(line: Line<Key>, fault: Fault<Key>) {
  function number(key: Key): number | null {
    const value = line.text(key).replaceAll(/[\s\u00a0\u202f]/g, "");
    if (value === "") return null;
    if (/^[+-]?\d+(?:[.,]\d+)?$/.test(value)) return Number(value.replace(",", "."));
    fault(key, "cell-not-number");
    return null;
  }

  const cells: Pick<CellReader<Key>, "whole" | "decimal" | "minutes"> = {
    whole(key, { min, max }) {
      const value = number(key);
      if (value === null || (Number.isInteger(value) && value >= min && value <= max)) return value;
      fault(key, "cell-not-whole", { min, max });
      return null;
    },
    decimal(key, { above, max }) {
      const value = number(key);
      if (value === null || (value > above && value <= max)) return value;
      fault(key, "cell-out-of-range", { min: above, max });
      return null;
    },
    minutes(key) {
      const parsed = parseStandardMinutes(line.text(key), unitOf(line.header(key)));
      if (parsed.ok) return parsed.minutes;
      fault(key, MINUTES_FAULTS[parsed.reason]);
      return 1;
    },
  };
  return cells;
}

function wordCells<Key extends string>(line: Line<Key>, fault: Fault<Key>) {
  const cells: Pick<CellReader<Key>, "yes" | "choice"> = {
    yes(key) {
      const value = plain(line.text(key));
      if (!YES.has(value) && !NO.has(value)) fault(key, "cell-not-yes");
      return YES.has(value);
    },
    choice(key, words) {
      const value = line.text(key);
      if (value === "") return null;
      const found = words.get(plain(value));
      if (found === undefined)
        fault(key, "cell-not-choice", { words: [...words.keys()].join(", ") });
      return found ?? null;
    },
  };
  return cells;
}

/** « Temps (cmn) » says in what its figures are. */
function unitOf(header: string): "min" | "cmn" | undefined {
  if (/cmn|cmin|centi/i.test(header)) return "cmn";
  return /\bmin|\bmn/i.test(header) ? "min" : undefined;
}

/** « 18/12/2026 », « 18.12.26 », « 2026-12-18 » or a spreadsheet's serial number; null for none of them ([I4]). */
function dayOf(text: string): string | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : Number.NaN;
  if (serial >= SERIAL.min && serial <= SERIAL.max) return formatDay(serial - SERIAL.epoch);
  const [, day, month, year] = DAY_OF_TEXT.exec(text) ?? [];
  const iso =
    day === undefined || month === undefined || year === undefined
      ? text
      : `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(iso) === null ? null : iso;
}
