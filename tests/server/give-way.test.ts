import { getPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";

const GIVE_WAY = new URL("../../server/src/give-way.ts", import.meta.url).href;

/** The priority of a thread after it ran some code. */
function priorityAfter(code: string): Promise<number> {
  const script = `const { getPriority } = require("node:os");
    const { parentPort } = require("node:worker_threads");
    import("${GIVE_WAY}").then(({ giveWay }) => { ${code}; parentPort.postMessage(getPriority()); });`;
  const worker = new Worker(script, { eval: true });
  return new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject));
}

describe.runIf(process.platform === "linux")("priority of a thread", () => {
  it("[X10] a thread that gives way does so alone", async () => {
    const own = getPriority();

    expect(await priorityAfter("giveWay()")).toBe(Math.min(own + 5, 19));
    expect(await priorityAfter("")).toBe(own);
    expect(getPriority()).toBe(own);
  });
});
