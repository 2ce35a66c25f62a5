import { Readable } from "node:stream";
import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { BackupListSchema, listOf } from "./backup-schemas.ts";
import { noteBackup } from "./note-backup.ts";

/** Takes as long as the file needs. */
export const UPLOAD_URL = "/api/v1/backups/upload";
const CREATED = 201;

/** A file from elsewhere; it goes to disk as it comes, and is listed once it was restored beside and read through ([BK9]). */
export function routeUpload(app: Api, { backups: desk, now, store }: RouteDeps): void {
  const schema = {
    tags: ["backups"],
    summary: "Takes a backup's file, packed or as a database; answers the list with it first",
    body: Type.Unknown(),
    response: { 201: BackupListSchema, "4xx": RefusalSchema, "5xx": RefusalSchema },
  };
  app.register((scope: Api, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, body, parsed) => parsed(null, body));
    const options = { schema };
    scope.post(UPLOAD_URL, options, async (request, reply) => {
      if (desk.isRunning) return refuse(request, reply, { code: "restore-running" });
      const body = request.body instanceof Readable ? request.body : Readable.from([]);
      const taken = await desk.receive(body);
      if (!taken.ok) return refuse(request, reply, { code: taken.code });
      await noteBackup(store, { what: "backup-taken-in", subject: taken.value.id }, now());
      reply.code(CREATED);
      return listOf(request, desk, now());
    });
    done();
  });
}
