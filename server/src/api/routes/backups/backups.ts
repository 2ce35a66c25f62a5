import type { Api, RouteDeps } from "../../api.ts";
import { routeBackupFile } from "./backup-file.ts";
import { routeBackupList } from "./backup-list.ts";
import { routeBackupSettings } from "./backup-settings.ts";
import { routeRestore } from "./restore.ts";
import { routeUpload } from "./upload.ts";

/** Backups: made, listed, saved elsewhere, taken in, compared, restored ([BK1] to [BK15]). */
export function routeBackups(app: Api, deps: RouteDeps): void {
  routeBackupList(app, deps);
  routeBackupFile(app, deps);
  routeBackupSettings(app, deps);
  routeRestore(app, deps);
  routeUpload(app, deps);
}
