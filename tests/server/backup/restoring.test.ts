import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { closedStore, openLedger, piecesIn } from "../store/backup/sewing-store.ts";
import { openDesk } from "./open-desk.ts";

const LAST = "last-restore.json";

describe("restoring", () => {
  it.each(["hourly", "nightly", "manual", "before-restore", "uploaded"] as const)(
    "[BK11] goes back to what a backup held: %s",
    async (kind) => {
      const desk = await openDesk();
      const record = await desk.made(kind);
      desk.sew(5);
      const state = await desk.restored(record);
      expect(state).toMatchObject({ id: record.id, step: "done", fault: null });
      expect([desk.told, piecesIn(desk.folder)]).toEqual([["stop", "start"], 42]);
    },
  );

  it("[BK10] saves what came in until the doors were shut", async () => {
    const desk = await openDesk({ onStop: ({ sew }) => sew(7) });
    const record = await desk.made("manual");
    desk.sew(5);
    const state = await desk.restored(record);
    const before = desk.backups.shelf.find(state?.beforeId ?? "");
    expect(before?.totals.outline.days).toMatchObject([{ day: "2026-11-23", pieces: 54 }]);
    if (before === null) throw new Error("not saved");
    await desk.restored(before);
    // The second restore takes in seven more while it closes, and they are in its own backup.
    expect(piecesIn(desk.folder)).toBe(54);
  });

  it("[BK13] lists what was changed after it, and not what another life of the workshop had changed", async () => {
    const desk = await openDesk();
    const put = (key: string, at: string): void => {
      const store = openLedger(desk.folder);
      store.ledger.putSetting(key, "[]", Date.parse(at));
      store.close();
    };
    const settingsSince = async (record: Parameters<typeof desk.backups.changedSince>[0]) => {
      const changed = await desk.backups.changedSince(record);
      return changed.ok ? changed.value.settings : changed.code;
    };
    put("follow", "2026-11-23T11:58:00+01:00");
    const first = await desk.made("manual");
    expect(await settingsSince(first)).toEqual([]);
    put("causes", "2026-11-23T11:59:00+01:00");
    put("defects", "2026-11-23T11:59:30+01:00");
    expect(await settingsSince(first)).toEqual(["causes", "defects"]);
    const state = await desk.restored(first);
    const before = desk.backups.shelf.find(state?.beforeId ?? "");
    if (before === null) throw new Error("not saved");
    expect([await settingsSince(first), await settingsSince(before)]).toEqual([[], []]);
    put("calls", "2026-11-23T12:30:00+01:00");
    expect([await settingsSince(first), await settingsSince(before)]).toEqual([
      ["calls"],
      ["calls"],
    ]);
  });

  it("[BK8] leaves all as it was when what came in does not start", async () => {
    const desk = await openDesk({ opens: false });
    const record = await desk.made("manual");
    desk.sew(5);
    const state = await desk.restored(record);
    expect(state).toMatchObject({ step: "failed", fault: "restore-put-back" });
    expect(piecesIn(desk.folder)).toBe(47);
  });

  it("[BK8] opens again when something would not close, on what was there", async () => {
    const desk = await openDesk({
      onStop() {
        throw new Error("the broker hangs");
      },
    });
    const record = await desk.made("manual");
    desk.sew(5);
    const state = await desk.restored(record);
    expect(state).toMatchObject({ step: "failed", fault: "restore-interrupted" });
    expect([desk.told, piecesIn(desk.folder)]).toEqual([["stop", "start"], 47]);
  });

  it("[BK11] goes back to the oldest of ten, though an eleventh is made first", async () => {
    const desk = await openDesk();
    const { shelf } = desk.backups;
    const oldest = await desk.made("before-restore");
    for (let minute = 1; minute < 10; minute++) {
      const id = `20261123T110${minute}00Z-before-restore`;
      writeFileSync(shelf.folder.part(id), "copy");
      await shelf.add({ ...oldest, id, at: oldest.at + minute * 60_000 });
    }
    desk.setNow("2026-11-23T13:00:00+01:00");
    desk.sew(5);
    const state = await desk.restored(oldest);
    expect(state).toMatchObject({ step: "done", fault: null });
    expect(piecesIn(desk.folder)).toBe(42);
  });

  it("[BK2] [BK8] closes nothing for a backup whose bytes have changed, and says that it is damaged", async () => {
    const desk = await openDesk();
    const record = await desk.made("manual");
    const file = desk.backups.shelf.folder.packed(record.id);
    const bytes = readFileSync(file);
    bytes[100] = (bytes[100] ?? 0) ^ 0x01;
    writeFileSync(file, bytes);
    const state = await desk.restored(record);
    expect(state).toMatchObject({ step: "failed", fault: "backup-damaged" });
    expect([desk.told, piecesIn(desk.folder)]).toEqual([[], 42]);
    expect(desk.backups.shelf.find(record.id)?.damagedAt).not.toBeNull();
  });

  it("[BK8] changes nothing when what is there can't be saved first", async () => {
    let room = Infinity;
    const desk = await openDesk({ roomIn: () => Promise.resolve(room) });
    const record = await desk.made("manual");
    room = 0;
    const state = await desk.restored(record);
    expect(state).toMatchObject({ step: "failed", fault: "backup-room", beforeId: null });
    expect(desk.told).toEqual([]);
  });

  it("[BK13] is done one at a time", async () => {
    const desk = await openDesk();
    const record = await desk.made("manual");
    desk.restore(record);
    desk.restore(record);
    expect(desk.isRunning).toBe(true);
    await desk.settled();
    expect(desk.told).toEqual(["stop", "start"]);
  });

  it("[BK8] that a crash cut off is told as such at the next start", async () => {
    const first = await openDesk();
    await first.restored(await first.made("manual"));
    const file = join(first.kept, LAST);
    const cut = { ...JSON.parse(readFileSync(file, "utf8")), step: "stopping", endedAt: null };
    writeFileSync(file, JSON.stringify(cut));
    const next = await openDesk({ folder: first.folder });
    expect(next.state).toMatchObject({ step: "failed", fault: "restore-interrupted" });
    expect(next.isRunning).toBe(false);
  });

  it("[BK8] that never was leaves no trace", async () => {
    const folder = closedStore();
    const desk = await openDesk({ folder });
    expect([desk.state, existsSync(join(folder, "backups", LAST))]).toEqual([null, false]);
  });
});
