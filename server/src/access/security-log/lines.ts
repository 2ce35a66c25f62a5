/** Something that concerns who may come in. Ids and addresses alone: no text that somebody sent is in it, and no secret. */
export interface SecurityEvent {
  /** A code of the refusals, why a counter was refused, or `done`. */
  readonly code: string;
  /** Who asked, as the journal names its authors; null: a counter that no plan knows. */
  readonly who: string | null;
  /** The address that asked, or the half of it that one machine has (IPv6). */
  readonly from: string | null;
  /** Method and address of a route, its blanks unfilled; null: over MQTT. */
  readonly what: string | null;
  /** The account, key, screen or session that it was about; null: none that is known. */
  readonly about: string | null;
}

/** The same event, as often as it happened on one day; moments are UTC ms. */
export interface SecurityLine extends SecurityEvent {
  readonly since: number;
  readonly until: number;
  readonly count: number;
}

/** One day's lines. */
export interface DayLines {
  /** True when there is a line more. */
  add(event: SecurityEvent, at: number): boolean;
  /** The one that was added last is the last. */
  all(): SecurityLine[];
}

/** So many different ones a day; what is beyond is counted in one line. */
const LINES_MAX = 1_000;
/** Of these, of whom nobody knows: a stranger can't fill what colleagues would be found in. */
const STRANGERS_MAX = 700;
const STRANGERS = new Set([null, "anonymous", "local"]);
const BEYOND: SecurityEvent = { code: "beyond", who: null, from: null, what: null, about: null };

export function createDayLines(before: readonly SecurityLine[] = []): DayLines {
  const lines = new Map(before.map((line) => [keyOf(line), line]));
  let strangers = [...lines.values()].filter(({ who }) => STRANGERS.has(who)).length;

  function hasRoom(isStranger: boolean): boolean {
    return lines.size < LINES_MAX && (!isStranger || strangers < STRANGERS_MAX);
  }

  function count(key: string, event: SecurityEvent, at: number): boolean {
    const line = lines.get(key);
    lines.set(key, {
      ...event,
      since: line?.since ?? at,
      until: at,
      count: (line?.count ?? 0) + 1,
    });
    return line === undefined;
  }

  return {
    add(event, at) {
      const key = keyOf(event);
      if (lines.has(key)) return count(key, event, at);
      const isStranger = STRANGERS.has(event.who);
      if (!hasRoom(isStranger)) return count(keyOf(BEYOND), BEYOND, at);
      if (isStranger) strangers += 1;
      return count(key, event, at);
    },
    all: () => [...lines.values()],
  };
}

/** Lines as they were written; half of one, after a power cut, is none. */
export function parseLines(text: string): SecurityLine[] {
  return text.split("\n").flatMap((line) => {
    try {
      const parsed = JSON.parse(line);
      return isLine(parsed) ? [parsed] : [];
    } catch {
      return [];
    }
  });
}

export function writeLine(line: SecurityLine): string {
  return `${JSON.stringify(line)}\n`;
}

function isLine(value: unknown): value is SecurityLine {
  const { code, since, until, count } = Object(value) as Record<string, unknown>;
  return typeof code === "string" && [since, until, count].every(Number.isSafeInteger);
}

function keyOf({ code, who, from, what, about }: SecurityEvent): string {
  return JSON.stringify([code, who, from, what, about]);
}
