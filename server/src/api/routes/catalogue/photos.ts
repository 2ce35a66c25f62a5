import { Type } from "@fastify/type-provider-typebox";
import { cleanPhoto } from "../../../photos/clean-photo.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";

const PHOTO_BYTES_MAX = 2 * 1_024 * 1_024;
/** What an id names never changes. */
const FOREVER = "public, max-age=31536000, immutable";

/** Photos of styles and operations: JPEG, PNG or WebP, told by their first bytes and not by what the sender says. */
export function routePhotos(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const reading = {
    summary: "A photo",
    tags: ["catalogue"],
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    response: {
      200: Type.Unsafe<Buffer>({ description: "JPEG, PNG or WebP" }),
      "4xx": RefusalSchema,
    },
  };
  app.get("/api/v1/photos/:id", { schema: reading }, async (request, reply) => {
    const photo = await store.reports.readPhoto(request.params.id);
    if (photo === null) return refuse(request, reply, { code: "photo-absent" });
    const { type, bytes } = photo;
    reply.type(type).header("cache-control", FOREVER);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  });

  const writing = {
    summary: "Keeps a photo of at most 2 MB, without where, when and with what it was taken",
    tags: ["catalogue"],
    response: { 200: Type.Object({ id: Type.String() }), "4xx": RefusalSchema },
  };
  const options = { schema: writing, bodyLimit: PHOTO_BYTES_MAX };
  app.register((scope: Api, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<Buffer>("*", { parseAs: "buffer" }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.post("/api/v1/photos", options, async (request, reply) => {
      const { body } = request;
      const cleaned = cleanPhoto(body instanceof Uint8Array ? body : new Uint8Array());
      if (!cleaned.ok) return refuse(request, reply, { code: cleaned.fault });
      const id = await store.putPhoto(cleaned.photo.bytes, now());
      return id === null ? refuse(request, reply, { code: "photo-unreadable" }) : { id };
    });
    done();
  });
}
