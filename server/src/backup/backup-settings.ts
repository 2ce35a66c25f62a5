import { join } from "node:path";
import { readJson, writeWhole } from "./whole-file.ts";

/** What a workshop sets for its backups. */
export interface BackupSettings {
  /** `02:30`, in the workshop's zone. */
  readonly nightlyAt: string;
  /** A second folder, on a stick or another computer; absolute. null for none. */
  readonly folder: string | null;
}

export const USUAL_SETTINGS: BackupSettings = { nightlyAt: "02:30", folder: null };

const FILE = "settings.json";

/** Beside the backups and not in the store: a restore must not forget where the backups go. */
export async function readSettings(folder: string): Promise<BackupSettings> {
  const { nightlyAt, folder: second } = Object(await readJson(join(folder, FILE)));
  return {
    nightlyAt: isTime(nightlyAt) ? nightlyAt : USUAL_SETTINGS.nightlyAt,
    folder: typeof second === "string" ? second : null,
  };
}

export async function writeSettings(folder: string, settings: BackupSettings): Promise<void> {
  await writeWhole(join(folder, FILE), JSON.stringify(settings));
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}
