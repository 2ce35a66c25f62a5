/** The whole month of a real factory through the real command: a process of its own, real devices, the product's own figures. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plan } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf, type Workshop } from "./open-workshop.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/replay.ts", import.meta.url));
const FILE = fileURLToPath(
  new URL("../../scripts/data/garment-factory-2015-01.csv", import.meta.url),
);
/** Three days of the file. */
const SLICE_ROWS = 60;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function replay(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => {
    said.out += String(text);
  });
  child.stderr.on("data", (text: Buffer) => {
    said.err += String(text);
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

function into(workshop: Workshop): string[] {
  return ["--server", workshop.http(), "--mqtt", workshop.broker(), "--token", workshop.token];
}

/** A file of our own, which goes with the test. */
async function writeCsv(lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-path-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "usine.csv");
  await writeFile(path, lines.join("\r\n"));
  return path;
}

/** The first days of the real file. */
async function slice(): Promise<string[]> {
  return (await readFile(FILE, "utf8")).split("\r\n").slice(0, SLICE_ROWS + 1);
}

describe("a real factory's month", () => {
  it("[R25] is played whole, and every team-day agrees", async () => {
    const { code, out, err } = await replay(FILE);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("542 journées d'équipe, 24 équipes, 26 jours");
    expect(out.match(/ {2}✓$/gm)).toHaveLength(542);
    expect(out.trimEnd()).toMatch(/625848 pièces : 542 d'accord, 0 en désaccord\.$/);
  });

  it("[R26] counts once when it is played twice into the same server", async () => {
    const workshop = await openWorkshop();
    const file = await writeCsv(await slice());
    expect(await replay(file, ...into(workshop))).toMatchObject({ code: 0, err: "" });
    const again = await replay(file, ...into(workshop));
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(again.out).toContain("déjà joué ici : rien ne compte deux fois");
  });

  it("[R25] does not agree with a server that counts otherwise", async () => {
    const workshop = await openWorkshop();
    const file = await writeCsv(await slice());
    await replay(file, ...into(workshop));
    // From noon of one day on, one team has half a person more.
    const noon = `${await lastDate(workshop)}T12:00:00Z`;
    const plan = await workshop.get<Plan>(`/api/v1/plan?at=${noon}`);
    const [first, ...lines] = plan.lines;
    const more = { ...first!, operators: (first?.operators ?? 0) + 0.5 };
    await workshop.plan({ ...plan, lines: [more, ...lines] }, Date.parse(noon));
    const { code, out } = await replay(file, ...into(workshop));
    expect(code).toBe(1);
    expect(out).toContain(`${SLICE_ROWS - 1} d'accord, 1 en désaccord.`);
  });
});

describe("a server whose plan no replay made", () => {
  it.each([
    ["in force", -3_600_000],
    ["recorded for later", 86_400_000],
  ])("[R26] is left alone when the plan is %s", async (_, inMs) => {
    const workshop = await openWorkshop();
    await workshop.plan(planOf({ S01: { device: "esp-01" } }), Date.now() + inMs);
    const { clock } = await workshop.board();
    const { code, out, err } = await replay(FILE, ...into(workshop));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("« Atelier Lons », qu'aucun rejeu n'a fait");
    expect((await workshop.board()).clock).toBe(clock);
  });

  it("[R26] is left alone too when another file was played into it", async () => {
    const workshop = await openWorkshop();
    const lines = await slice();
    await replay(await writeCsv(lines.slice(0, 5)), ...into(workshop));
    const { code, err } = await replay(await writeCsv(lines), ...into(workshop));
    expect(code).toBe(2);
    expect(err).toContain("déjà le rejeu d'un autre fichier");
  });
});

describe("a file that can't be played", () => {
  it("[R27] is refused with the line of each fault, and nothing is played", async () => {
    const lines = await slice();
    const file = await writeCsv([...lines.slice(0, 3), "1/1/2015,Quarter1", ...lines.slice(3)]);
    expect(await replay(file)).toEqual({
      code: 2,
      out: "",
      err: "usine.csv ne peut pas être joué :\n  ligne 4 : 2 champs, 15 sont attendus.\n",
    });
    expect(await replay(join(tmpdir(), "no-such-factory.csv"))).toMatchObject({ code: 2, out: "" });
  });
});

/** The last replayed day, as the plan's name tells it. */
async function lastDate(workshop: Workshop): Promise<string> {
  const { workshop: named } = await workshop.get<Plan>("/api/v1/plan");
  return / (\d{4}-\d{2}-\d{2})\]$/.exec(named.name)?.[1] ?? "";
}
