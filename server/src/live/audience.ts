import type { LineRow, LiveMessage, StationRow } from "@trame/shared";
import type { Rows } from "./board-in-memory.ts";

/** The screens that watch, and what they have not been told yet: rows, or that the whole board is another. */
export interface Audience {
  readonly size: number;
  /** @returns ends it */
  join(send: (message: LiveMessage) => void): () => void;
  tell(message: LiveMessage): void;
  /** Keeps rows until they are told; null stands for the whole board. `before` is the clock that the board had. */
  keep(rows: Rows | null, before: number): void;
  /** The clock up to which all is told; null when nothing is kept. */
  readonly since: number | null;
  /** What was kept, which is then no longer; null stands for the whole board. */
  take(): Rows | null;
  close(): void;
}

/** Starts with nobody, and keeps nothing while nobody watches. */
export function createAudience(): Audience {
  const screens = new Set<(message: LiveMessage) => void>();
  const lines = new Map<string, LineRow>();
  const stations = new Map<string, StationRow>();
  let since: number | null = null;
  let isWhole = false;

  function take(): Rows | null {
    const rows = { lines: [...lines.values()], stations: [...stations.values()] };
    const taken = isWhole ? null : rows;
    lines.clear();
    stations.clear();
    isWhole = false;
    since = null;
    return taken;
  }

  return {
    get size() {
      return screens.size;
    },
    get since() {
      return since;
    },
    join(send) {
      screens.add(send);
      return () => {
        screens.delete(send);
        // What is kept goes stale from here on, and must not reach who comes later.
        if (screens.size === 0) take();
      };
    },
    tell(message) {
      for (const send of screens) send(message);
    },
    keep(rows, before) {
      if (screens.size === 0) return;
      since ??= before;
      isWhole ||= rows === null;
      for (const row of rows?.lines ?? []) lines.set(row.lineId, row);
      for (const row of rows?.stations ?? []) stations.set(row.stationId, row);
    },
    take,
    close() {
      screens.clear();
      take();
    },
  };
}
