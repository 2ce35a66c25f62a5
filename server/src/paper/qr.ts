import bwip from "bwip-js/node";
import type { Pen } from "./pen.ts";

/** Modules on a side of the smallest QR code, which holds every code of ours at level M. */
const MODULES = 21;

/**
 * Draws a QR code as one path of modules: of level M, or of a higher one when that takes no more modules. A reader needs
 * four clear modules on each side (ISO/IEC 18004, 6.3.8); keeping them clear is up to who draws beside it ([V2]).
 */
export function drawQr(
  pen: Pen,
  text: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const modules = modulesOf(text);
  pen.path(pathOf(modules), { x, y, unit: side / MODULES });
}

/** Its modules, row by row; 1 is black. */
function modulesOf(text: string): readonly number[] {
  const [symbol] = bwip.raw("qrcode", text, "eclevel=M");
  if (symbol === undefined || !("pixs" in symbol) || symbol.pixx !== MODULES) {
    throw new RangeError(`no QR code of ${MODULES} modules: ${text}`);
  }
  return symbol.pixs;
}

/** One rectangle for each run of black modules in a row. */
function pathOf(modules: readonly number[]): string {
  let path = "";
  for (let row = 0; row < MODULES; row++) {
    for (let column = 0; column < MODULES; column++) {
      const from = column;
      while (column < MODULES && modules[row * MODULES + column] === 1) column++;
      const length = column - from;
      if (length > 0) path += `M${from} ${row}h${length}v1h-${length}z`;
    }
  }
  return path;
}
