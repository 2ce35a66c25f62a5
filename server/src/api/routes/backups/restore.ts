import { Type } from "@fastify/type-provider-typebox";
import { compare } from "../../../backup/compare.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { BackupListSchema, ComparisonSchema, IdSchema, listOf } from "./backup-schemas.ts";
import { noteBackup } from "./note-backup.ts";

const ACCEPTED = 202;
const common = { tags: ["backups"], params: IdSchema };
const ConfirmSchema = Type.Object(
  { confirm: Type.Integer({ description: "The backup's clock, as the comparison showed it" }) },
  { additionalProperties: false },
);

/** What restoring would change, and restoring. */
export function routeRestore(app: Api, { backups: desk, now, store }: RouteDeps): void {
  const { backups } = desk;
  const comparing = {
    ...common,
    summary: "What is there now beside what would be there after restoring a backup",
    response: { 200: ComparisonSchema, "4xx": RefusalSchema, "5xx": RefusalSchema },
  };
  const compareUrl = "/api/v1/backups/:id/compare";
  app.get(compareUrl, { schema: comparing }, async (request, reply) => {
    const record = backups.shelf.find(request.params.id);
    if (record === null) return refuse(request, reply, { code: "backup-unknown" });
    const present = await backups.outline();
    if (!present.ok) return refuse(request, reply, { code: present.code });
    const changed = await backups.changedSince(record);
    if (!changed.ok) return refuse(request, reply, { code: changed.code });
    return compare({ present: present.value, changed: changed.value }, record.totals.outline);
  });

  const restoring = {
    ...common,
    summary:
      "Begins to restore a backup: saves what is there, puts the backup in its place, opens everything again",
    body: ConfirmSchema,
    response: { 202: BackupListSchema, "4xx": RefusalSchema },
  };
  const url = "/api/v1/backups/:id/restore";
  app.post(url, { schema: restoring }, async (request, reply) => {
    const record = backups.shelf.find(request.params.id);
    if (record === null) return refuse(request, reply, { code: "backup-unknown" });
    if (desk.isRunning) return refuse(request, reply, { code: "restore-running" });
    if (record.damagedAt !== null) return refuse(request, reply, { code: "backup-damaged" });
    if (record.totals.outline.clock !== request.body.confirm) {
      return refuse(request, reply, { code: "backup-changed", path: "/confirm" });
    }
    await noteBackup(store, { what: "backup-restore", subject: record.id }, now());
    desk.restore(record);
    reply.code(ACCEPTED);
    return listOf(request, desk, now());
  });
}
