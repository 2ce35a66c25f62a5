import { backupNameOf } from "../../../data/desk/backup-id.ts";
import type { Fields, JournalRow } from "../../../data/desk/journal-rows.ts";
import type { JournalI18n } from "../../../i18n/journal.ts";

/** A line of the journal in words. */
export interface EntryView {
  /** `Chiffre corrigé · 118-117-K`. */
  readonly title: string;
  readonly changes: readonly ChangeView[];
  /** Something that no words of ours tell: for whoever looks closer. */
  readonly hasDetail: boolean;
}

/** One figure or field, as it was and as it is; null where there was nothing. */
export interface ChangeView {
  readonly label: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** Names that the workshop gives. */
export interface EntryNames {
  stationName(stationId: string): string;
  /** In the language of the page; the code of one that is on the list no more. */
  causeName(code: string): string;
  defectName(code: string): string;
}

/** Fields that are moments, UTC ms. */
const MOMENTS = ["from", "to", "hour"];
const OF_BACKUPS = ["backup", "backup-taken-in", "backup-download", "backup-restore"];
/** What has an id that says nothing to anybody. */
const WITH_NAMES = ["account", "session", "sign-in-refused", "api-key", "screen"];

/** What of a body is figures: an outcome is told as its parts. */
export function figuresOf(fields: Fields | null): Fields {
  const { outcome, ...rest } = fields ?? {};
  return { ...rest, ...(isFields(outcome) && outcome) };
}

/** Tells a line of the journal. */
export function entryView(row: JournalRow, names: EntryNames, i18n: JournalI18n): EntryView {
  const { t } = i18n;
  // A session that begins has nothing before it, one that ends nothing after.
  const of = row.kind === "session" && row.after === null ? "session-over" : row.kind;
  const kind = hasWord(t.journal.kinds, of) ? t.journal.kinds[of] : row.kind;
  const subject = subjectOf(row, names, i18n);
  const named = (fields: Fields | null): Fields => {
    const { cause, ...others } = figuresOf(fields);
    const rest = withDefects(others, names);
    if (typeof cause !== "string") return rest;
    const isPurge = row.kind === "purge" && hasWord(t.journal.purgeCauses, cause);
    return { ...rest, cause: isPurge ? t.journal.purgeCauses[cause] : names.causeName(cause) };
  };
  // Of a setting its name says what changed; its value is for whoever looks closer.
  const isPlain = row.kind !== "setting" && row.kind !== "plan";
  const changes = isPlain ? changesOf(named(row.before), named(row.after), i18n) : [];
  return {
    title: subject === null ? kind : `${kind} · ${subject}`,
    changes,
    hasDetail: row.key === null && (row.before !== null || row.after !== null),
  };
}

/** « 2 Point sauté, 1 Trou »: defects are told by what they are called, not counted as entries of a list. */
export function withDefects(fields: Fields, { defectName }: EntryNames): Fields {
  const { defects } = fields;
  if (!Array.isArray(defects)) return fields;
  const told = defects.map(({ defect, pieces }) => `${pieces}\u00a0${defectName(defect)}`);
  return { ...fields, defects: told.length === 0 ? null : told.join(", ") };
}

/** What differs, field by field; of what has no words of ours, only that it was changed. */
export function changesOf(before: Fields, after: Fields, i18n: JournalI18n): ChangeView[] {
  const { t } = i18n;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): ChangeView[] => {
    const was = before[name];
    const is = after[name];
    if (!hasWord(t.journal.fields, name) || JSON.stringify(was) === JSON.stringify(is)) return [];
    const change = { was: shown(name, was, i18n), is: shown(name, is, i18n) };
    // Two moments within a minute read the same.
    if (MOMENTS.includes(name) && change.was === change.is) return [];
    return [{ label: t.journal.fields[name], ...change }];
  });
}

function subjectOf(
  { kind, subject, subjectName, stationId, after }: JournalRow,
  { stationName }: EntryNames,
  i18n: JournalI18n,
): string | null {
  const scope = after?.["scope"];
  if (isFields(scope) && typeof scope["stationId"] === "string") {
    return stationName(scope["stationId"]);
  }
  if (subject === null) return stationId === null ? null : stationName(stationId);
  if (kind === "setting" && hasWord(i18n.t.journal.settings, subject)) {
    return i18n.t.journal.settings[subject];
  }
  if (OF_BACKUPS.includes(kind)) return backupSubject(subject, i18n);
  if (WITH_NAMES.includes(kind)) return subjectName ?? i18n.t.journal.gone;
  if (kind === "photo") return null;
  if (kind !== "plan") return subject;
  const at = Date.parse(subject);
  return i18n.t.journal.planFrom(`${i18n.date(i18n.dayOf(at))}, ${i18n.time(at)}`);
}

function backupSubject(id: string, { t, date, dayOf, time }: JournalI18n): string {
  const name = backupNameOf(id);
  if (name === null) return id;
  const when = `${date(dayOf(name.at))}, ${time(name.at)}`;
  return t.journal.backupOf(when, t.journal.backupKinds[name.kind]);
}

/** null: there was nothing. */
function shown(name: string, value: unknown, i18n: JournalI18n): string | null {
  const { t, number, signed, date, dayOf, time } = i18n;
  if (value === undefined || value === null) return null;
  if (typeof value === "number" && MOMENTS.includes(name)) {
    return `${date(dayOf(value))}, ${time(value)}`;
  }
  if (typeof value === "number") return value < 0 ? signed(value) : number(value);
  if (typeof value === "string") return shownText(name, value, i18n);
  return Array.isArray(value) ? t.journal.items(value.length) : t.journal.changed;
}

function shownText(name: string, value: string, { t, day }: JournalI18n): string {
  if (name === "dueOn" || name === "day") return day(value);
  if (name === "state" && hasWord(t.journal.states, value)) return t.journal.states[value];
  if (name === "choice" && hasWord(t.journal.choices, value)) return t.journal.choices[value];
  return value;
}

/** Whether words of ours tell that name. */
export function hasWord<Of extends object>(words: Of, name: string): name is keyof Of & string {
  return Object.hasOwn(words, name);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
