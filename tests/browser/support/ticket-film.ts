import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

const WIDTH = 640;
const HEIGHT = 480;
/** Pixels of a module: what a ticket at arm's length has. */
const MODULE = 6;
const FRAMES = 10;
const PAPER = 235;
const INK = 30;

/** A film of a ticket, for Chromium's fake camera: frames without colour, the code a little off the middle. */
export async function writeTicketFilm(path: string, text: string): Promise<void> {
  const wasm = fileURLToPath(import.meta.resolve("zxing-wasm/writer/zxing_writer.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } });
  const { symbol } = await writeBarcode(text, { format: "QRCode" });
  if (symbol === null) throw new Error(`no code of ${text}`);
  const { data, width, height } = symbol;
  const luma = Buffer.alloc(WIDTH * HEIGHT, PAPER);
  for (let y = 0; y < height * MODULE; y += 1) {
    for (let x = 0; x < width * MODULE; x += 1) {
      const isInk = data[Math.floor(y / MODULE) * width + Math.floor(x / MODULE)] === 0;
      if (isInk) luma[(y + 120) * WIDTH + x + 200] = INK;
    }
  }
  const frame = [Buffer.from("FRAME\n"), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)];
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, ...Array(FRAMES).fill(frame).flat()]));
}
