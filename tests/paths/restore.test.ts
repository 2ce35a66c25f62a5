/** A workshop that goes back to a backup, with its counters, tablets and screens around it. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { digestOf, pack, unpack } from "../../server/src/store/backup/packing.ts";
import { openWriter } from "../../server/src/store/database.ts";
import { openScreen, openWorkshop, planOf, report, type Workshop } from "./open-workshop.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;

interface Listed {
  readonly verifiedAt: number | null;
  readonly backups: readonly {
    readonly id: string;
    readonly kind: string;
    readonly clock: number;
  }[];
  readonly doing: unknown;
  readonly restore: {
    readonly step: string;
    readonly endedAt: number | null;
    readonly beforeId: string | null;
    readonly code: string | null;
  } | null;
}

const list = (workshop: Workshop) => workshop.get<Listed>("/api/v1/backups");

/** Makes a backup by hand; its row. */
async function backUp(workshop: Workshop) {
  const before = (await list(workshop)).backups.length;
  await workshop.ask("POST", "/api/v1/backups");
  await expect
    .poll(async () => (await list(workshop)).backups.length, { timeout: 20_000 })
    .toBe(before + 1);
  const [made] = (await list(workshop)).backups;
  if (made === undefined) throw new Error("no backup");
  return made;
}

/** Restores one and waits until all is open again; what became of it. */
async function restore(workshop: Workshop, { id, clock }: { id: string; clock: number }) {
  const asked = await workshop.ask("POST", `/api/v1/backups/${id}/restore`, { confirm: clock });
  if (asked.status !== 202) throw new Error(await asked.text());
  await expect.poll(() => endOf(workshop), { timeout: 30_000, interval: 100 }).toBe(true);
  return (await list(workshop)).restore;
}

/** False while it is under way, or nothing answers. */
const endOf = (workshop: Workshop): Promise<boolean> =>
  list(workshop).then(
    ({ restore }) => restore !== null && restore.endedAt !== null,
    () => false,
  );

/** A workshop whose counter has made 20 pieces. */
async function sewingWorkshop() {
  const workshop = await openWorkshop();
  const began = Date.now() - 3 * HOUR;
  await workshop.plan(planOf({ S01: { device: "esp-01" } }), began - HOUR);
  const power = { device: "esp-01", boot: "0000000a", began };
  const device = await workshop.connect("esp-01");
  await report(device, power, [[1, began + HOUR, 20]]);
  return { workshop, device, power, began };
}

/** Packs a database that opens but can't start: a plan in it is no JSON. Its record vouches for it. */
async function breakBackup(workshop: Workshop, id: string): Promise<void> {
  const [copy, record] = [".db.zst", ".json"].map(
    (end) => `${workshop.folder}/backups/${id}${end}`,
  );
  if (copy === undefined || record === undefined) return;
  const database = `${workshop.folder}/broken.db`;
  await unpack(copy, database, Number.MAX_SAFE_INTEGER);
  const sqlite = openWriter(database);
  sqlite.exec("UPDATE plans SET body = 'no plan'");
  sqlite.close();
  await pack(database, copy);
  const known = JSON.parse(await readFile(record, "utf8"));
  await writeFile(record, JSON.stringify({ ...known, ...(await digestOf(copy)) }));
}

describe("a workshop that goes back to a backup", () => {
  it("[BK10] [BK12] holds what it held, and counters and screens that go on lose and double nothing", async () => {
    const { workshop, device, power, began } = await sewingWorkshop();
    const made = await backUp(workshop);
    // Acknowledged after the backup, and so told by no counter again: this boot's totals go on.
    await report(device, power, [[2, began + 2 * HOUR, 45]]);
    const { clock } = await workshop.board();
    const ports = [workshop.http(), workshop.broker()];

    const ended = await restore(workshop, made);

    expect(ended).toMatchObject({ step: "done", code: null });
    expect([workshop.http(), workshop.broker()]).toEqual(ports);
    expect(await workshop.pieces()).toEqual({ S01: 20 });
    const heard = await openScreen(workshop.http(), clock).until(() => true);
    expect([heard.type, heard.clock > clock]).toEqual(["snapshot", true]);
    const again = await workshop.connect("esp-01");
    const last = [3, began + 2 * HOUR + MINUTE, 46] as const;
    await report(again, power, [last]);
    expect(await workshop.pieces()).toEqual({ S01: 46 });
    // One that had kept it after all sends it late: it comes before, and adds nothing.
    await report(again, power, [[2, began + 2 * HOUR, 45]]);
    await report(again, power, [last]);
    // Of a boot that the backup does not know only the last totals come: they count from nothing.
    const other = { ...power, boot: "0000000b", began: Date.now() - 10 * MINUTE };
    await report(again, other, [[4, Date.now(), 6]]);
    await expect.poll(async () => (await workshop.board()).recomputing).toBe(0);
    expect(await workshop.pieces()).toEqual({ S01: 52 });
  });

  it("[BK9] [BK11] takes a file from another computer, restores it, and takes it back", async () => {
    const { workshop } = await sewingWorkshop();
    const { id } = await backUp(workshop);
    const file = await readFile(`${workshop.folder}/backups/${id}.db.zst`);
    const other = await openWorkshop();
    const sent = await fetch(`${other.http()}/api/v1/backups/upload`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${other.token}`,
        "content-type": "application/octet-stream",
      },
      body: file,
    });
    expect(sent.status).toBe(201);
    const [uploaded] = ((await sent.json()) as Listed).backups;
    if (uploaded === undefined) throw new Error("not listed");
    const first = await restore(other, uploaded);
    expect(await other.pieces()).toEqual({ S01: 20 });
    await other.connect("esp-01");

    const before = (await list(other)).backups.find((each) => each.id === first?.beforeId);
    if (before === undefined) throw new Error("not saved before");
    await restore(other, before);

    expect((await other.board()).workshop).toBe(null);
    const kinds = (await list(other)).backups.map(({ kind }) => kind);
    expect(kinds).toEqual(["before-restore", "before-restore", "uploaded"]);
  });

  it("[BK8] is as it was before when what came in does not start", async () => {
    const { workshop } = await sewingWorkshop();
    const made = await backUp(workshop);
    await breakBackup(workshop, made.id);
    await workshop.restart();

    const ended = await restore(workshop, made);

    expect(ended).toMatchObject({ step: "failed", code: "restore-put-back" });
    expect(await workshop.pieces()).toEqual({ S01: 20 });
    await workshop.connect("esp-01");
    const files = (await readdir(workshop.folder)).filter((name) => name.startsWith("trame.db"));
    expect(files.sort()).toEqual(["trame.db", "trame.db-shm", "trame.db-wal"]);
  });
});
