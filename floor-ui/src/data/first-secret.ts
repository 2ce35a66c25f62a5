import { drawHex } from "./draw-hex.ts";
import type { Keep } from "./keep.ts";

/** What was drawn at random for the first counter. */
export interface DrawnCounter {
  /** 32 hex digits. */
  readonly secret: string;
  /** 8 hex digits: the run of the counter that the command speaks for. */
  readonly boot: string;
}

/** The draw of this browser: a plan saved from this page matches its command, also after a reload. */
export interface FirstSecret {
  /** null where this browser showed nobody how to begin. */
  read(): DrawnCounter | null;
  /** The one there is, else a new one. */
  draw(): DrawnCounter;
  /** The counter speaks: its secret is no longer a page's business. */
  forget(): void;
}

const KEY = "trame-first-counter";

/** Where nothing can be kept, the draw lasts as long as the page. */
export function createFirstSecret(keep: Keep): FirstSecret {
  let drawn = parseDrawn(keep.read(KEY));
  return {
    read: () => drawn,
    draw() {
      if (drawn === null) {
        drawn = { secret: drawHex(32), boot: drawHex(8) };
        keep.write(KEY, `${drawn.secret} ${drawn.boot}`);
      }
      return drawn;
    },
    forget() {
      if (drawn === null) return;
      drawn = null;
      keep.write(KEY, "");
    },
  };
}

function parseDrawn(text: string | null): DrawnCounter | null {
  const [, secret, boot] = /^([0-9a-f]{32}) ([0-9a-f]{8})$/.exec(text ?? "") ?? [];
  return secret === undefined || boot === undefined ? null : { secret, boot };
}
