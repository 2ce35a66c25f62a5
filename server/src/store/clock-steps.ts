import type { Database } from "better-sqlite3";

/** A step of the server's clock: what this run had received until then moves with it ([D5]). */
export interface ClockStep {
  readonly run: number;
  /** Arrival number of the step: it moves what arrived before it. */
  readonly n: number;
  readonly byMs: number;
}

/** When something was received, as the clock later proved to stand. */
export interface Clockwork {
  /** UTC ms: `received`, moved by the steps that its run made later. */
  adjust(row: { readonly received: number; readonly run: number; readonly n: number }): number;
  /** Takes a step that was recorded. */
  add(step: ClockStep): void;
  /** After a rollback: what the log says again. */
  reload(): void;
}

const NONE: readonly ClockStep[] = [];

export function createClockwork(sqlite: Database): Clockwork {
  const readAll = sqlite.prepare<[], { run: number; n: number; body: string }>(
    "SELECT run, n, body FROM facts WHERE kind = 'clock-stepped' ORDER BY n",
  );
  const byRun = new Map<number, ClockStep[]>();

  function add(step: ClockStep): void {
    byRun.set(step.run, [...(byRun.get(step.run) ?? []), step]);
  }

  function reload(): void {
    byRun.clear();
    for (const { run, n, body } of readAll.all()) {
      add({ run, n, byMs: Number(JSON.parse(body).byMs) });
    }
  }

  reload();
  return {
    adjust({ received, run, n }) {
      let adjusted = received;
      for (const step of byRun.get(run) ?? NONE) if (step.n > n) adjusted += step.byMs;
      return adjusted;
    },
    add,
    reload,
  };
}
