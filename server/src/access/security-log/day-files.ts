import { mkdirSync } from "node:fs";
import { appendFile, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLines, type SecurityLine, writeLine } from "./lines.ts";

/** A file of lines for each day (YYYY-MM-DD). What is written is written one after the other. */
export interface DayFiles {
  read(day: string): Promise<SecurityLine[]>;
  /** The latest first. */
  days(): Promise<string[]>;
  append(day: string, line: SecurityLine): void;
  /** There is the old file or the new one. */
  replace(day: string, lines: readonly SecurityLine[]): void;
  removeBefore(day: string): Promise<void>;
  settled(): Promise<void>;
}

const NAME = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;
/** Only the server's own user reads it. */
const FOLDER_MODE = 0o700;
const MODE = 0o600;

export function openDayFiles(folder: string, onError: (error: unknown) => void): DayFiles {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  const fileOf = (day: string): string => join(folder, `${day}.jsonl`);
  let writing = Promise.resolve();
  function inTurn(work: () => Promise<void>): void {
    writing = writing.then(work).catch(onError);
  }
  async function days(): Promise<string[]> {
    const names = await readdir(folder);
    return names
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .toSorted()
      .toReversed();
  }

  return {
    days,
    // No file: nothing happened that day, or it is kept no longer.
    read: async (day) => parseLines(await readFile(fileOf(day), "utf8").catch(() => "")),
    append: (day, line) => inTurn(() => appendFile(fileOf(day), writeLine(line), { mode: MODE })),
    replace: (day, lines) =>
      inTurn(async () => {
        const file = fileOf(day);
        await writeFile(`${file}.new`, lines.map(writeLine).join(""), { mode: MODE });
        await rename(`${file}.new`, file);
      }),
    async removeBefore(oldest) {
      const old = (await days()).filter((day) => day < oldest);
      await Promise.all(old.map((day) => rm(fileOf(day), { force: true })));
    },
    settled: () => writing,
  };
}
