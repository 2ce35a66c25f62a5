/** Preloaded into every target: when the entry that started it is killed outright, the target is asked to stop as by Ctrl-C. */
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.platform !== "win32") {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}
