import { CHECK_LETTERS } from "@trame/shared";

/** Codes with which a person opens a copy of their data elsewhere: once, for half an hour. Kept in memory alone. */
export interface ExportCodes {
  /** `KT7M-2FQX`; the one that the person had before opens nothing any more. */
  draw(operatorId: string, now: number): { readonly code: string; readonly expiresAt: number };
  /** Whose copy it opens; null: nobody's, or no longer. */
  take(code: string, now: number): string | null;
}

const LASTS_MS = 30 * 60_000;
const SIGNS = 8;
/** Signs that are not mistaken for one another: some 800,000 million codes. */
const ALPHABET = [...new Set([..."23456789", ...CHECK_LETTERS])];

interface Drawn {
  readonly operatorId: string;
  readonly expiresAt: number;
}

/** @param random so many bytes that nobody foresees */
export function createExportCodes(random: (bytes: number) => Uint8Array): ExportCodes {
  const drawn = new Map<string, Drawn>();

  return {
    draw(operatorId, now) {
      for (const [code, { operatorId: whose, expiresAt }] of drawn)
        if (whose === operatorId || expiresAt <= now) drawn.delete(code);
      const code = drawCode(random);
      const expiresAt = now + LASTS_MS;
      drawn.set(code, { operatorId, expiresAt });
      return { code: `${code.slice(0, SIGNS / 2)}-${code.slice(SIGNS / 2)}`, expiresAt };
    },
    take(typed, now) {
      const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
      const found = drawn.get(code);
      drawn.delete(code);
      return found !== undefined && now < found.expiresAt ? found.operatorId : null;
    },
  };
}

/** Signs that a byte can't share fairly among are drawn again. */
function drawCode(random: (bytes: number) => Uint8Array): string {
  const fair = 256 - (256 % ALPHABET.length);
  let code = "";
  while (code.length < SIGNS) {
    for (const byte of random(SIGNS))
      if (byte < fair && code.length < SIGNS) code += ALPHABET[byte % ALPHABET.length];
  }
  return code;
}
