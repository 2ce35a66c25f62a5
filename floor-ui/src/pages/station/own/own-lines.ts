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

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Who somebody is here. */
export function sheetLines(data: OwnData, i18n: OwnDataI18n) {
  const { person, acts, plans, assignmentsDays } = data;
  const { t, percent, date } = i18n;
  const modes = Object.entries(t.mode).filter(([name]) => Reflect.get(person.mode ?? {}, name));
  const list = (texts: readonly string[]) => texts.join(", ") || t.nothing;
  const planned = plans.map(({ day, stationId }) =>
    stationId === null ? t.away(date(day)) : t.wantedAt(date(day), placeOf(stationId, data, i18n)),
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

/** A station as people call it; one that is gone by its id. */
export function placeOf(id: string, { stations }: Pick<OwnData, "stations">, { t }: OwnDataI18n) {
  return stations.find((station) => station.id === id)?.name ?? t.station(id);
}

/** Where somebody was. */
export function whereLines(data: OwnData, i18n: OwnDataI18n) {
  const { t, dayMonthAt, time } = i18n;
  return data.presences.map(({ stationId, from, to, isWithoutPin }): OwnLine => {
    const day = dayMonthAt(from);
    const when = to === null ? t.stayOpen(day, time(from)) : t.stay(day, time(from), time(to));
    const text = isWithoutPin ? `${when} · ${t.withoutPin}` : when;
    return { label: placeOf(stationId, data, i18n), text };
  });
}

/** Who looked, look by look. */
export function lookLines({ looks }: OwnData, i18n: OwnDataI18n) {
  const { dayMonthAt, time } = i18n;
  return looks.map((look): OwnLine => {
    const label = `${dayMonthAt(look.at)}, ${time(look.at)}`;
    return { label, text: toldLooks([look], i18n) };
  });
}

/** Who looked, hour by hour: a page that somebody opens reads several lists, and is one visit. */
export function visitLines({ looks }: Pick<OwnData, "looks">, i18n: OwnDataI18n): OwnLine[] {
  const { dayMonthAt, time, t } = i18n;
  return visitsOf(looks).map((visit) => {
    const times = visit.map(({ at }) => at);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const day = dayMonthAt(last);
    const isLong = time(first) !== time(last);
    const label = isLong ? t.stay(day, time(first), time(last)) : `${day}, ${time(last)}`;
    return { label, text: toldLooks(visit, i18n) };
  });
}

type Visit = readonly [OwnLook, ...OwnLook[]];

/** Looks of one reader at the team, or at this one person, in one hour. */
export function visitsOf(looks: readonly OwnLook[]): Visit[] {
  const visits = new Map<string, [OwnLook, ...OwnLook[]]>();
  for (const look of looks) {
    const hour = Math.floor(look.at / HOUR_MS);
    const key = JSON.stringify([look.by, look.name, look.isOfAll, hour]);
    const visit = visits.get(key);
    if (visit === undefined) visits.set(key, [look]);
    else visit.push(look);
  }
  return [...visits.values()];
}

function toldLooks(visit: Visit, i18n: OwnDataI18n): string {
  const { t } = i18n;
  const [{ isOfAll, ...reader }] = visit;
  const kinds = [...new Set(visit.map(({ what }) => what))].map((kind) => {
    const times = visit.filter(({ what }) => what === kind).length;
    const told = isOfAll ? whatOf(kind, t.what) : whatOf(kind, t.whatOwn);
    return times === 1 ? told : t.times(told, times);
  });
  const whole = kinds.join(", ");
  return t.looked(isOfAll ? t.ofAll(whole) : whole, readerOf(reader, i18n));
}

/** What was looked at, as people say it. */
function whatOf(kind: LookKind, words: OwnDataI18n["t"]["what"]): string {
  const { ownData, ownProgress, ownExport, ...others } = words;
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
