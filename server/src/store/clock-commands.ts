import type { Modules } from "./modules.ts";

/** What this run heard is dated again by the clock as it stands now ([D5]). */
export function stepClock(modules: Modules, byMs: number, now: number): void {
  const { clockwork, facts, floor, live, progress, redating, transact } = modules;
  transact(() => {
    const n = facts.append({ kind: "clock-stepped", byMs }, now);
    clockwork.add({ run: progress.run, n, byMs });
    redating.replayHeard();
    floor.moving.clockStepped(byMs);
    floor.now.said();
    live.forgetAll();
  });
}
