import { CAUSES, type StateSince, type StationRow } from "@trame/shared";
import type { Scene } from "./scene.ts";

/** Signs of a line of a cause that fit beside two figures, and beside one. */
const SHORT_LINE = 9;

/** Why a station stands still, in the workshop's words; until somebody has said it, that it is to be said. */
export function causeShown(row: StationRow, now: StateSince, { causes, i18n }: Scene): string {
  const { mark } = row;
  // A stop that a person told without a cause has an empty one.
  const isSaid = mark !== null && mark.from === now.since && mark.cause !== "";
  if (!isSaid) return i18n.t.tile.causeToGive;
  const known =
    causes.find(({ code }) => code === mark.cause) ??
    // A cause added since this screen last asked for the list is called by its class.
    CAUSES.find(({ code }) => code === mark.class);
  return known?.label[i18n.language] ?? known?.label.fr ?? i18n.t.tile.causeToGive;
}

/** A short text on two lines, broken where they are most alike; one word stays on one. */
export function causeLines(text: string): readonly string[] {
  const words = text.split(" ");
  const breaks = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")];
    return { lines, longest: Math.max(...lines.map(({ length }) => length)) };
  });
  return breaks.sort((a, b) => a.longest - b.longest)[0]?.lines ?? [text];
}

/** It needs the room of the figure beside it. */
export function isLongCause(text: string): boolean {
  return causeLines(text).some(({ length }) => length > SHORT_LINE);
}
