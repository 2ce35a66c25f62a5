import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Board, expectedSoFar, stationState } from "@trame/shared";
import { afterEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/demo.ts", import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** The demo on free ports, with a temporary folder of its own to look into. */
async function openDemo() {
  const folder = mkdtempSync(join(tmpdir(), "trame-test-"));
  const child = spawn(process.execPath, [script], {
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
  return { child, ended, folder, http };
}

describe("npm run demo", () => {
  it("[M18] opens on the middle of a working day with every state to be seen, and leaves nothing behind", async () => {
    const { child, ended, folder, http } = await openDemo();
    const board = (await (await fetch(`${http}/api/v1/board`)).json()) as Board;
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

    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(folder)).toEqual([]);
    await expect(fetch(http)).rejects.toThrow();
  });
});
