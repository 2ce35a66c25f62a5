import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { FolderTaken, lockFolder } from "../../../server/src/store/folder-lock.ts";
import { openStore } from "../../../server/src/store/open-store.ts";
import { createThread, startLate } from "../../../server/src/store/thread-calls.ts";

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trame-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A worker by hand: what is posted to it is kept, what it says is said by the test. */
function fakeThread() {
  const posted: unknown[] = [];
  const worker = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => void posted.push(message),
  });
  const deaths: string[] = [];
  const thread = createThread(worker, {
    onEvent: () => undefined,
    onDeath: ({ message }) => deaths.push(message),
  });
  return { worker, thread, posted, deaths };
}

describe("the data folder", () => {
  it("[S30] a second process is refused the folder, and gets it when the first has left", async () => {
    const folder = makeFolder();
    const first = await openStore(folder, Date.now());
    await expect(openStore(folder, Date.now())).rejects.toThrow(FolderTaken);
    await first.close();
    const second = await openStore(folder, Date.now());
    await second.close();
  });

  it("[S30] another folder is another workshop", () => {
    const locks = [lockFolder(makeFolder()), lockFolder(makeFolder())];
    for (const lock of locks) lock.release();
  });

  it("[S30] a start that fails leaves the folder free", async () => {
    const folder = makeFolder();
    lockFolder(folder).release();
    const file = join(folder, "trame.db");
    writeFileSync(file, "this is no database, whatever its name says".repeat(100));
    await expect(openStore(folder, Date.now())).rejects.toThrow("not a database");
    lockFolder(folder).release();
  });
});

describe("a thread of the store", () => {
  it("[S31] is told dead when it ends by itself, and every call fails from then on", async () => {
    const { worker, thread, deaths } = fakeThread();
    const waiting = thread.call("commit", []).catch((error: Error) => error.message);
    worker.emit("error", new Error("disk I/O error"));
    worker.emit("exit");
    expect(await waiting).toBe("disk I/O error");
    await expect(thread.call("commit", [])).rejects.toThrow("disk I/O error");
    expect(deaths).toEqual(["disk I/O error"]);
  });

  it("[S31] is not told dead when it is closed", async () => {
    const { worker, thread, posted, deaths } = fakeThread();
    const closed = thread.close();
    worker.emit("exit");
    await closed;
    expect([posted, deaths]).toEqual([[null], []]);
  });

  it("[S31] an error crosses with its code", async () => {
    const { worker, thread } = fakeThread();
    const refused = thread.call("commit", []);
    worker.emit("message", { id: 1, error: { message: "full", code: "SQLITE_FULL" } });
    await expect(refused).rejects.toMatchObject({ message: "full", code: "SQLITE_FULL" });
  });

  it("[S31] that starts late starts once, with its first call, and is not started by its end", async () => {
    const { worker, thread, posted } = fakeThread();
    let starts = 0;
    const late = startLate(() => {
      starts += 1;
      return thread;
    });
    expect(starts).toBe(0);
    for (const id of [1, 2]) {
      const answer = late.call("readDay", []);
      worker.emit("message", { id, result: id });
      expect(await answer).toBe(id);
    }
    expect([starts, posted.length]).toEqual([1, 2]);

    const never = startLate(() => expect.fail("nobody asked"));
    await never.close();
    await expect(never.call("readDay", [])).rejects.toThrow("the thread has ended");
  });

  it("[S32] that starts late ends when nobody has called for a while, never under a call, and starts again", async () => {
    const threads: ReturnType<typeof fakeThread>[] = [];
    const start = () => {
      const made = fakeThread();
      threads.push(made);
      return made.thread;
    };
    const late = startLate(start, 20);
    const answer = (at: number, id: number) =>
      threads[at]!.worker.emit("message", { id, result: id });

    const first = late.call("readDay", []);
    const long = late.call("readDay", []);
    answer(0, 1);
    expect(await first).toBe(1);
    await wait(60);
    expect(threads.map(({ posted }) => posted.includes(null))).toEqual([false]);
    answer(0, 2);
    expect(await long).toBe(2);
    await expect.poll(() => threads[0]!.posted.at(-1)).toBe(null);

    const again = late.call("readDay", []);
    expect(threads.length).toBe(2);
    answer(1, 1);
    expect(await again).toBe(1);
    const closed = late.close();
    for (const { worker } of threads) worker.emit("exit");
    await closed;
    expect(threads.flatMap(({ deaths }) => deaths)).toEqual([]);
  });
});
