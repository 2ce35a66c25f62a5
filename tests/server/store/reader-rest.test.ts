import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter } from "../../../server/src/store/database.ts";
import { serveReader } from "../../../server/src/store/reader.ts";

describe("the thread that reads for reports", () => {
  it("[X11] rests after a day's file, and not after what a station reads", async () => {
    const folder = mkdtempSync(join(tmpdir(), "trame-reader-"));
    const file = join(folder, "trame.db");
    openWriter(file).close();
    const { port1, port2 } = new MessageChannel();
    const rests: number[] = [];
    serveReader(port2, { file, startedAt: 0 }, (workedMs) => rests.push(workedMs));
    onTestFinished(async () => {
      port1.postMessage(null);
      await once(port1, "close");
      rmSync(folder, { recursive: true });
    });
    const call = async (name: string, ...args: unknown[]): Promise<void> => {
      port1.postMessage({ id: 1, name, args, author: null });
      const [answer] = await once(port1, "message");
      expect(answer).not.toHaveProperty("error");
      // What follows an answer is done before the next call is heard.
      await new Promise(setImmediate);
    };

    await call("readDayClock", 20_780);
    expect(rests).toEqual([]);
    await call("writeDayFile", { day: 20_780, format: "csv" });
    expect(rests).toEqual([expect.any(Number)]);
  });
});
