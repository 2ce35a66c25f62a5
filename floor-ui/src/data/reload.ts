import type { SetTimer } from "./timer.ts";

/** What reloading needs of the browser. */
export interface ReloadOptions {
  /** The version of the screens that this page is. */
  readonly version: string;
  readonly setTimer: SetTimer;
  /** Whether `/api/v1/health` answers. */
  readonly isServerUp: () => Promise<boolean>;
  /** A note that outlives a reload; null when there is none or it cannot be kept. */
  readonly note: { read(): string | null; write(text: string): void };
  readonly reload: () => void;
}

/** Reloads the page, but never into a server that is away: a wall would be left with the browser's error page. */
export interface Reloader {
  /** The server ships these screens. Reloads once for each other version than ours. */
  offer(uiVersion: string): void;
  /** Reloads as soon as the server answers. */
  reloadWhenUp(): void;
}

const RETRY_MS = 5_000;

/** Created once per page. */
export function createReloader(options: ReloadOptions): Reloader {
  const { version, setTimer, isServerUp, note, reload } = options;
  let isWaiting = false;

  function attempt(): void {
    setTimer(() => {
      isServerUp()
        .catch(() => false)
        .then((isUp) => (isUp ? reload() : attempt()))
        .catch(attempt);
    }, RETRY_MS);
  }

  function reloadWhenUp(): void {
    if (isWaiting) return;
    isWaiting = true;
    attempt();
  }

  return {
    reloadWhenUp,
    offer(uiVersion) {
      // A page that a cache keeps serving must not reload for ever: once per version offered, no more.
      if (uiVersion === version || note.read() === uiVersion) return;
      note.write(uiVersion);
      reloadWhenUp();
    },
  };
}
