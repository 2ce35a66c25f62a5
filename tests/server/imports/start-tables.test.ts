import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it, onTestFinished } from "vitest";
import { readTable } from "../../../server/src/imports/read-table.ts";
import { startTables, type Tables } from "../../../server/src/imports/start-tables.ts";

function open(): Tables {
  const tables = startTables();
  onTestFinished(() => tables.close());
  return tables;
}

/** As large as a file may be: 5 MiB of names. */
const LARGE = Buffer.from(`Modèle;Tailles\n${`POLO;${"x".repeat(4_000)}\n`.repeat(1_300)}`);
const SMALL = Buffer.from("Modèle;Tailles\nPOLO;S\n");

describe("opening a file", () => {
  it("[I15] in a thread tells what it tells anywhere", async () => {
    expect(await open().read(SMALL)).toEqual(await readTable(SMALL));
  });

  it("[I15] leaves the floor served meanwhile, opening it here would not", async () => {
    const tables = open();
    await tables.read(SMALL);
    const turnsOf = async (read: () => Promise<unknown>): Promise<number> => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await read();
      delay.disable();
      return delay.count;
    };
    const here = await turnsOf(() => readTable(LARGE));
    const elsewhere = await turnsOf(() => tables.read(LARGE));
    expect(here).toBeLessThan(5);
    expect(elsewhere).toBeGreaterThan(10);
  });

  it("[I15] that takes too much memory is refused alone", async () => {
    const tables = startTables(16);
    onTestFinished(() => tables.close());
    const many = Buffer.from(`a;b\n${"x;".repeat(90)}\n`.repeat(20_000));
    const read = await Promise.all([tables.read(many), tables.read(SMALL)]);
    expect(read[0]).toEqual({ ok: false, fault: "file-too-large" });
    expect(read[1]).toMatchObject({ ok: true });
  });

  it("[I15] beyond four at once is told to come later, and all the others are read", async () => {
    const tables = open();
    const read = await Promise.all(Array.from({ length: 5 }, () => tables.read(SMALL)));
    expect(read.map((table) => table !== null)).toEqual([true, true, true, true, false]);
  });

  it("[R22] closing ends what is being read, and tells whoever waits for it", async () => {
    const tables = startTables();
    const settled = Promise.allSettled([tables.read(LARGE), tables.read(SMALL)]);
    await tables.close();
    expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
