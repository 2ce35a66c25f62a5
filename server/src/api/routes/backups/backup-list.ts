import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { BackupListSchema, listOf } from "./backup-schemas.ts";
import { noteBackup } from "./note-backup.ts";

const ACCEPTED = 202;
const common = { tags: ["backups"] };

/** What there is, and one more now. */
export function routeBackupList(app: Api, { backups: desk, now, store }: RouteDeps): void {
  const reading = {
    ...common,
    summary: "Backups, what is being done with them, and what fails",
    response: { 200: BackupListSchema, "4xx": RefusalSchema },
  };
  app.get("/api/v1/backups", { schema: reading }, async (request) => {
    await desk.backups.look();
    return listOf(request, desk, now());
  });

  const making = {
    ...common,
    summary: "Begins a backup now; the list says what becomes of it",
    response: { 202: BackupListSchema, "4xx": RefusalSchema },
  };
  app.post("/api/v1/backups", { schema: making }, async (request, reply) => {
    if (desk.isRunning) return refuse(request, reply, { code: "restore-running" });
    await noteBackup(store, { what: "backup-made", subject: null }, now());
    desk.makeNow();
    reply.code(ACCEPTED);
    return listOf(request, desk, now());
  });
}
