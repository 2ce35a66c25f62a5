import type { ReportedState } from "@trame/shared";
import type { Random } from "../random.ts";
import type { MonthDay, MonthHappening, MonthMessage, MonthSample, Span } from "./month.ts";

/** What a counter saw of a month. */
export interface CounterDays {
  readonly device: string;
  readonly pieces: readonly number[];
  /** When it said that its machine waits, and when that it is at fault; apart from each other. */
  readonly idle: readonly Span[];
  readonly fault: readonly Span[];
}

const MINUTE_MS = 60_000;
const BEFORE_MS = 2 * MINUTE_MS;
/** Samples in a message. */
const TOGETHER = 5;
const LATE = 0.05;
const TWICE = 0.03;
const STITCHES = 240;
const TRIMS = 4;

/** All that a counter sends: a boot a day, a sample for each piece, change and minute; some late, some twice. */
export function sendDays(
  { device, ...seen }: CounterDays,
  days: readonly MonthDay[],
  random: Random,
): MonthHappening[] {
  return days.flatMap(({ windows }) => {
    const from = (windows[0]?.from ?? 0) - BEFORE_MS;
    const to = (windows.at(-1)?.to ?? 0) + MINUTE_MS;
    const boot = random.hex(8);
    const samples = samplesOf(seen, { from, to });
    const messages = inGroups(samples, TOGETHER).map(
      (group): MonthMessage => ({
        deviceId: device,
        boot,
        up: group.at(-1)?.up ?? 0,
        samples: group,
      }),
    );
    return messages.flatMap((message, index) =>
      sent(message, from, { random, isFirst: index === 0 }),
    );
  });
}

/** A boot is heard at once when it begins: what is late can be dated. */
function sent(
  message: MonthMessage,
  bootAt: number,
  { random, isFirst }: { random: Random; isFirst: boolean },
): MonthHappening[] {
  const prompt = bootAt + message.up + Math.round(random.between(20, 400));
  const isLate = !isFirst && random.chance(LATE);
  const received = isLate ? prompt + Math.round(random.between(1, 1_200)) * MINUTE_MS : prompt;
  const happening: MonthHappening = {
    kind: "samples",
    received,
    message: restamped(message, received - bootAt),
  };
  if (!random.chance(TWICE)) return [happening];
  const again = received + Math.round(random.between(1, 90)) * MINUTE_MS;
  return [
    happening,
    { kind: "samples", received: again, message: restamped(message, again - bootAt) },
  ];
}

/** A message says how long its counter has run when it is sent. */
function restamped(message: MonthMessage, up: number): MonthMessage {
  return { ...message, up };
}

function samplesOf({ pieces, idle, fault }: Omit<CounterDays, "device">, { from, to }: Span) {
  const within = (at: number): boolean => at > from && at < to;
  const own = pieces.filter(within);
  const edges = [...idle, ...fault].flatMap((span) => [span.from, span.to]);
  const minutes = Array.from(
    { length: Math.floor((to - from) / MINUTE_MS) },
    (_, index) => from + index * MINUTE_MS,
  );
  const moments = [...new Set([...minutes, ...edges.filter(within), ...own])];
  return moments
    .toSorted((a, b) => a - b)
    .map((at, index): MonthSample => {
      const made = own.filter((piece) => piece <= at).length;
      const state = stateAt(at, { idle, fault });
      return {
        ...{ seq: index + 1, up: at - from, state },
        ...{ pieces: made, stitches: made * STITCHES, trims: made * TRIMS },
      };
    });
}

function stateAt(at: number, { idle, fault }: Pick<CounterDays, "idle" | "fault">): ReportedState {
  const holds = ({ from, to }: Span): boolean => from <= at && at < to;
  if (fault.some(holds)) return "fault";
  return idle.some(holds) ? "idle" : "running";
}

function inGroups<Of>(all: readonly Of[], size: number): Of[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
