import { DEFECTS, type OwnAct, type OwnExport } from "@trame/shared";
import type { copyFr } from "../../i18n/copy-fr.ts";
import type { OwnDataI18n } from "../../i18n/own-data.ts";
import { hasWord } from "../manage/journal/entry-view.ts";
import { type OwnLine, placeOf } from "../station/own/own-lines.ts";

/** What somebody did, a row each, with all that was said of it. */
export function didLines(copy: OwnExport, words: typeof copyFr, i18n: OwnDataI18n): OwnLine[] {
  const { dayMonthAt, time } = i18n;
  return copy.didActs.map((act): OwnLine => {
    const kind = hasWord(words.kinds, act.kind) ? words.kinds[act.kind] : act.kind;
    const place =
      act.stationId === null ? kind : words.did(kind, placeOf(act.stationId, copy, i18n));
    const fates = [act.isRefused ? words.refused : "", act.isUndone ? words.undone : ""];
    const text = [place, ...saidOf(act, words, i18n), ...fates].filter((part) => part !== "");
    return { label: `${dayMonthAt(act.at)}, ${time(act.at)}`, text: text.join(" · ") };
  });
}

interface Saying {
  readonly words: typeof copyFr;
  readonly i18n: OwnDataI18n;
}

type Tell = (value: unknown, saying: Saying) => string;

/** Each thing that an act says, in the order in which people tell it. */
const TELLS: Readonly<Record<string, Tell>> = {
  direction: (value, { words }) => {
    const name = String(value);
    return hasWord(words.directions, name) ? words.directions[name] : name;
  },
  code: (value, { words }) => words.bundle(String(value)),
  codes: (value, { words }) =>
    listOf(value)
      .map((code) => words.bundle(String(code)))
      .join(", "),
  operation: (value, { words }) => words.operation(String(value)),
  outcome: (value, { words }) => toldOutcome(fieldsOf(value), words),
  good: (value, { words }) => toldOutcome({ good: value }, words),
  rework: (value, { words }) => toldOutcome({ rework: value }, words),
  second: (value, { words }) => toldOutcome({ second: value }, words),
  scrap: (value, { words }) => toldOutcome({ scrap: value }, words),
  pieces: (value, { words, i18n }) => toldPieces(Number(value), words, i18n),
  isRepaired: (value, { words }) => (value === true ? words.repaired : ""),
  defects: (value, saying) =>
    listOf(value)
      .map((defect) => toldDefect(defect, saying))
      .join(", "),
  photo: (_value, { words }) => words.photo,
  call: (value, { words }) => {
    const name = String(value);
    return hasWord(words.calls, name) ? words.calls[name] : name;
  },
  upkeep: (value, { words }) => {
    const name = String(value);
    return hasWord(words.upkeeps, name) ? words.upkeeps[name] : name;
  },
  isRaised: (value, { words }) => (value === false ? words.late : ""),
  note: (value, { words }) => words.quoted(String(value)),
};

/** Whatever has no sentence of its own is told as it is kept: a copy leaves nothing out. */
function saidOf({ said }: OwnAct, words: typeof copyFr, i18n: OwnDataI18n): string[] {
  const given = Object.entries(said).filter(([, value]) => value !== null && value !== "");
  const others = given.filter(([name]) => TELLS[name] === undefined);
  const told = Object.entries(TELLS).flatMap(([name, tell]) =>
    given.filter(([field]) => field === name).map(([, value]) => tell(value, { words, i18n })),
  );
  return [...told, ...others.map(([name, value]) => words.other(name, JSON.stringify(value)))];
}

function toldOutcome(outcome: Readonly<Record<string, unknown>>, words: typeof copyFr): string {
  return Object.entries(words.outcomes)
    .map(([name, tell]) => ({ n: Number(outcome[name] ?? 0), tell }))
    .filter(({ n }) => n !== 0)
    .map(({ n, tell }) => tell(n))
    .join(", ");
}

function toldPieces(n: number, words: typeof copyFr, { number, signed }: OwnDataI18n): string {
  return words.pieces(n, n < 0 ? signed(n) : number(n));
}

function toldDefect(value: unknown, { words, i18n }: Saying): string {
  const { defect, pieces } = fieldsOf(value);
  const label = DEFECTS.find(({ code }) => code === defect)?.label;
  const name = i18n.language === "en" ? (label?.en ?? label?.fr) : label?.fr;
  return words.defect(name ?? String(defect), Number(pieces));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
