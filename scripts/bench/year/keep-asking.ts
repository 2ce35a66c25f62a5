import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TrameServer } from "../trame-server.ts";

/** What is asked of a server while counters speak to it. */
export interface Asking {
  readonly asked: string;
  /** Below the interface's address, of {@link DAY}. */
  readonly paths: readonly string[];
  /** Between the answers of a day and the next day's questions, ms. */
  readonly pauseMs: number;
}

/** Stands for a day in a path. */
export const DAY = "{day}";
const DAILY_EXPORT = `/exports/daily?day=${DAY}`;
export const ASKINGS: readonly Asking[] = [
  { asked: "a day's export each second", paths: [DAILY_EXPORT], pauseMs: 1_000 },
  { asked: "a day's export, back to back", paths: [DAILY_EXPORT], pauseMs: 0 },
  {
    asked: "export, report and table of a day, back to back",
    paths: [
      DAILY_EXPORT,
      `/reports/production?from=${DAY}&to=${DAY}`,
      `/exports/production?from=${DAY}&to=${DAY}&format=csv`,
    ],
    pauseMs: 0,
  },
];

/** What the process that asks is sent. */
export interface AskerJob extends Pick<Asking, "paths" | "pauseMs"> {
  readonly server: Pick<TrameServer, "http" | "token">;
  /** Asked for one after the other, and again. */
  readonly days: readonly string[];
}

/** A process that asks until it is told to stop. */
export interface Asker {
  /** Resolves when nothing is asked any more: how many answers there were. */
  stop(): Promise<number>;
}

const SCRIPT = fileURLToPath(new URL("./asker.ts", import.meta.url));

/** How Linux runs a process whose threads get a processor where no other has work. */
const ASIDE = ["chrt", "--idle", "0"] as const;

/**
 * Resolves when the first question has been answered: starting a process is not what is measured.
 * @param isAside it stands for a computer of its own, and takes no processor from what is measured; on a machine that has other
 *   things to do it might never get to ask
 */
export async function keepAsking(job: AskerJob, isAside: boolean): Promise<Asker> {
  const command = [...(isAside ? ASIDE : []), process.execPath, SCRIPT];
  const asker = spawn(command[0] ?? "", command.slice(1), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(asker, "exit").then(() => Promise.reject(new Error("the asker has ended")));
  // Whether it is waited for when it ends, or not.
  ended.catch(() => undefined);
  const said = async (): Promise<number> =>
    Number((await Promise.race([once(asker, "message"), ended]))[0]);
  asker.send(job);
  await said();
  return {
    async stop() {
      asker.send("stop");
      return await said();
    },
  };
}

/**
 * The days from the newest back, beginning after those that were asked for already. A day comes back after all others: what was
 * answered is kept no more.
 */
export function daysAfter(days: readonly string[], asked: number): string[] {
  const newestFirst = days.toReversed();
  const from = asked % newestFirst.length;
  return [...newestFirst.slice(from), ...newestFirst.slice(0, from)];
}

/** Answers how long the whole answer took, ms. */
export async function ask(
  { http, token }: Pick<TrameServer, "http" | "token">,
  path: string,
): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${http}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return performance.now() - began;
}
