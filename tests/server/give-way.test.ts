import { execFile } from "node:child_process";
import { getPriority } from "node:os";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";

const GIVE_WAY = new URL("../../server/src/give-way.ts", import.meta.url).href;

/** What an expression comes to in a thread of its own, after some code. */
function inThread<Value>(code: string, expression: string): Promise<Value> {
  const script = `const { getPriority } = require("node:os");
    const { parentPort } = require("node:worker_threads");
    const waits = [];
    import("${GIVE_WAY}").then(({ breathe, giveWay, restAfter }) => {
      ${code};
      parentPort.postMessage(${expression});
    });`;
  const worker = new Worker(script, { eval: true });
  return new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject));
}

const priorityAfter = (code: string): Promise<number> => inThread(code, "getPriority()");

/** How long some code kept its thread still each time, ms. */
const waitsOf = (code: string): Promise<number[]> =>
  inThread(`Atomics.wait = (...args) => waits.push(args[3]); ${code}`, "waits");

/** Priorities of a process of its own after some code: of its main thread, and of those that collect garbage. */
async function prioritiesAfter(code: string): Promise<{ own: number; collectors: number[] }> {
  const script = `import { readdirSync, readFileSync } from "node:fs";
    import { getPriority } from "node:os";
    import { collectorsGiveWay } from "${GIVE_WAY}";
    ${code};
    const nameOf = (thread) => readFileSync("/proc/self/task/" + thread + "/comm", "utf8").trim();
    const collectors = readdirSync("/proc/self/task").filter((each) => nameOf(each) === "node-V8Worker");
    const told = { own: getPriority(), collectors: collectors.map((each) => getPriority(Number(each))) };
    console.log(JSON.stringify(told));`;
  const args = ["--input-type=module", "--eval", script];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}

describe.runIf(process.platform === "linux")("priority of a thread", () => {
  it("[X10] a thread that gives way does so alone", async () => {
    const own = getPriority();

    expect(await priorityAfter("giveWay()")).toBe(Math.min(own + 5, 19));
    expect(await priorityAfter("")).toBe(own);
    expect(getPriority()).toBe(own);
  });

  it("[X10] what collects garbage gives way, and the thread that serves does not", async () => {
    const before = await prioritiesAfter("");
    const after = await prioritiesAfter("collectorsGiveWay()");

    expect(before.collectors).not.toHaveLength(0);
    expect(new Set(before.collectors)).toEqual(new Set([before.own]));
    expect(new Set(after.collectors)).toEqual(new Set([Math.min(before.own + 10, 19)]));
    expect(after.own).toBe(before.own);
  });
});

describe("breaks of a thread", () => {
  it("[X11] one that gives way leaves the processor again and again while it works", async () => {
    const waits = await waitsOf("giveWay(); while (waits.length < 3) breathe()");

    expect(Math.max(...waits)).toBeLessThan(1);
    const until = "const until = performance.now() + 5";
    expect(await waitsOf(`${until}; while (performance.now() < until) breathe()`)).toEqual([]);
  });

  it("[X11] it rests after its work, for a bounded time, and not after what was nothing", async () => {
    const waits = await waitsOf("for (const tookMs of [0.5, 4, 400]) restAfter(tookMs)");

    expect(waits).toEqual([8, 20]);
  });
});
