import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Author, currentAuthor, withAuthor } from "../../server/src/author.ts";
import { createRecorder } from "../../server/src/record.ts";
import { servedAuthor, serveFor } from "../../server/src/store/journal/served-author.ts";
import { openDesk } from "./backup/open-desk.ts";

describe("an author", () => {
  it("[JC1] is that of the work, however the works of several are interleaved", async () => {
    const seen: Record<string, Author[]> = {};
    const work = async (name: string): Promise<void> => {
      for (let step = 0; step < 20; step++) {
        await setImmediate();
        seen[name] = [...(seen[name] ?? []), currentAuthor()];
      }
    };

    await Promise.all([
      withAuthor("account:a", () => work("a")),
      withAuthor("account:b", () => work("b")),
      work("nobody"),
    ]);

    expect(seen).toEqual({
      a: Array(20).fill("account:a"),
      b: Array(20).fill("account:b"),
      nobody: Array(20).fill(null),
    });
  });

  it("[JC1] is whose call is served, and nobody after it, also when it failed", async () => {
    let later: Promise<Author> | undefined;
    const failing = (): never => {
      later = setImmediate().then(servedAuthor);
      throw new Error(String(servedAuthor()));
    };

    expect(() => serveFor("station:S01", failing)).toThrow("station:S01");
    expect([servedAuthor(), await later]).toEqual([null, null]);
  });

  it("[JC2] is of an act whoever sent it", async () => {
    const told: Author[] = [];
    const act = () => {
      told.push(currentAuthor());
      return Promise.resolve({ isKeyTaken: true as const });
    };
    const append = () => Promise.resolve();
    const recorder = createRecorder({ act, append, flushed: append }, { now: () => 1_000 });
    const request = { kind: "undo", body: {} } as Parameters<typeof recorder.act>[0];

    await withAuthor("account:a", () => recorder.act(request, true));

    expect(told).toEqual(["account:a"]);
  });

  it("[JC2] of a restore is in the journal that comes back, and what starts after it is nobody's", async () => {
    const started: Author[] = [];
    const desk = await openDesk({ onStart: () => void started.push(currentAuthor()) });
    const record = await desk.made("manual");

    await withAuthor("account:a", () => desk.restored(record));

    expect(started).toEqual([null]);
    expect(desk.authors()).toEqual(["account:a"]);
  });
});
