import { describe, expect, it } from "vitest";
import { watchDisk } from "../../../server/src/store/disk-watch.ts";
import type { EventsEntry } from "../../../server/src/store/entries.ts";
import { at, openWorkshop } from "./workshop.ts";

/** A text of its own size, so that a full disk has no room for it. */
function entryOf(seq: number): EventsEntry {
  const code = `${seq}`.padEnd(256, "x");
  const event = { seq, up: seq, kind: "scan" as const, code };
  const message = { boot: "0000000a", up: 1_000, events: [event] };
  return { kind: "events", deviceId: "esp-01", received: at("08:00"), message };
}

/** A store whose disk can be filled up, and a clock turned by hand. */
function openDisk() {
  const { ledger, sqlite } = openWorkshop();
  let seq = 0;
  let now = at("08:00");
  const watch = watchDisk(() => now);
  const pages = Number(sqlite.pragma("page_count", { simple: true }));
  return {
    failingSince: watch.failingSince,
    /** Answers the code of what went wrong; null when nothing did. */
    commit(entries: number): unknown {
      let error: (Error & { code?: unknown }) | null = null;
      try {
        ledger.commit(Array.from({ length: entries }, () => entryOf(++seq)));
      } catch (cause) {
        error = cause as Error;
      }
      watch.hear({ error, clock: ledger.clock });
      return error?.code ?? null;
    },
    setNow: (time: string) => {
      now = at(time);
    },
    fill: () => sqlite.pragma(`max_page_count = ${pages}`),
    makeRoom: () => sqlite.pragma("max_page_count = 1000000"),
  };
}

const MANY = 200;

describe("a disk that is watched", () => {
  it("[S31] is failing since the first commit that it refused, and well once one is on it again", () => {
    const disk = openDisk();
    expect(disk.commit(1)).toBeNull();
    expect(disk.failingSince()).toBeNull();

    disk.fill();
    disk.setNow("09:00");
    expect(disk.commit(MANY)).toBe("SQLITE_FULL");
    disk.setNow("09:05");
    expect(disk.commit(MANY)).toBe("SQLITE_FULL");
    expect(disk.failingSince()).toBe(at("09:00"));

    disk.makeRoom();
    expect(disk.commit(MANY)).toBeNull();
    expect(disk.failingSince()).toBeNull();
  });

  it("[S31] is not well again by a commit that had nothing to write", () => {
    const disk = openDisk();
    disk.commit(1);
    disk.fill();
    expect(disk.commit(MANY)).toBe("SQLITE_FULL");

    disk.commit(0);

    expect(disk.failingSince()).toBe(at("08:00"));
  });

  it("[S31] is not failing by a message that can't be stored", () => {
    const watch = watchDisk(() => at("08:00"));

    watch.hear({ error: Object.assign(new Error(), { code: "SQLITE_CONSTRAINT" }), clock: 0 });

    expect(watch.failingSince()).toBeNull();
  });
});
