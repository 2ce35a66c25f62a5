import type { Colour, ColourPattern, Style } from "@trame/shared";

/** Patterns that stand for a colour on paper. */
export const PATTERNS: readonly ColourPattern[] = [
  "empty",
  "solid",
  "rising",
  "falling",
  "crossed",
  "horizontal",
  "vertical",
  "grid",
  "dots",
];

/** A colour that is being written; an empty swatch: none is shown. */
export interface ColourDraft {
  readonly name: string;
  readonly swatch: string;
  readonly pattern: ColourPattern;
}

/** A style that is being written. */
export interface StyleText {
  readonly id: string;
  readonly name: string;
  /** As typed: `S, M, L`. */
  readonly sizes: string;
  readonly colours: readonly ColourDraft[];
  readonly photo: string | null;
}

export function emptyStyleText(): StyleText {
  return { id: "", name: "", sizes: "", colours: [emptyColour([])], photo: null };
}

/** Each new colour gets a pattern that the others do not have, while there is one. */
export function emptyColour(others: readonly ColourDraft[]): ColourDraft {
  const isFree = (pattern: ColourPattern) => !others.some((other) => other.pattern === pattern);
  return { name: "", swatch: "", pattern: PATTERNS.find(isFree) ?? "empty" };
}

export function toStyleText({ id, name, sizes, colours, photo }: Style): StyleText {
  return {
    id,
    name,
    photo: photo ?? null,
    sizes: sizes.join(", "),
    colours: colours.map((colour) => ({ ...colour, swatch: colour.swatch ?? "" })),
  };
}

/** As it is sent. Colours without a name are left out. */
export function toStyle({ id, name, sizes, colours, photo }: StyleText): Style {
  return {
    id: id.trim(),
    name: name.trim(),
    ...(photo !== null && { photo }),
    sizes: splitList(sizes),
    colours: colours
      .filter((colour) => colour.name.trim() !== "")
      .map(
        ({ name: colour, swatch, pattern }): Colour => ({
          name: colour.trim(),
          pattern,
          ...(swatch !== "" && { swatch: swatch.toLowerCase() }),
        }),
      ),
  };
}

/** `S, M; L` as a list. */
export function splitList(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
