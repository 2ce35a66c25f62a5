import type { Span } from "@trame/shared";

/** One shift: its span and its working windows, breaks removed. UTC ms. */
export interface WorkShift extends Span {
  readonly windows: readonly Span[];
}

/** The shift in progress, or else the next one. */
export type NextShift = (at: number) => WorkShift;

/** The same shift again and again, before and after; `everyMs` at least as long as the shift. */
export function repeatShift(shift: WorkShift, everyMs: number): NextShift {
  return (at) => {
    const turns = Math.ceil((at - shift.to + 1) / everyMs);
    return moveShift(shift, turns * everyMs);
  };
}

function moveShift({ from, to, windows }: WorkShift, byMs: number): WorkShift {
  const move = (span: Span) => ({ from: span.from + byMs, to: span.to + byMs });
  return { ...move({ from, to }), windows: windows.map(move) };
}
