/** Bytes as JSON can carry them. */
export interface PayloadText {
  readonly payload: string;
  readonly encoding: "utf-8" | "base64";
}

/** As text where the bytes are UTF-8, so that people can read it; else in base64, so that nothing is lost. */
export function readPayload(bytes: Uint8Array): PayloadText {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { payload: text, encoding: "utf-8" };
  } catch {
    return { payload: Buffer.from(bytes).toString("base64"), encoding: "base64" };
  }
}
