import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Reads the QR code in a picture, null when there is none; a chunk of its own, since most stations have a scanner. */
export function createCodeReader(): (picture: ImageData) => Promise<string | null> {
  // Ours, not the copy on a public server that the library would fetch.
  prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });
  return async (picture) => {
    const found = await readBarcodes(picture, {
      formats: ["QRCode"],
      tryHarder: true,
      maxNumberOfSymbols: 1,
    });
    return found.find(({ isValid }) => isValid)?.text ?? null;
  };
}
