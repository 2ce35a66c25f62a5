/** A workshop that goes back to a backup, with its counters, tablets and screens around it. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
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

describe("a workshop that goes back to a backup", () => {
  it("[BK10] [BK12] holds what the backup held, and counters that go on lose and double nothing", async () => {
    const { workshop, device, power, began } = await sewingWorkshop();
    const made = await backUp(workshop);
    // Acknowledged after the backup, and so told by no counter again: this boot's totals go on.
    await report(device, power, [[2, began + 2 * HOUR, 45]]);
    expect(await workshop.pieces()).toEqual({ S01: 45 });
    const ports = [workshop.http(), workshop.broker()];

    const ended = await restore(workshop, made);

    expect(ended).toMatchObject({ step: "done", code: null });
    expect([workshop.http(), workshop.broker()]).toEqual(ports);
    expect(await workshop.pieces()).toEqual({ S01: 20 });
    const again = await workshop.connect("esp-01");
    const unheard = [2, began + 2 * HOUR, 45] as const;
    await report(again, power, [[3, began + 2 * HOUR + MINUTE, 46]]);
    expect(await workshop.pieces()).toEqual({ S01: 46 });
    // One that had kept it after all sends it late: it comes before, and adds nothing.
    await report(again, power, [[...unheard]]);
    await report(again, power, [[3, began + 2 * HOUR + MINUTE, 46]]);
    await report(again, { ...power, boot: "0000000b", began: Date.now() - 10 * MINUTE }, [
      [4, Date.now(), 6],
    ]);
    await expect.poll(async () => (await workshop.board()).recomputing).toBe(0);
    expect(await workshop.pieces()).toEqual({ S01: 52 });
  });

  it("[BK10] [BK11] takes it all back with the backup that was made before, which holds the last piece", async () => {
    const { workshop, device, power, began } = await sewingWorkshop();
    const made = await backUp(workshop);
    await report(device, power, [[2, began + 2 * HOUR, 45]]);
    const { clock } = await workshop.board();
    const first = await restore(workshop, made);
    const back = (await list(workshop)).backups.find(({ id }) => id === first?.beforeId);
    if (back === undefined) throw new Error("no backup before the restore");
    expect(back).toMatchObject({ kind: "before-restore", clock });

    await restore(workshop, back);

    expect(await workshop.pieces()).toEqual({ S01: 45 });
    const kinds = (await list(workshop)).backups.map(({ kind }) => kind);
    expect(kinds).toEqual(["before-restore", "before-restore", "manual"]);
  });

  it("[BK10] shows each screen a whole new picture, whatever clock it saw", async () => {
    const { workshop, device, power, began } = await sewingWorkshop();
    const made = await backUp(workshop);
    await report(device, power, [[2, began + 2 * HOUR, 45]]);
    const { clock } = await workshop.board();
    await restore(workshop, made);
    const heard = await openScreen(workshop.http(), clock).until(() => true);
    expect(heard).toMatchObject({ type: "snapshot" });
    expect(heard.type === "snapshot" && heard.clock > clock).toBe(true);
  });

  it("[BK9] [BK11] takes a file from another computer, and restores it", async () => {
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
    await restore(other, uploaded);
    expect(await other.pieces()).toEqual({ S01: 20 });
    await other.connect("esp-01");
  });

  it("[BK8] is as it was before when what came in does not open", async () => {
    const { workshop } = await sewingWorkshop();
    const made = await backUp(workshop);
    const ended = await restore(workshop, made);
    expect(ended?.step).toBe("done");
  });
});
