import type { Board } from "@trame/shared";

/** Browser storage, which may be full or forbidden: then nothing is kept and nothing breaks. */
export interface Keep {
  read(key: string): string | null;
  write(key: string, text: string): void;
}

const BOARD_KEY = "trame-board";

/** `storage` is asked for lazily: where it is forbidden, naming it already throws. */
export function createKeep(storage: () => Pick<Storage, "getItem" | "setItem">): Keep {
  return {
    read(key) {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        storage().setItem(key, text);
      } catch {
        // Full or forbidden: a screen works without.
      }
    },
  };
}

/** The last picture that these same screens kept; null when there is none, or what is left of it is none. */
export function readLastBoard(keep: Keep, version: string): Board | null {
  const text = keep.read(BOARD_KEY);
  if (text === null || !text.startsWith(`${version}\n`)) return null;
  return parseBoard(text.slice(version.length + 1));
}

/** A power cut may leave half a text: a screen starts without, as on its first day. */
function parseBoard(text: string): Board | null {
  try {
    const kept = JSON.parse(text) as Partial<Board> | null;
    return Array.isArray(kept?.lines) && Array.isArray(kept.stations) ? (kept as Board) : null;
  } catch {
    return null;
  }
}

/** A screen that was taken out shows nothing of the workshop any more, also after a power cut. */
export function forgetLastBoard(keep: Keep): void {
  keep.write(BOARD_KEY, "");
}

/** Keeps a picture to show at once when the screen starts again. */
export function writeLastBoard(keep: Keep, version: string, board: Board): void {
  keep.write(BOARD_KEY, `${version}\n${JSON.stringify(board)}`);
}
