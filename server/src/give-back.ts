import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** By then whatever the start needed is no longer in use. */
const AFTER_MS = 2_000;

/**
 * Gives back to the system, once and soon, what the calling thread's start took and left behind ([S32]). By itself V8 does so when it runs
 * out of room: the server would hold a quarter of its memory for nothing, on a small computer.
 */
export function giveBackLater(): void {
  setTimeout(giveBack, AFTER_MS).unref();
}

/** Collects what nothing refers to any more; the thread stands still for some 0.1 s, longer on a busy machine. */
export function giveBack(): void {
  // Whoever starts Node need not know: only a context that is made afterwards has the function.
  setFlagsFromString("--expose-gc");
  const collect: NodeJS.GCFunction = runInNewContext("gc");
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
