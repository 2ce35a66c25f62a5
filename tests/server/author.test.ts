import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Author, currentAuthor, withAuthor } from "../../server/src/author.ts";
import { createRecorder } from "../../server/src/record.ts";
import type { Entry } from "../../server/src/store/entries.ts";
import { servedAuthor, serveFor } from "../../server/src/store/journal/served-author.ts";
import { openDesk } from "./backup/open-desk.ts";

const ENTRY: Entry = {
  kind: "quarantine",
  deviceId: "esp-01",
  received: 1_000,
  topic: "trame/v1/esp-01/counts",
  payload: Buffer.from("{"),
  index: -1,
  fault: "not-json",
};

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

  it("[JC2] is of an act whoever sent it, and nobody of a group of devices that somebody's request sends on", async () => {
    const told: Record<string, Author> = {};
    const recorder = createRecorder(
      {
        commit: () => {
          told["commit"] = currentAuthor();
          return Promise.resolve({ rejected: [], clock: 1 });
        },
        act: () => {
          told["act"] = currentAuthor();
          return Promise.resolve({ isKeyTaken: true });
        },
      },
      { now: () => 1_000 },
    );
    const request = { kind: "undo", body: {} } as Parameters<typeof recorder.act>[0];

    await withAuthor("account:a", () =>
      Promise.all([recorder.record([ENTRY]), recorder.act(request, true), recorder.flush()]),
    );

    expect(told).toEqual({ commit: null, act: "account:a" });
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
