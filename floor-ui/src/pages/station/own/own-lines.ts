import {
  ANSWER_WITHIN_DAYS,
  type LookKind,
  type OwnData,
  type OwnLook,
  type PersonRequest,
} from "@trame/shared";
import type { OwnDataI18n } from "../../../i18n/own-data.ts";

/** One row: what it is about, and what is noted. */
export interface OwnLine {
  readonly label: string;
  readonly text: string;
}

const DAY_MS = 86_400_000;

/** Who somebody is here. */
export function sheetLines({ person, acts, plans, assignmentsDays }: OwnData, i18n: OwnDataI18n) {
  const { t, percent, date } = i18n;
  const modes = Object.entries(t.mode).filter(([name]) => Reflect.get(person.mode ?? {}, name));
  const list = (texts: readonly string[]) => texts.join(", ") || t.nothing;
  const planned = plans.map(({ day, stationId }) =>
    stationId === null ? t.away(date(day)) : t.wantedAt(date(day), stationId),
  );
  const lines: [keyof typeof t.line, string][] = [
    ["pseudonym", person.pseudonym],
    ["badge", person.badgeCode],
    ["skills", list(skillsOf(person, i18n))],
    ["modes", list(modes.map(([, label]) => label))],
    ["pace", person.pace === undefined ? t.nothing : percent(person.pace)],
    ["pattern", list(hoursOf(person, i18n))],
    ["name", person.hasName ? t.nameKept : t.nothing],
    ["acts", t.acts(acts, assignmentsDays)],
    ["plan", list(planned)],
  ];
  return lines.map(([key, text]): OwnLine => ({ label: t.line[key], text }));
}

function skillsOf({ skills = [] }: OwnData["person"], { t }: OwnDataI18n): string[] {
  return skills.map(({ operation, level }) => `${operation} (${t.level[level] ?? ""})`);
}

function hoursOf({ pattern = [] }: OwnData["person"], { t }: OwnDataI18n): string[] {
  return pattern.map(({ days, from, to }) => {
    const names = days.map((day) => t.weekdays[day - 1] ?? "").join(" ");
    return t.pattern(names, from, to);
  });
}

/** Where somebody was. */
export function whereLines({ presences }: OwnData, { t, dayMonthAt, time }: OwnDataI18n) {
  return presences.map(({ stationId, from, to, isWithoutPin }): OwnLine => {
    const day = dayMonthAt(from);
    const when = to === null ? t.stayOpen(day, time(from)) : t.stay(day, time(from), time(to));
    const text = isWithoutPin ? `${when} · ${t.withoutPin}` : when;
    return { label: t.station(stationId), text };
  });
}

/** Who looked. */
export function lookLines({ looks }: OwnData, i18n: OwnDataI18n) {
  const { t, dayMonthAt, time } = i18n;
  return looks.map((look): OwnLine => {
    const told = whatOf(look.what, i18n);
    const whole = look.isOfAll ? `${told} ${t.ofAll}` : told;
    const label = `${dayMonthAt(look.at)}, ${time(look.at)}`;
    return { label, text: t.looked(whole, readerOf(look, i18n)) };
  });
}

/** What was looked at, as people say it. */
function whatOf(kind: LookKind, { t }: OwnDataI18n): string {
  const { ownData, ownProgress, ownExport, ...others } = t.what;
  const own = { "own-data": ownData, "own-progress": ownProgress, "own-export": ownExport };
  return { ...others, ...own }[kind];
}

/** Who it was, as people say it. */
export function readerOf({ by, name }: Pick<OwnLook, "by" | "name">, { t }: OwnDataI18n): string {
  const { self, token, account, key, station } = t.by;
  if (by === "self") return self;
  if (by === "token") return token;
  if (by === "account") return account(name);
  return by === "key" ? key(name) : station(name);
}

/** What somebody asked, and what they were answered. */
export function requestLines({ requests }: OwnData, i18n: OwnDataI18n) {
  const { t } = i18n;
  return requests.map((request): OwnLine => {
    const label = t.request(t.kind[request.kind], t.about[request.about]);
    const parts = [request.words, answerOf(request, i18n)];
    return { label, text: parts.filter((part) => part !== null).join(" — ") };
  });
}

function answerOf(request: PersonRequest, { t, dayMonthAt }: OwnDataI18n): string {
  const { answer, answerWords, at } = request;
  if (answer === null) return t.waits(dayMonthAt(at + ANSWER_WITHIN_DAYS * DAY_MS));
  return [t.answer[answer], answerWords].filter((part) => part !== null).join(" ");
}
