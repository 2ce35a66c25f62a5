import { POINT_MM } from "./fit.ts";
import { createLetters, type Letters } from "./letters.ts";

/** A place on a page, in millimetres from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws in millimetres, in pure black; everything is a vector or a letter ([V6]). */
export interface Pen extends Letters {
  /** A path of SVG in units of `unit` millimetres from a corner, filled, or drawn when it says how wide its line is. */
  path(path: string, place: PathPlace): void;
  /** A black box, or a frame when `stroke` says how wide its line is. */
  box(box: Box, look: { readonly radius?: number; readonly stroke?: number }): void;
  /** A cutting line. */
  dashes(from: readonly [number, number], to: readonly [number, number]): void;
  /** Draws within a box only. */
  within(box: Box, draw: () => void): void;
  /** Draws with the corner of the page moved there. */
  at(corner: Pick<Box, "x" | "y">, draw: () => void): void;
}

export interface PathPlace {
  readonly x: number;
  readonly y: number;
  /** Millimetres. */
  readonly unit: number;
  /** Millimetres. */
  readonly stroke?: number;
  /** Degrees, about the corner. */
  readonly turn?: number;
}

/** Points of a millimetre. */
const MM = 1 / POINT_MM;

/** A pen on the current page of a document that has a font registered under each weight. */
export function createPen(doc: PDFKit.PDFDocument): Pen {
  return {
    ...createLetters(doc),
    path(path, { x, y, unit, stroke, turn = 0 }) {
      doc
        .save()
        .translate(x * MM, y * MM)
        .rotate(turn);
      doc.scale(unit * MM).path(path);
      if (stroke === undefined) doc.fill("black");
      else
        doc
          .lineWidth(stroke / unit)
          .lineCap("round")
          .lineJoin("round")
          .stroke("black");
      doc.restore();
    },
    box({ x, y, width, height }, { radius = 0, stroke }) {
      doc.roundedRect(x * MM, y * MM, width * MM, height * MM, radius * MM);
      if (stroke === undefined) doc.fill("black");
      else doc.lineWidth(stroke * MM).stroke("black");
    },
    dashes([fromX, fromY], [toX, toY]) {
      doc
        .save()
        .lineWidth(0.2 * MM)
        .dash(MM, { space: 0.8 * MM });
      doc.moveTo(fromX * MM, fromY * MM).lineTo(toX * MM, toY * MM);
      doc.stroke("black").restore();
    },
    within({ x, y, width, height }, draw) {
      doc.save().rect(x * MM, y * MM, width * MM, height * MM);
      doc.clip();
      draw();
      doc.restore();
    },
    at({ x, y }, draw) {
      doc.save().translate(x * MM, y * MM);
      draw();
      doc.restore();
    },
  };
}
