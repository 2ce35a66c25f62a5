import { createReadStream, type ReadStream } from "node:fs";
import { Type } from "@fastify/type-provider-typebox";
import { may } from "../../access/principal.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { IdSchema } from "./backup-schemas.ts";
import { noteBackup } from "./note-backup.ts";

const LinkSchema = Type.Object({
  link: Type.String({ description: "Good for one download within a minute" }),
});

const FileSchema = Type.Unsafe<ReadStream>({ description: "Packed database" });

/** A backup's file, with the admin token or by a link for one download, which a browser saves by itself. */
export function routeBackupFile(app: Api, { backups: desk, now, store }: RouteDeps): void {
  const { shelf } = desk.backups;
  const linking = {
    tags: ["backups"],
    summary: "A link by which a browser saves a backup without the admin token, once",
    params: IdSchema,
    response: { 200: LinkSchema, "4xx": RefusalSchema },
  };
  const url = "/api/v1/backups/:id/file";
  app.post("/api/v1/backups/:id/link", { schema: linking }, async (request, reply) => {
    const { id } = request.params;
    if (shelf.find(id) === null) return refuse(request, reply, { code: "backup-unknown" });
    await noteBackup(store, { what: "backup-download", subject: id }, now());
    return { link: `${url.replace(":id", id)}?key=${desk.links.make(id)}` };
  });

  const schema = {
    tags: ["backups"],
    summary: "A backup as a file: a SQLite database packed with Zstandard",
    params: IdSchema,
    querystring: Type.Object({ key: Type.Optional(Type.String({ maxLength: 64 })) }),
    response: { 200: FileSchema, "4xx": RefusalSchema },
  };
  app.get(url, { schema }, async (request, reply) => {
    const { id } = request.params;
    const { key } = request.query;
    if (key === undefined && !may(request.principal, "backups.manage")) {
      return refuse(request, reply, { code: "token-missing" });
    }
    if (key !== undefined && !desk.links.use(id, key)) {
      return refuse(request, reply, { code: "backup-link-spent" });
    }
    const record = shelf.find(id);
    if (record === null) return refuse(request, reply, { code: "backup-unknown" });
    if (key === undefined) await noteBackup(store, { what: "backup-download", subject: id }, now());
    reply
      .type("application/zstd")
      .header("content-length", record.size)
      .header("content-disposition", `attachment; filename="trame-${id}.db.zst"`);
    return createReadStream(shelf.folder.packed(id));
  });
}
