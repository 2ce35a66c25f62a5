import type { EveningExportSettings } from "@trame/shared";
import type { ExportsI18n } from "../../../i18n/exports.ts";

/** How the evening's files are doing, as the server tells it. */
export interface EveningStatus {
  readonly state: "off" | "ok" | "failing";
  /** UTC ms. */
  readonly nextAt: number | null;
  readonly last: {
    readonly day: string;
    readonly version: number;
    readonly writtenAt: number;
  } | null;
  readonly failing: { readonly message: string; readonly since: number } | null;
}

type Words = Pick<ExportsI18n, "t" | "day" | "moment">;

/** What was written last and what comes next, in sentences. */
export function statusLines({ state, nextAt, last }: EveningStatus, words: Words): string[] {
  const { evening } = words.t.exports;
  if (state === "off") return [evening.off];
  const next = nextAt === null ? [] : [evening.next(words.moment(nextAt))];
  return [last === null ? evening.waiting : lastLine(last, words), ...next];
}

function lastLine(
  { day, version, writtenAt }: NonNullable<EveningStatus["last"]>,
  { t, day: dayText, moment }: Words,
): string {
  const { evening } = t.exports;
  return version > 1
    ? evening.lastAgain(dayText(day), version, moment(writtenAt))
    : evening.last(dayText(day), moment(writtenAt));
}

/** What differs between two settings, in sentences. */
export function eveningChanges(
  before: EveningExportSettings,
  after: EveningExportSettings,
  { t }: Pick<ExportsI18n, "t">,
): string[] {
  const { evening, kinds, formats } = t.exports;
  const listed = (names: readonly string[]): string => names.join(", ") || evening.none;
  const shown = ({ folder, kinds: of, formats: as, lang }: EveningExportSettings) => [
    { field: evening.folder, value: folder || evening.none },
    { field: evening.kinds, value: listed(of.map((kind) => kinds[kind].name)) },
    { field: evening.formats, value: listed(as.map((format) => formats[format].name)) },
    { field: evening.language, value: evening.languages[lang] },
  ];
  const others = shown(after);
  const changes = shown(before).flatMap(({ field, value }, index) => {
    const now = others[index]?.value ?? "";
    return now === value ? [] : [evening.tell(field, value, now)];
  });
  if (before.enabled === after.enabled) return changes;
  return [after.enabled ? evening.tellOn : evening.tellOff, ...changes];
}

/** A name put into a list, or taken out of it; in the order of all names. */
export function toggled<Name extends string>(
  all: readonly Name[],
  chosen: readonly Name[],
  name: Name,
): Name[] {
  const isOn = chosen.includes(name);
  return all.filter((each) => (each === name ? !isOn : chosen.includes(each)));
}
