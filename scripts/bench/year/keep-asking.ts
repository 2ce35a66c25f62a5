import { setTimeout as wait } from "node:timers/promises";
import type { TrameServer } from "../trame-server.ts";

/** What is asked of a server while counters speak to it. */
export interface Asking {
  readonly asked: string;
  /** Of a day. */
  readonly paths: readonly ((day: string) => string)[];
  /** Between an answer and the next question, ms. */
  readonly pauseMs: number;
}

const dailyExport = (day: string): string => `/exports/daily?day=${day}`;
export const ASKINGS: readonly Asking[] = [
  { asked: "a day's export each second", paths: [dailyExport], pauseMs: 1_000 },
  { asked: "a day's export, back to back", paths: [dailyExport], pauseMs: 0 },
  {
    asked: "export, report and table of a day, back to back",
    paths: [
      dailyExport,
      (day) => `/reports/production?from=${day}&to=${day}`,
      (day) => `/exports/production?from=${day}&to=${day}&format=csv`,
    ],
    pauseMs: 0,
  },
];
interface Asked extends Asking {
  /** The days to ask for, one after the other. */
  readonly days: Iterator<string, never>;
}

/** One day after the other, from the newest back, and again. A day comes back after all others: what was answered is kept no more. */
export function* inTurn(days: readonly string[]): Generator<string, never> {
  for (;;) yield* days.toReversed();
}

export function keepAsking(
  server: TrameServer,
  { days, paths, pauseMs }: Asked,
): { stop(): Promise<number> } {
  let isStopped = false;
  let answered = 0;
  const asking = (async () => {
    while (!isStopped) {
      const day = days.next().value;
      for (const path of paths) await ask(server, path(day));
      answered += paths.length;
      await wait(pauseMs);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await asking;
      return answered;
    },
  };
}

/** Answers how long the whole answer took, ms. */
export async function ask({ http, token }: TrameServer, path: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${http}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return performance.now() - began;
}
