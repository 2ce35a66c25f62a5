import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { zstdDecompressSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { isMadeUp } from "../../../server/src/backup/backup-record.ts";
import { openReader } from "../../../server/src/store/database.ts";
import { closedStore } from "../store/backup/sewing-store.ts";
import { openDesk } from "./open-desk.ts";

function makeStick(): string {
  const stick = mkdtempSync(join(tmpdir(), "trame-stick-"));
  onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
  return stick;
}

const copiesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".db.zst"));

/** Nothing is older than it is kept. */
const ALL_KEPT = { now: 0, keptDays: 90 };

/** Rows of what counters said in a packed copy. */
function samplesIn(packed: Buffer): number {
  const file = join(makeStick(), "copy.db");
  writeFileSync(file, zstdDecompressSync(packed));
  const sqlite = openReader(file);
  const rows = sqlite.prepare(
    "SELECT (SELECT count(*) FROM samples) + (SELECT count(*) FROM inbox)",
  );
  const count = Number(rows.pluck().get());
  sqlite.close();
  return count;
}

/** Those of all servers that copy to a stick. */
const copiesOn = (stick: string): string[] =>
  readdirSync(stick, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".db.zst"))
    .map((name) => basename(name));

describe("backups by the clock", () => {
  it("[BK4] one at the first look, then each hour if something changed, then each night", async () => {
    const desk = await openDesk();
    const look = async (at: string): Promise<string[]> => {
      desk.setNow(at);
      await desk.backups.tick();
      return desk.backups.shelf.records.map(({ kind }) => kind);
    };
    expect(await look("2026-11-23T12:00:00+01:00")).toEqual(["nightly"]);
    expect(await look("2026-11-23T13:00:00+01:00")).toEqual(["nightly"]);
    desk.sew(3);
    expect(await look("2026-11-23T12:59:00+01:00")).toEqual(["nightly"]);
    expect(await look("2026-11-23T13:01:00+01:00")).toEqual(["hourly", "nightly"]);
    expect(await look("2026-11-24T02:30:00+01:00")).toEqual(["nightly", "hourly", "nightly"]);
    expect(desk.backups.shelf.verifiedAt).toBe(Date.parse("2026-11-24T02:30:00+01:00"));
  });

  it("[BK4] one by day makes up for a night that was missed, one at its hour does not", async () => {
    const desk = await openDesk();
    for (const at of ["2026-11-23T15:25:00+01:00", "2026-11-24T02:31:00+01:00"]) {
      desk.setNow(at);
      await desk.backups.tick();
    }
    desk.setNow("2026-11-24T15:25:00+01:00");
    await desk.made("manual");
    const told = desk.backups.shelf.records.map((each) => [each.kind, isMadeUp(each)]);
    expect(told).toEqual([
      ["manual", false],
      ["nightly", false],
      ["nightly", true],
    ]);
  });

  it("[BK4] none while nothing runs", async () => {
    const desk = await openDesk();
    desk.attach(null);
    await desk.backups.tick();
    expect(desk.backups.shelf.records).toEqual([]);
  });

  it("[BK5] of eleven by hand ten stay, and the first goes only once the eleventh is verified", async () => {
    let room = Infinity;
    const desk = await openDesk({ roomIn: () => Promise.resolve(room) });
    const first = await desk.made("manual");
    const template = desk.backups.shelf;
    for (let minute = 1; minute < 10; minute++) {
      // As if they had been made: only the files and the records count here.
      const id = `20261123T11${String(minute).padStart(2, "0")}00Z-manual`;
      writeFileSync(template.folder.part(id), "copy");
      await template.add({ ...first, id, at: first.at + minute * 60_000 });
    }
    desk.setNow("2026-11-23T13:00:00+01:00");
    room = 0;
    await desk.backups.make("manual");
    expect(copiesIn(desk.kept).length).toBe(10);
    room = Infinity;
    await desk.made("manual");
    expect([copiesIn(desk.kept).length, template.find(first.id)]).toEqual([10, null]);
  });
});

describe("a folder of backups", () => {
  it("[BK6] without room is told with since when, and loses no backup; then it is tried again", async () => {
    let room = Infinity;
    const desk = await openDesk({ roomIn: () => Promise.resolve(room) });
    await desk.backups.tick();
    desk.sew(1);
    room = 1_000;
    desk.setNow("2026-11-23T13:30:00+01:00");
    await desk.backups.tick();
    const since = Date.parse("2026-11-23T13:30:00+01:00");
    expect(desk.backups.failing).toMatchObject({ code: "backup-room", since });
    desk.setNow("2026-11-23T13:34:00+01:00");
    room = Infinity;
    await desk.backups.tick();
    expect(desk.backups.failing?.since).toBe(since);
    desk.setNow("2026-11-23T13:35:00+01:00");
    await desk.backups.tick();
    expect(desk.backups.failing).toBe(null);
    expect(copiesIn(desk.kept).length).toBe(2);
  });

  it("[BK6] takes in no file that has no room beside its packed copy", async () => {
    const desk = await openDesk({ roomIn: () => Promise.resolve(1_000) });
    const codeOf = async (bytes: number): Promise<string> => {
      const taken = await desk.receive(Readable.from([Buffer.alloc(bytes)]));
      return taken.ok ? "ok" : taken.code;
    };
    expect([await codeOf(500), await codeOf(501)]).toEqual(["backup-foreign", "backup-too-large"]);
    expect(readdirSync(desk.kept)).toEqual([]);
  });

  it("[BK6] that is none keeps no server from starting, and is told with the first backup", async () => {
    const folder = closedStore();
    writeFileSync(join(folder, "backups"), "a file where the folder should be");
    const desk = await openDesk({ folder });
    await desk.begin();
    await desk.backups.tick();
    expect(desk.backups.failing?.code).toBe("backup-folder-failing");
  });

  it("[BK3] loses what a crash left half written, and keeps what is not ours", async () => {
    const desk = await openDesk();
    const { id } = await desk.made("manual");
    const ours = [
      "20261123T100000Z-hourly.db.zst.part",
      "20261123T100000Z-hourly.db.zst.part.raw.part",
    ];
    const theirs = ["photos.zip", "notes.part", "20261123T100000Z-other.db.zst.part", "old.db.zst"];
    for (const name of [...ours, ...theirs]) writeFileSync(join(desk.kept, name), "");
    writeFileSync(join(desk.kept, "20261123T100000Z-nightly.json"), "{}");
    mkdirSync(join(desk.kept, "20261123T100000Z-hourly.db.zst.part.check.part"));

    const next = await openDesk({ folder: desk.folder });
    await next.begin();

    expect(readdirSync(desk.kept).sort()).toEqual([`${id}.db.zst`, `${id}.json`, ...theirs].sort());
    expect(next.backups.shelf.records.map((record) => record.id)).toEqual([id]);
  });
});

describe("a second folder", () => {
  it("[BK7] gets the newest backup at once, and each one from then on", async () => {
    const [desk, stick] = [await openDesk(), makeStick()];
    const first = await desk.made("manual");
    expect(await desk.backups.setSettings({ nightlyAt: "02:30", folder: stick })).toBe(null);
    expect(copiesOn(stick)).toEqual([`${first.id}.db.zst`]);
    desk.setNow("2026-11-23T13:00:00+01:00");
    const second = await desk.made("manual");
    expect(copiesOn(stick).sort()).toEqual([`${first.id}.db.zst`, `${second.id}.db.zst`]);
    expect(desk.backups.second.copiedAt).toBe(Date.parse("2026-11-23T13:00:00+01:00"));
  });

  it("[BK7] whose stick is not plugged in is not written to, is told, and gets the newest when it is back", async () => {
    const [desk, stick] = [await openDesk(), makeStick()];
    await desk.backups.setSettings({ nightlyAt: "02:30", folder: stick });
    // Unplugged: the folder where it was mounted is there, and empty.
    renameSync(stick, `${stick}-away`);
    mkdirSync(stick);
    await desk.backups.tick();
    expect(readdirSync(stick)).toEqual([]);
    expect(desk.backups.second.failing?.code).toBe("backup-folder-failing");
    expect(desk.backups.failing).toBe(null);

    rmSync(stick, { recursive: true });
    renameSync(`${stick}-away`, stick);
    desk.setNow("2026-11-23T12:10:00+01:00");
    await desk.backups.tick();
    expect(desk.backups.second.failing).toBe(null);
    expect(copiesOn(stick).length).toBe(1);
  });

  it("[BK17] two servers that share it keep their copies apart, and neither lets go of the other's", async () => {
    const [one, other, stick] = [await openDesk(), await openDesk(), makeStick()];
    const settings = { nightlyAt: "02:30", folder: stick };
    for (const desk of [one, other]) {
      await desk.made("manual");
      await desk.backups.setSettings(settings);
    }
    const [first = "", second = ""] = readdirSync(stick).filter((name) =>
      name.startsWith("trame-"),
    );
    expect(copiesOn(stick).length).toBe(2);

    const before = Date.parse("2026-12-31");
    const asked = { before, nothingBefore: 0, samples: ALL_KEPT, removed: ["x"] };
    await one.backups.forgetPeople(asked);

    expect([first, second].map((name) => copiesIn(join(stick, name)).length)).toEqual([1, 1]);
    const again = await openDesk({ folder: other.folder });
    again.setNow("2026-11-23T13:00:00+01:00");
    await again.made("manual");
    expect(copiesOn(stick).length).toBe(3);
    expect(
      readdirSync(stick)
        .filter((name) => name.startsWith("trame-"))
        .sort(),
    ).toEqual([first, second, "trame-sauvegardes.txt"].sort());
  });

  it("[RT24] loses a backup in which all is older than anything is kept, as the first does, and no younger one", async () => {
    const [desk, stick] = [await openDesk(), makeStick()];
    await desk.backups.setSettings({ nightlyAt: "02:30", folder: stick });
    await desk.made("manual");
    desk.setNow("2027-11-23T12:00:00+01:00");
    const { id } = await desk.made("manual");
    // Both hold the same: the newest fact tells how old a backup is, not when it was made.
    const young = desk.backups.shelf.find(id)?.totals.outline.lastAt ?? 0;
    const asked = { before: young, samples: ALL_KEPT, removed: [] };

    const kept = await desk.backups.forgetPeople({ ...asked, nothingBefore: young });
    expect([kept.dropped, copiesOn(stick).length]).toEqual([0, 2]);
    const gone = await desk.backups.forgetPeople({ ...asked, nothingBefore: young + 1 });
    expect(gone).toEqual({ rewritten: 0, dropped: 2, left: [] });
    expect([desk.backups.shelf.records, copiesOn(stick)]).toEqual([[], []]);
  });

  it("[SL8] and the first lose what counters said once that is older than it is kept, and no count", async () => {
    const [desk, stick] = [await openDesk(), makeStick()];
    await desk.backups.setSettings({ nightlyAt: "02:30", folder: stick });
    desk.sew(3);
    await desk.made("manual");
    const [before] = desk.backups.shelf.records;
    const packed = (): Buffer => readFileSync(desk.backups.shelf.folder.packed(before?.id ?? ""));
    expect(samplesIn(packed())).toBeGreaterThan(0);
    const lastAt = before?.totals.outline.lastAt ?? 0;
    const keptFor = (days: number) => ({ now: lastAt + days * 86_400_000, keptDays: 90 });
    const asked = { before: 0, nothingBefore: 0, removed: [] };

    const young = await desk.backups.forgetPeople({ ...asked, samples: keptFor(90) });
    const old = await desk.backups.forgetPeople({ ...asked, samples: keptFor(92) });
    const again = await desk.backups.forgetPeople({ ...asked, samples: keptFor(93) });

    expect([young, old, again].map(({ rewritten }) => rewritten)).toEqual([0, 1, 0]);
    expect(samplesIn(packed())).toBe(0);
    const [after] = desk.backups.shelf.records;
    expect(after?.totals.outline.days).toEqual(before?.totals.outline.days);
    const [copy] = copiesIn(
      join(
        stick,
        readdirSync(stick).find((name) => name.startsWith("trame-") && !name.endsWith(".txt")) ??
          "",
      ),
    );
    expect(copy).toBe(`${before?.id}.db.zst`);
  });

  it("[BK17] copies of before it had a folder of its own come into it, others stay where they are", async () => {
    const [desk, stick] = [await openDesk(), makeStick()];
    const { id } = await desk.made("manual");
    for (const end of [".db.zst", ".json"]) {
      copyFileSync(join(desk.kept, `${id}${end}`), join(stick, `${id}${end}`));
    }
    const theirs = "20261101T010000Z-nightly";
    writeFileSync(join(stick, `${theirs}.db.zst`), "theirs");
    writeFileSync(join(stick, `${theirs}.json`), JSON.stringify({ id: theirs }));

    await desk.backups.setSettings({ nightlyAt: "02:30", folder: stick });

    expect(copiesIn(stick)).toEqual([`${theirs}.db.zst`]);
    expect(copiesOn(stick).sort()).toEqual([`${theirs}.db.zst`, `${id}.db.zst`].sort());
  });

  it("[BK7] must be there, be written in full, and be another one", async () => {
    const desk = await openDesk();
    const set = (folder: string) => desk.backups.setSettings({ nightlyAt: "02:30", folder });
    expect(await set("media/stick")).toBe("backup-folder-relative");
    expect(await set("/nowhere/at/all")).toBe("backup-folder-missing");
    await desk.made("manual");
    expect(await set(desk.kept)).toBe("backup-folder-same");
    expect(existsSync(join(desk.kept, "settings.json"))).toBe(false);
    expect(desk.backups.settings.folder).toBe(null);
  });
});

describe("a folder of backups that can't be read at the start", () => {
  it("[BK18] is told, and its list and settings are there as soon as it can be read", async () => {
    const desk = await openDesk();
    const { id } = await desk.made("manual");
    await desk.backups.setSettings({ nightlyAt: "04:00", folder: null });
    renameSync(desk.kept, `${desk.kept}-away`);
    writeFileSync(desk.kept, "no folder");

    const next = await openDesk({ folder: desk.folder });
    expect(next.backups.failing?.code).toBe("backup-folder-failing");
    expect(next.backups.shelf.records).toEqual([]);
    rmSync(desk.kept);
    renameSync(`${desk.kept}-away`, desk.kept);
    await next.backups.look();

    expect(next.backups.failing).toBe(null);
    expect(next.backups.settings.nightlyAt).toBe("04:00");
    expect(next.backups.shelf.records.map((record) => record.id)).toEqual([id]);
  });
});
