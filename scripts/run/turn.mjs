/** Lets commands that are started at the same time install and build one after the other: two at once would spoil each other's files. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "./child.mjs";
import { root, say } from "./place.mjs";

/** Outside node_modules, which an installation begins by emptying. */
const lock = join(root, ".trame", "turn");

/**
 * Waits for its turn, then does a task.
 * @template Result
 * @param {() => Promise<Result>} task must look again whether there is anything to do
 * @returns {Promise<Result>}
 */
export async function inTurn(task) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let turns = 0; !take(); turns += 1) {
    if (turns === 0) say("Une autre commande prépare déjà Trame : attente…");
    await wait(200);
  }
  try {
    return await task();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** True when the lock is ours; that of a process that is gone is removed for the next try. */
function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    if (!isAlive(ownerOfLock())) rmSync(lock, { force: true });
    return false;
  }
}

function ownerOfLock() {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return process.pid;
  }
}
