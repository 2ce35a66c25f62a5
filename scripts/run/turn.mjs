/**
 * Lets commands that are started at the same time install and build one after the other: two at once would spoil each
 * other's files. The turn is a folder that holds one file, named after its owner. A folder that holds something is
 * never replaced, and a waiter who finds the owner dead removes the file of that very owner: however late it comes, it
 * can't remove that of the next one.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "./child.mjs";
import { root, say } from "./place.mjs";

/** Outside node_modules, which an installation begins by emptying. */
const place = join(root, ".trame", "turns");

/**
 * Waits for its turn, then does a task.
 * @template Result
 * @param {() => Promise<Result>} task must look again whether there is anything to do
 * @returns {Promise<Result>}
 */
export async function inTurn(task) {
  const me = nameOf(process.pid);
  for (let turns = 0; !takeTurn(place, me); turns += 1) {
    if (turns === 0) say("Une autre commande prépare déjà Trame : attente…");
    const owner = ownerOfTurn(place);
    if (owner !== null && !isAlive(Number.parseInt(owner, 10))) endTurn(place, owner);
    else await wait(200);
  }
  try {
    return await task();
  } finally {
    endTurn(place, me);
  }
}

/**
 * A name that no owner ever had, since process ids come again.
 * @param {number} pid
 */
export function nameOf(pid) {
  return `${pid}-${randomUUID()}`;
}

/**
 * True when the turn is ours.
 * @param {string} folder
 * @param {string} me
 */
export function takeTurn(folder, me) {
  if (ownerOfTurn(folder) !== null) return false;
  const mine = `${folder}.${me}`;
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, me), "");
  try {
    removeEmpty(folder);
    renameSync(mine, folder);
    return true;
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
    return false;
  }
}

/**
 * Windows renames nothing onto a folder, not even onto an empty one.
 * @param {string} folder
 */
function removeEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isTaken(error) && codeOf(error) !== "ENOENT") throw error;
  }
}

/**
 * Somebody was quicker: the last two are how Windows says so.
 * @param {unknown} error
 */
function isTaken(error) {
  return ["ENOTEMPTY", "EEXIST", "EPERM", "EACCES"].includes(codeOf(error));
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/**
 * Who has the turn; null when nobody has.
 * @param {string} folder
 */
export function ownerOfTurn(folder) {
  try {
    return readdirSync(folder)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * Ends the turn of one owner; that of another stays.
 * @param {string} folder
 * @param {string} owner
 */
export function endTurn(folder, owner) {
  rmSync(join(folder, owner), { force: true });
}
