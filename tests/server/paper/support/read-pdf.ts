/** Reads a PDF as a printer and a scanner would: rendered by PDFium, decoded by ZXing. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import { onTestFinished } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** A page as grey pixels, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Pixels of a millimetre. */
  readonly perMm: number;
  readonly grey: Uint8Array;
}

/** A QR code that was found, and where: millimetres. */
export interface FoundCode {
  readonly text: string;
  /** Of error correction. */
  readonly level: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export interface Pdf {
  readonly pages: number;
  /** Width and height in millimetres. */
  sizeOf(page: number): readonly [number, number];
  /** Text of a page, accents composed. */
  textOf(page: number): string;
  objectTypes(page: number): ReadonlySet<string>;
  /** Every colour that something is drawn in, as PDF says it: `0 0 0`. */
  readonly colours: ReadonlySet<string>;
  render(page: number, dpi?: number): Promise<Picture>;
  /** QR codes of a page, in the order in which people read. */
  codesOf(page: number, dpi?: number): Promise<FoundCode[]>;
}

const MM_OF_INCH = 25.4;
const library = await PDFiumLibrary.init();
const reader = fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
const { buffer: wasmBinary } = new Uint8Array(await readFile(reader));
prepareZXingModule({ overrides: { wasmBinary } });

/** Opens a document; it closes with the test. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await library.loadDocument(bytes);
  onTestFinished(() => document.destroy());
  const render: Pdf["render"] = (page, dpi = 150) => renderPage(document, page, dpi);
  return {
    pages: document.getPageCount(),
    sizeOf(page) {
      const { originalWidth, originalHeight } = document.getPage(page).getOriginalSize();
      return [toMm(originalWidth), toMm(originalHeight)];
    },
    textOf: (page) => document.getPage(page).getText().normalize("NFC"),
    objectTypes: (page) => new Set([...document.getPage(page).objects()].map(({ type }) => type)),
    colours: coloursOf(bytes),
    render,
    codesOf: async (page, dpi) => decode(await render(page, dpi)),
  };
}

/** Colours are operands of `scn` and `SCN` in the streams of the pages (ISO 32000-1, 8.6.8). */
function coloursOf(bytes: Uint8Array): ReadonlySet<string> {
  const colours = new Set<string>();
  const file = Buffer.from(bytes);
  for (let at = file.indexOf("stream\n"); at !== -1; at = file.indexOf("stream\n", at + 1)) {
    // What is no deflated stream is the word « endstream » or a font.
    const text = inflated(file.subarray(at + 7));
    for (const [, colour = ""] of text.matchAll(/^([\d. ]+) (?:scn|SCN|rg|RG|g|G|k|K)$/gm)) {
      colours.add(colour);
    }
  }
  return colours;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}

function toMm(points: number): number {
  return Math.round(points * (MM_OF_INCH / 72) * 10) / 10;
}

async function renderPage(document: PDFiumDocument, page: number, dpi: number): Promise<Picture> {
  const image = await document.getPage(page).render({ scale: dpi / 72, render: "bitmap" });
  const { width, height, data } = image;
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    grey[pixel] = data[pixel * 4] ?? 0;
  }
  return { width, height, perMm: dpi / MM_OF_INCH, grey };
}

async function decode({ width, height, perMm, grey }: Picture): Promise<FoundCode[]> {
  const pixels = new Uint32Array(grey.length);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    pixels[pixel] = 0xff000000 + (grey[pixel] ?? 0) * 0x010101;
  }
  const data = new Uint8ClampedArray(pixels.buffer);
  const image = { width, height, data, colorSpace: "srgb" } as ImageData;
  const found = await readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 50 });
  return found
    .map(({ text, ecLevel, position: { topLeft, topRight } }) => ({
      text,
      level: ecLevel,
      x: topLeft.x / perMm,
      y: topLeft.y / perMm,
      side: (topRight.x - topLeft.x) / perMm,
    }))
    .toSorted((a, b) => Math.round((a.y - b.y) / 10) || a.x - b.x);
}

/** The share of a place, in millimetres, that is black. */
export function inkIn(
  { width, perMm, grey }: Picture,
  { x, y, width: wide, height: high }: { x: number; y: number; width: number; height: number },
): number {
  let ink = 0;
  let pixels = 0;
  for (let row = Math.round(y * perMm); row < Math.round((y + high) * perMm); row++) {
    for (let column = Math.round(x * perMm); column < Math.round((x + wide) * perMm); column++) {
      ink += 255 - (grey[row * width + column] ?? 255);
      pixels += 255;
    }
  }
  return ink / pixels;
}
