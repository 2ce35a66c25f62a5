import { type Fitted, fitText, POINT_MM } from "./fit.ts";
import type { Weight } from "./fonts.ts";
import { printable } from "./printable.ts";

/** How a text is set. */
export interface Face {
  readonly weight: Weight;
  /** Points. */
  readonly size: number;
  readonly isWhite?: boolean;
  /** Every digit as wide as a 0, so that a code is not narrower for its ones. */
  readonly isTabular?: boolean;
}

/** Where a line of text stands, in millimetres; `y` is its baseline. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly align?: "left" | "centre" | "right";
}

/** Sets text, in millimetres. */
export interface Letters {
  /** One line, as wide as it is. */
  line(text: string, face: Face, spot: Spot): void;
  /** Width of a line in millimetres. */
  widthOf(text: string, face: Face): number;
  /** As `fitText`, with these letters and no larger than the face says. */
  fit(text: string, face: Face, room: { readonly width: number; readonly height: number }): Fitted;
}

/** Texts whose width is kept; an order of ten thousand bundles has two for each. */
const WIDTHS_MAX = 2_000;

/** Letters on the current page of a document that has a font registered under each weight. */
export function createLetters(doc: PDFKit.PDFDocument): Letters {
  const widths = new Map<string, number>();

  /** The text in signs of the weight's font, which is chosen with it. */
  function printed(text: string, weight: Weight): string {
    doc.font(weight);
    return printable(text, (codePoint) => hasGlyph(doc, codePoint));
  }

  /** Width at one point, in millimetres; the same words are measured again and again. */
  function measure(text: string, { weight, isTabular = false }: Omit<Face, "size">): number {
    const key = `${weight} ${isTabular} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const line = printed(text, weight);
    const points = doc.fontSize(1_000).widthOfString(line, optionsOf(isTabular)) / 1_000;
    if (widths.size >= WIDTHS_MAX) widths.clear();
    widths.set(key, points * POINT_MM);
    return points * POINT_MM;
  }

  const widthOf: Letters["widthOf"] = (text, face) => measure(text, face) * face.size;
  return {
    widthOf,
    line(text, face, { x, y, align = "left" }) {
      const share = { left: 0, centre: 0.5, right: 1 }[align];
      const left = (x - share * widthOf(text, face)) / POINT_MM;
      const line = printed(text, face.weight);
      doc.fontSize(face.size).fillColor(face.isWhite === true ? "white" : "black");
      const options = { ...optionsOf(face.isTabular), lineBreak: false };
      doc.text(line, left, y / POINT_MM, { ...options, baseline: "alphabetic" });
    },
    fit: (text, face, room) =>
      fitText(text, { ...room, size: face.size, measure: (part) => measure(part, face) }),
  };
}

function optionsOf(isTabular = false): PDFKit.Mixins.TextOptions {
  return isTabular ? { features: ["tnum"] } : {};
}

/** PDFKit keeps the font it reads to itself; what is asked of it is held by a test ([V8]). */
function hasGlyph(doc: object, codePoint: number): boolean {
  const { _font } = doc as {
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  };
  return _font.font.hasGlyphForCodePoint(codePoint);
}
