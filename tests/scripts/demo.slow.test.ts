import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Board, expectedSoFar, type StationView, stationState } from "@trame/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/demo.ts", import.meta.url));
const running: ChildProcess[] = [];
const folders: string[] = [];
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The demo on free ports, with a temporary folder of its own to look into. */
async function openDemo(...scenario: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "trame-test-"));
  folders.push(folder);
  const child = spawn(process.execPath, [script, ...scenario], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TMPDIR: folder, TRAME_HTTP_PORT: "0", TRAME_MQTT_PORT: "0" },
  });
  running.push(child);
  const ended = once(child, "exit");
  let said = "";
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes("Ctrl-C")) break;
  }
  const http = /(http:\/\/\S+)\/wall/.exec(said)?.[1];
  if (http === undefined) throw new Error(`the demo did not open: ${said}`);
  return { child, ended, folder, http, said };
}

type Demo = Awaited<ReturnType<typeof openDemo>>;

interface Progress {
  readonly styles: readonly { readonly quantities: readonly { readonly good: number }[] }[];
  readonly bundles: { readonly open: number };
}

/** What somebody sees who opens the addresses that the demo told. */
async function lookAround({ http, said }: Demo) {
  const get = async <Body>(path: string, key = ""): Promise<Body> => {
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(http + path, { headers });
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as Body;
  };
  const stations = [...said.matchAll(/\/station\/(\S+)#(\S+)/g)].map(([, id = "", key = ""]) =>
    get<StationView>(`/api/v1/stations/${id}`, key),
  );
  const tickets = await fetch(/http\S+tickets\.pdf\S*/.exec(said)?.[0] ?? "");
  return {
    stations: await Promise.all(stations),
    progress: await get<Progress>("/api/v1/orders/2026-1/progress"),
    conflicts: (await get<{ conflicts: readonly unknown[] }>("/api/v1/conflicts")).conflicts,
    tickets: [tickets.status, tickets.headers.get("content-type")],
  };
}

interface Standing {
  readonly state: string;
  readonly needsCause: boolean;
  readonly cause: string | null;
}

/** What a supervisor finds who opens the page. */
async function lookOverTheFloor({ http, said }: Demo) {
  const token = /administration : (\w+)/.exec(said)?.[1];
  const get = async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${http}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return (await response.json()) as Body;
  };
  const { lines } = await get<Board>("board");
  const { stops } = await get<{ stops: readonly Standing[] }>("stops");
  const { machines } = await get<{
    machines: readonly { upkeep: readonly { isDue: boolean }[] }[];
  }>("machines");
  const { free, absent } = await get<Record<"free" | "absent", readonly unknown[]>>("presence");
  const [line] = lines;
  return {
    calls: line?.calls.map(({ stationId, takenAt }) => `${stationId} ${takenAt !== null}`).sort(),
    stops: [
      stops.some(({ state }) => state === "support"),
      stops.some(({ cause }) => cause === "thread"),
      stops.filter(({ needsCause }) => needsCause).length >= 3,
    ],
    message: line?.message?.text.replace(/\d+/, "…"),
    targetOrigin: line?.targetOrigin,
    inspected: (line?.quality?.inspected ?? 0) > 300,
    isDue: machines.some(({ upkeep }) => upkeep.some(({ isDue }) => isDue)),
    people: [free.length > 0, absent.length],
  };
}

function goodOf({ styles }: Progress): number[] {
  return styles.map(({ quantities }) => quantities.reduce((sum, { good }) => sum + good, 0));
}

describe("npm run demo", () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });

  it("[M18] opens on the middle of a working day with every state to be seen", async () => {
    const board = (await (await fetch(`${demo.http}/api/v1/board`)).json()) as Board;
    const moment = { now: board.serverTime, windows: board.windows };
    const [line] = board.lines;
    const expected = expectedSoFar(line?.target ?? null, moment) ?? 0;
    expect(expected).toBeGreaterThan(400);
    expect((line?.pieces ?? 0) / expected).toBeGreaterThan(0.88);
    expect((line?.pieces ?? 0) / expected).toBeLessThan(1.15);
    expect(line?.hours.length).toBeGreaterThanOrEqual(4);
    const states = new Map(
      board.stations.map((row) => [row.stationId, stationState(row, moment).state]),
    );
    expect([states.get("S02"), states.get("S08")]).toEqual(["stopped", "waiting"]);
    expect([...states.values()].filter((state) => state === "running").length).toBeGreaterThan(5);
    expect(board.stations.map(({ suspects }) => suspects)).toEqual(Array(10).fill(0));
  });

  it("[M22] [M28] shows people at work: bundles, orders, tickets, calls, stops, help, inspections, absences", async () => {
    expect(await lookOverTheFloor(demo)).toEqual({
      calls: ["S02 false", "S08 true"],
      stops: [true, true, true],
      message: "Livraison à …\u00a0h",
      targetOrigin: "computed",
      inspected: true,
      isDue: true,
      people: [true, 1],
    });
    const { stations, progress, conflicts, tickets } = await lookAround(demo);
    expect(stations.map(({ present }) => present.map(({ mode }) => mode.simple))).toEqual([
      [false],
      [true],
    ]);
    for (const { present } of stations) expect(present[0]?.dayPieces).toBeNull();
    expect(goodOf(progress)[0]).toBeGreaterThan(350);
    expect(progress.bundles.open).toBeGreaterThan(5);
    expect(conflicts.length).toBeLessThanOrEqual(1);
    expect(tickets).toEqual([200, "application/pdf"]);
  });

  it("[M18] leaves nothing behind when it is told to stop", async () => {
    const { child, ended, folder, http } = demo;
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(folder)).toEqual([]);
    await expect(fetch(http)).rejects.toThrow();
  });

  it("[M20] plays the school uniforms when asked to", async () => {
    const school = await openDemo("uniformes");
    const { stations, progress, conflicts } = await lookAround(school);
    expect(stations).toHaveLength(3);
    expect(Math.min(...goodOf(progress))).toBeGreaterThan(80);
    expect(conflicts.length).toBeLessThanOrEqual(3);
    school.child.kill("SIGTERM");
    expect(await school.ended).toEqual([0, null]);
  });
});
