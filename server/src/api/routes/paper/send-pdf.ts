import { Type } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";

/** Bytes of a document. */
export const PdfSchema = {
  content: { "application/pdf": { schema: Type.Unsafe<Buffer>({ description: "PDF" }) } },
};

/** Sets what a browser needs to show a document and to name it; what is printed today is not kept for tomorrow. */
export function sendPdf(reply: Replying, bytes: Uint8Array, name: string): Buffer {
  reply
    .header("content-type", "application/pdf")
    .header("cache-control", "no-store")
    .header("content-disposition", `inline; filename="${name}"`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

type Replying = Pick<FastifyReply, "header">;
