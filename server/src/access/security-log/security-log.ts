import { join } from "node:path";
import { SECURITY_KEPT_DAYS } from "@trame/shared";
import { openDayFiles } from "./day-files.ts";
import { createDayLines, type SecurityEvent, type SecurityLine } from "./lines.ts";

/** What was refused and what was changed of who may come in, a file a day beside the database and in no backup ([AC19]). */
export interface SecurityLog {
  note(event: SecurityEvent): void;
  /** The lines of a day (YYYY-MM-DD, UTC), the latest first; none of a day that is not kept. */
  read(day: string): Promise<SecurityLine[]>;
  /** Days that have lines, the latest first. */
  days(): Promise<string[]>;
  /** Takes away what is older than {@link SECURITY_KEPT_DAYS}; done each hour. */
  purge(): Promise<void>;
  /** Resolves when all that was noted is on disk. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface SecurityLogOptions {
  /** UTC ms. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** In the data folder. */
export const SECURITY_FOLDER = "security-log";

const DAY_MS = 86_400_000;
const PURGE_EVERY_MS = 3_600_000;
/** New lines are written at once, how often they came again this seldom: a flood costs no disk. */
const COUNTS_EVERY_MS = 600_000;

/** @param data TRAME_DATA */
export async function startSecurityLog(
  data: string,
  { now, onError }: SecurityLogOptions,
): Promise<SecurityLog> {
  const files = openDayFiles(join(data, SECURITY_FOLDER), onError);
  let today = dayOf(now());
  let lines = createDayLines(await files.read(today));
  let isCounted = true;

  function writeCounts(): void {
    if (!isCounted) files.replace(today, lines.all());
    isCounted = true;
  }

  function turnTo(day: string): void {
    if (day === today) return;
    writeCounts();
    today = day;
    lines = createDayLines();
  }

  function settled(): Promise<void> {
    writeCounts();
    return files.settled();
  }

  const purge = (): Promise<void> => files.removeBefore(dayOf(now() - SECURITY_KEPT_DAYS * DAY_MS));
  const timers = [
    setInterval(() => void purge().catch(onError), PURGE_EVERY_MS),
    setInterval(writeCounts, COUNTS_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  await purge();
  return {
    note(event) {
      const at = now();
      turnTo(dayOf(at));
      const isNew = lines.add(event, at);
      const last = lines.all().at(-1);
      if (isNew && last !== undefined) files.append(today, last);
      else isCounted = false;
    },
    async read(day) {
      const shown = day === today ? lines.all() : await files.read(day);
      return shown.toSorted((a, b) => b.until - a.until);
    },
    days: files.days,
    purge,
    settled,
    async close() {
      for (const timer of timers) clearInterval(timer);
      await settled();
    },
  };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, "YYYY-MM-DD".length);
}
