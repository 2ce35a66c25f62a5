import { once } from "node:events";
import type { Language } from "@trame/shared";
import PDFDocument from "pdfkit";
import { POINT_MM } from "./fit.ts";
import { readFonts } from "./fonts.ts";
import { createPen, type Pen } from "./pen.ts";

/** A document that is being drawn, page by page. */
export interface Sheet {
  readonly pen: Pen;
  /** Begins a page; what is drawn from now on is on it. */
  addPage(): void;
  /** Ends the document and answers its bytes. The same drawing gives the same bytes ([V9]). */
  finish(): Promise<Uint8Array>;
}

export interface SheetOptions {
  readonly title: string;
  readonly language: Language;
  /** Width and height in millimetres. */
  readonly size: readonly [number, number];
}

/** Points of a millimetre. */
const MM = 1 / POINT_MM;

/** Opens a document without a page. */
export function openSheet({ title, language, size }: SheetOptions): Sheet {
  const [width, height] = size;
  const page = { size: [width * MM, height * MM] as [number, number], margin: 0 };
  const doc = new PDFDocument({
    ...page,
    autoFirstPage: false,
    lang: language,
    // The file's id is made of this date, which would be the clock's if none were given.
    info: { Title: title, Creator: "Trame", Producer: "Trame", CreationDate: new Date(0) },
    displayTitle: true,
  });
  // No date at all is better than one that is not true: PDFKit writes what it can enumerate.
  Object.defineProperty(doc.info, "CreationDate", { enumerable: false });
  for (const [weight, bytes] of readFonts()) doc.registerFont(weight, bytes as Buffer);
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  return {
    pen: createPen(doc),
    addPage: () => void doc.addPage(page),
    async finish() {
      const ended = once(doc, "end");
      doc.end();
      await ended;
      return joined(chunks);
    },
  };
}

/** In memory of their own, so that they can be handed to another thread without a copy. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
