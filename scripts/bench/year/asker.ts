/* The process that asks while counters speak: what people have on a computer of their own. */
import { setTimeout as wait } from "node:timers/promises";
import { type AskerJob, ask, DAY } from "./keep-asking.ts";

let isStopped = false;

async function askUntilStopped({ server, days, paths, pauseMs }: AskerJob): Promise<number> {
  let answered = 0;
  for (let index = 0; !isStopped; index++) {
    const day = days[index % days.length] ?? "";
    for (const path of paths) {
      await ask(server, path.replaceAll(DAY, day));
      answered += 1;
      if (answered === 1) process.send?.(answered);
    }
    await wait(pauseMs);
  }
  return answered;
}

/** What fails ends the process, and its caller is told. */
async function work(job: AskerJob): Promise<void> {
  process.send?.(await askUntilStopped(job));
  process.disconnect?.();
}

process.on("message", (message: AskerJob | "stop") => {
  if (message === "stop") isStopped = true;
  else void work(message);
});
